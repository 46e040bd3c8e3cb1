/// Which cues of a sentence belong to which of the sets of terms that rules look for.
///
/// Sorted by counting, so the work grows with the cues and not with their square, however many sets hold one cue. Only
/// the sets that the sentence holds are touched, and the memory is used again for the next sentence.
struct SetPlaces: Sendable {
    /// The places of set n are `places[start[n]..<end[n]]`, in the order of the text; both are 0 where it has none.
    private var start: [Int32] = []
    private var end: [Int32] = []
    private var places: [Int32] = []
    /// The sets that have places.
    private var touched: [Int32] = []

    /// Takes the cues of another sentence, which are `cues[range]`.
    mutating func read(_ cues: [TermHit], _ range: Range<Int>, _ lexicon: CompiledLexicon) {
        clear(setCount: lexicon.ruleIndex.start.count)
        let sets = lexicon.sought.sets
        let sought = sets.span
        var count = 0
        for place in range {
            let own = lexicon.sought.range(cues[place].payload)
            count += own.count
            for index in own {
                let set = Int(sought[index])
                if end[set] == 0 { touched.append(Int32(set)) }
                end[set] += 1
            }
        }
        if count == 0 { return }
        places.append(contentsOf: repeatElement(0, count: count))
        var next: Int32 = 0
        for set in touched {
            let size = end[Int(set)]
            start[Int(set)] = next
            end[Int(set)] = next
            next += size
        }
        for place in range {
            for index in lexicon.sought.range(cues[place].payload) {
                let set = Int(sought[index])
                places[Int(end[set])] = Int32(place)
                end[set] += 1
            }
        }
    }

    private mutating func clear(setCount: Int) {
        for set in touched {
            start[Int(set)] = 0
            end[Int(set)] = 0
        }
        touched.clear()
        places.clear()
        if end.count != setCount {
            start = [Int32](repeating: 0, count: setCount)
            end = start
        }
    }

    /// Whether the sentence holds a term of the set.
    @inline(__always)
    func holds(_ set: Int) -> Bool {
        end[set] > start[set]
    }

    /// The places of a set around one place of the text, as a range for `place(_:)`: at most `width` before it, and as
    /// many from it on.
    func near(_ place: Int, set: Int, width: Int) -> Range<Int> {
        let first = Int(start[set])
        let last = Int(end[set])
        var low = first
        var high = last
        while low < high {
            let middle = (low + high) / 2
            if Int(places[middle]) < place { low = middle + 1 } else { high = middle }
        }
        return max(first, low - width)..<min(last, low + width)
    }

    /// The number of the cue at an index of a range that `near` gave.
    @inline(__always)
    func place(_ index: Int) -> Int {
        Int(places[index])
    }
}
