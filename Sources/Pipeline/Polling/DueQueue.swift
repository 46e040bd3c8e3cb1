import NewsModel

/// Feeds by the moment at which they are due; among equals by their phase. Changing a feed's moment is cheap: the old
/// entry stays in the heap and is passed over when its turn comes.
struct DueQueue {
    private struct Entry {
        let due: Timestamp
        let phase: UInt64
        let feed: Int
        let version: Int

        func precedes(_ other: Entry) -> Bool { (due, phase) < (other.due, other.phase) }
    }

    private var heap: [Entry] = []
    /// The version of each feed that counts; odd while the feed is in the queue.
    private var versions: [Int]

    /// A queue for feeds 0 ..< count, none of them in it.
    init(count: Int) {
        versions = Array(repeating: 0, count: count)
    }

    /// Puts a feed into the queue, or moves it.
    mutating func set(_ feed: Int, due: Timestamp, phase: UInt64) {
        remove(feed)
        versions[feed] += 1
        heap.append(Entry(due: due, phase: phase, feed: feed, version: versions[feed]))
        var child = heap.count - 1
        while child > 0, heap[child].precedes(heap[(child - 1) / 2]) {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func remove(_ feed: Int) {
        if versions[feed] % 2 == 1 { versions[feed] += 1 }
    }

    /// When the first feed is due; nil where none is in the queue.
    mutating func nextDue() -> Timestamp? {
        while let first = heap.first {
            if versions[first.feed] == first.version { return first.due }
            removeFirst()
        }
        return nil
    }

    /// Takes out the first feed that is due at `moment`.
    mutating func take(at moment: Timestamp) -> Int? {
        guard let due = nextDue(), due <= moment, let first = heap.first else { return nil }
        remove(first.feed)
        removeFirst()
        return first.feed
    }

    private mutating func removeFirst() {
        let last = heap.removeLast()
        guard !heap.isEmpty else { return }
        heap[0] = last
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2]
            where child < heap.count && heap[child].precedes(heap[least]) {
                least = child
            }
            guard least != parent else { return }
            heap.swapAt(parent, least)
            parent = least
        }
    }
}
