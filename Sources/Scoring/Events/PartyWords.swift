import NewsModel

/// Tells whether a word that stands for an unnamed company is in a sentence. The last answer is kept, as firings are
/// asked about in the order of the text.
struct PartyWords {
    private let lexicon: CompiledLexicon
    private var last: (field: TextField, sentence: Int, answer: Bool)?

    init(lexicon: CompiledLexicon) {
        self.lexicon = lexicon
    }

    mutating func stand(in sentence: Int, of analysis: TextAnalysis) -> Bool {
        if let last, last.sentence == sentence, last.field == analysis.field { return last.answer }
        let cues = analysis.cues.inSentence(sentence) { analysis.sentence(of: $0.firstWord) }
        let answer = cues.contains { lexicon.isParty[Int($0.payload)] }
        last = (analysis.field, sentence, answer)
        return answer
    }
}
