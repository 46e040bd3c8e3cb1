/// Which cues of a field belong to which set of terms.
///
/// Sorted by counting, so the work grows with the cues and not with their square, however many sets hold one cue.
struct SetPlaces: Sendable {
    /// The places of set n are `places[start[n]..<start[n + 1]]`, in the order of the text; empty where no cue is.
    private let start: [Int32]
    private let places: [Int32]

    /// - Parameter cues: the number of each cue, in the order of the text.
    init(lexicon: CompiledLexicon, cues: [Int32]) {
        guard !cues.isEmpty else {
            start = []
            places = []
            return
        }
        var next = [Int32](repeating: 0, count: lexicon.rulesByAnchor.count + 1)
        for cue in cues {
            for set in lexicon.sets(ofCue: cue) { next[Int(set) + 1] += 1 }
        }
        for set in 1..<next.count { next[set] += next[set - 1] }
        start = next
        var places = [Int32](repeating: 0, count: Int(next[next.count - 1]))
        for (place, cue) in cues.enumerated() {
            for set in lexicon.sets(ofCue: cue) {
                places[Int(next[Int(set)])] = Int32(place)
                next[Int(set)] += 1
            }
        }
        self.places = places
    }

    /// All places of a set.
    func places(of set: Int) -> ArraySlice<Int32> {
        start.isEmpty ? [] : places[Int(start[set])..<Int(start[set + 1])]
    }

    /// The places of a set around one place of the text: at most `width` before it, and as many from it on.
    func near(_ place: Int, set: Int, width: Int) -> ArraySlice<Int32> {
        let all = places(of: set)
        var low = all.startIndex
        var high = all.endIndex
        while low < high {
            let middle = (low + high) / 2
            if Int(all[middle]) < place { low = middle + 1 } else { high = middle }
        }
        return all[max(all.startIndex, low - width)..<min(all.endIndex, low + width)]
    }
}
