import NewsModel

/// Everything that is read off one field before it is judged. A class, as every step hands it on.
final class TextAnalysis: Sendable {
    let field: TextField
    let text: NormalText
    let words: [Word]
    let sentences: [Sentence]
    let numbers: [NumberToken]
    /// Terms of the sentiment files, longest only, in the order of the text.
    let sentiment: [TermHit]
    /// Cues of the event rules, all of them, in the order of the text.
    let cues: [TermHit]
    /// Names of companies as found, before ambiguous ones are settled.
    let names: [TermHit]
    /// What the ordinary words of English say of each word; empty for other texts.
    let sections: [OrdinaryWords.Sections]

    /// Reads a text with the memory of `buffers`, which `FieldBuffers.take(back:)` gets back.
    init(
        _ original: String, field: TextField, lexicon: CompiledLexicon, language: Language,
        buffers: inout FieldBuffers
    ) {
        buffers.read(original, lexicon: lexicon, language: language)
        self.field = field
        text = buffers.text
        words = buffers.scanner.words
        sentences = buffers.scanner.sentences
        numbers = buffers.numbers.numbers
        sentiment = buffers.terms.sentiment
        cues = buffers.terms.cues
        names = buffers.terms.names
        sections = buffers.terms.sections
        buffers.handOver()
    }

    convenience init(_ original: String, field: TextField, lexicon: CompiledLexicon, language: Language) {
        var buffers = FieldBuffers()
        self.init(original, field: field, lexicon: lexicon, language: language, buffers: &buffers)
    }

    /// What a headline has in place of a body.
    static let emptyBody = TextAnalysis()

    private init() {
        field = .body
        text = NormalText()
        words = []
        sentences = []
        numbers = []
        sentiment = []
        cues = []
        names = []
        sections = []
    }

    /// The same field with fewer terms.
    init(_ other: TextAnalysis, sentiment: [TermHit], cues: [TermHit]) {
        field = other.field
        text = other.text
        words = other.words
        sentences = other.sentences
        numbers = other.numbers
        self.sentiment = sentiment
        self.cues = cues
        names = other.names
        sections = other.sections
    }

    func sentence(of word: Int32) -> Int {
        Int(words[Int(word)].sentence)
    }

    func numbers(in sentence: Int) -> ArraySlice<NumberToken> {
        numbers.inSentence(sentence) { Int(words[$0.word].sentence) }
    }

    /// Number of the clause of a word, after contrast words have parted clauses further.
    func clause(of word: Int32) -> Int32 {
        words[Int(word)].clause
    }

    func clause(of word: Int) -> Int32 {
        words[word].clause
    }
}
