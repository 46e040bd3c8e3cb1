import NewsModel

/// The memory that one field is read with. It is lent to a `TextAnalysis` and taken back, so that a scorer that has
/// read one article asks the system for hardly any memory for the next.
struct FieldBuffers: Sendable {
    private(set) var text = NormalText()
    private(set) var scanner = WordScanner()
    private(set) var numbers = NumberReader()
    private(set) var terms = TermScanner()

    /// Reads a text: normal form, words, numbers, terms.
    mutating func read(_ original: String, lexicon: CompiledLexicon, language: Language) {
        text.read(original)
        scanner.scan(text)
        numbers.read(text, scanner.words)
        terms.scan(text, scanner.words, lexicon, language)
        terms.settle()
        scanner.splitAtContrast(terms.sentiment, lexicon)
    }

    /// Lets go of what an analysis has taken over.
    mutating func handOver() {
        text = NormalText()
        scanner = WordScanner()
        numbers = NumberReader()
        terms.handOver()
    }

    /// Takes the memory of an analysis back, which nobody else may hold any more, or it is copied when next used.
    mutating func take(back analysis: consuming TextAnalysis) {
        text = analysis.text
        scanner = WordScanner(analysis.words, analysis.sentences)
        numbers = NumberReader(analysis.numbers)
        terms.take(back: analysis)
    }
}
