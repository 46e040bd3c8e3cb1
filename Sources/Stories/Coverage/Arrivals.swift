import NewsModel

/// When articles came, oldest first. Counting them takes a look at each window's ends, not at every arrival: a large
/// company has thousands of articles a week.
struct Arrivals: Sendable {
    /// Milliseconds since 1970, sorted.
    private var moments: [Int64] = []

    /// Arrivals that are kept; the oldest go.
    private static let longest = 20_000

    init(_ moments: Timestamp...) {
        self.moments = moments.map(\.milliseconds).sorted()
    }

    var isEmpty: Bool { moments.isEmpty }

    mutating func add(_ moment: Timestamp) {
        // They come nearly in order, so nearly always at the end.
        let isLast = moments.last.map { $0 <= moment.milliseconds } ?? true
        moments.insert(moment.milliseconds, at: isLast ? moments.count : place(of: moment.milliseconds + 1))
        if moments.count > Self.longest { moments.removeFirst(Self.longest / 4) }
    }

    /// How many came in each window before a moment, in whole seconds.
    func counts(at moment: Timestamp) -> CoverageCounts {
        let end = place(of: moment.milliseconds + 1000)
        let values = CoverageCounts.windows.map { window in
            max(0, end - place(of: moment.milliseconds - (window.seconds + 1) * 1000 + 1))
        }
        return CoverageCounts(
            hours12: values[0], hours24: values[1], days3: values[2], days5: values[3], days7: values[4])
    }

    mutating func remove(before moment: Timestamp) {
        moments.removeFirst(place(of: moment.milliseconds))
    }

    /// The place of the first arrival that is not before a moment.
    private func place(of milliseconds: Int64) -> Int {
        var (low, high) = (0, moments.count)
        while low < high {
            let middle = (low + high) / 2
            if moments[middle] < milliseconds { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
