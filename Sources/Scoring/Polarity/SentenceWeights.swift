import NewsModel

/// Weighs sentences by place, so that an article's sum does not grow with its length.
struct SentenceWeights {
    let parameters: ScoringParameters
    let title: TextAnalysis
    let body: TextAnalysis

    func apply(to cues: inout [SentimentCue]) {
        let sentences = Set(cues.filter { $0.field == .body }.map(\.sentence))
        guard !sentences.isEmpty else { return }
        let total = sentences.reduce(0.0) { $0 + weight($1) }
        let share = title.sentences.isEmpty ? 1 : 0.5
        // As many sentences as an average headline is worth: the root keeps long articles from drowning short ones.
        let norm = share * 2 / max(1, total.squareRoot() * 1.5)
        for index in cues.indices {
            if cues[index].field == .title {
                cues[index].weight *= parameters.titleShare
            } else {
                cues[index].weight *= weight(cues[index].sentence) * norm
            }
        }
    }

    private func weight(_ sentence: Int) -> Double {
        sentence < parameters.leadSentences ? 1 : sentence < 10 ? 0.7 : 0.4
    }
}
