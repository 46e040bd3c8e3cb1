import NewsModel

/// Weighs sentences by place, so that an article's sum does not grow with its length.
struct SentenceWeights {
    let parameters: ScoringParameters
    let title: TextAnalysis
    let body: TextAnalysis

    func apply(to cues: inout [SentimentCue]) {
        // Cues come in the order of the text, so the sum has one order and one result.
        var total = 0.0
        var last = -1
        for cue in cues where cue.field == .body && cue.sentence != last {
            last = cue.sentence
            total += weight(last)
        }
        guard last >= 0 else { return }
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
