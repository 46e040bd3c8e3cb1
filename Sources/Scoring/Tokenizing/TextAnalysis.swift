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
    /// Number of the clause of each word, after contrast words have parted clauses further.
    let clauses: [Int32]

    init(_ original: String, field: TextField, lexicon: CompiledLexicon, language: Language) {
        self.field = field
        text = NormalText(original)
        let scanner = WordScanner(text)
        words = scanner.words
        sentences = scanner.sentences
        numbers = NumberReader(text, words).numbers
        var terms = TermScanner(lexicon, language: language)
        terms.scan(text, words)
        let hidden = terms.hidden
        let visible = LongestWins.remove(terms.sentiment, coveredBy: hidden, orEqual: true)
        sentiment = LongestWins.filter(visible)
        cues = LongestWins.sorted(LongestWins.remove(terms.cues, coveredBy: hidden + terms.hiddenCues, orEqual: true))
        names = LongestWins.filter(terms.names)
        clauses = Self.splitAtContrast(words, sentiment, lexicon)
    }

    /// What a headline has in place of a body.
    static let emptyBody = TextAnalysis()

    private init() {
        field = .body
        text = NormalText("")
        words = []
        sentences = []
        numbers = []
        sentiment = []
        cues = []
        names = []
        clauses = []
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
        clauses = other.clauses
    }

    /// A contrast word opens a clause of its own: `but`, `하지만`.
    private static func splitAtContrast(_ words: [Word], _ sentiment: [TermHit], _ lexicon: CompiledLexicon) -> [Int32]
    {
        var clauses = words.map(\.clause)
        var shift: Int32 = 0
        var word = 0
        for hit in sentiment {
            guard lexicon.isContrast[Int(hit.payload)] else { continue }
            while word < Int(hit.firstWord) {
                clauses[word] += shift
                word += 1
            }
            if hit.firstWord > 0, words[Int(hit.firstWord)].clause == words[Int(hit.firstWord) - 1].clause {
                shift += 1
            }
        }
        guard shift > 0 else { return clauses }
        while word < clauses.count {
            clauses[word] += shift
            word += 1
        }
        return clauses
    }

    func sentence(of word: Int32) -> Int {
        Int(words[Int(word)].sentence)
    }

    func numbers(in sentence: Int) -> ArraySlice<NumberToken> {
        numbers.inSentence(sentence) { Int(words[$0.word].sentence) }
    }

    func clause(of word: Int32) -> Int32 {
        clauses[Int(word)]
    }
}
