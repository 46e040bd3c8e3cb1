import Testing

@testable import Fetching

struct HostQueueTests {
    private func queue(places: Int = 100, connections: Int = 2, spacing: Int64 = 1000) -> HostQueue<Int> {
        HostQueue(maximumActive: places) { host in
            host == "fast" ? .init(connections: 100, spacing: 0) : .init(connections: connections, spacing: spacing)
        }
    }

    private func all(_ queue: inout HostQueue<Int>, now: Int64) -> [Int] {
        var items: [Int] = []
        while let item = queue.next(now: now, isWanted: { $0 >= 0 }) { items.append(item) }
        return items
    }

    @Test func keepsStartsApart() {
        var queue = queue(connections: 100)
        for item in 1...3 { queue.add(item, host: "a", now: 0) }
        #expect(all(&queue, now: 0) == [1])
        #expect(queue.nextTime == 1000)
        #expect(all(&queue, now: 999) == [])
        #expect(all(&queue, now: 1000) == [2])
        #expect(all(&queue, now: 5000) == [3])
        #expect(queue.nextTime == nil)
    }

    @Test func limitsOneHostNotTheOther() {
        var queue = queue(spacing: 0)
        for item in 1...3 { queue.add(item, host: "a", now: 0) }
        for item in 11...13 { queue.add(item, host: "fast", now: 0) }
        #expect(all(&queue, now: 0).sorted() == [1, 2, 11, 12, 13])
        queue.finished(host: "fast", now: 0)
        #expect(all(&queue, now: 0) == [])
        queue.finished(host: "a", now: 0)
        #expect(all(&queue, now: 0) == [3])
    }

    @Test func spacesAlsoAfterTheHostWasIdle() {
        var queue = queue()
        queue.add(1, host: "a", now: 0)
        #expect(all(&queue, now: 0) == [1])
        queue.finished(host: "a", now: 10)
        queue.add(2, host: "a", now: 20)
        #expect(all(&queue, now: 20) == [])
        #expect(queue.nextTime == 1000)
        #expect(all(&queue, now: 1000) == [2])
    }

    @Test func limitsAllHostsTogetherAndGoesRound() {
        var queue = queue(places: 2, spacing: 0)
        for item in 1...2 { queue.add(item, host: "a", now: 0) }
        for item in 11...12 { queue.add(item, host: "b", now: 0) }
        #expect(all(&queue, now: 0) == [1, 11])
        #expect(queue.nextTime == nil)
        queue.finished(host: "a", now: 5)
        #expect(all(&queue, now: 5) == [2])
        queue.finished(host: "b", now: 6)
        #expect(all(&queue, now: 6) == [12])
        #expect(queue.active == 2)
        #expect(queue.waiting == 0)
    }

    @Test func dropsUnwantedWithoutUsingATurn() {
        var queue = queue()
        for item in [-1, -2, 3] { queue.add(item, host: "a", now: 0) }
        #expect(all(&queue, now: 0) == [3])
        #expect(queue.waiting == 0)
    }

    @Test func countsRedirectsWithinAHost() {
        var queue = queue()
        queue.add(1, host: "a", now: 0)
        #expect(all(&queue, now: 0) == [1])
        queue.add(2, host: "a", now: 0)
        queue.noteStart(host: "a", now: 900)
        #expect(all(&queue, now: 1000) == [])
        #expect(all(&queue, now: 1900) == [2])
    }

    @Test func removesAllThatWait() {
        var queue = queue(places: 1)
        for item in 1...3 { queue.add(item, host: "a", now: 0) }
        #expect(all(&queue, now: 0) == [1])
        #expect(queue.removeAllWaiting().sorted() == [2, 3])
        queue.finished(host: "a", now: 0)
        #expect(all(&queue, now: 9000) == [])
        queue.add(4, host: "a", now: 9000)
        #expect(all(&queue, now: 9000) == [4])
    }

    /// 10,000 hosts and one busy host: nothing is lost and memory of old hosts is let go.
    @Test func keepsEveryItem() {
        var queue = queue(places: 50)
        for item in 0..<10_000 { queue.add(item, host: "h\(item)", now: 0) }
        for item in 10_000..<11_000 { queue.add(item, host: "busy", now: 0) }
        var seen = Set<Int>()
        var now: Int64 = 0
        while queue.waiting > 0 {
            for item in all(&queue, now: now) {
                seen.insert(item)
                queue.finished(host: item < 10_000 ? "h\(item)" : "busy", now: now)
            }
            now += 1000
        }
        #expect(seen.count == 11_000)
        #expect(queue.active == 0)
    }

    @Test func heapGivesTheLeastFirst() {
        var heap = MinimumHeap<Int>(<)
        let numbers = (0..<500).map { ($0 * 7919) % 503 }
        for number in numbers { heap.insert(number) }
        var taken: [Int] = []
        while let number = heap.removeFirst() { taken.append(number) }
        #expect(taken == numbers.sorted())
        #expect(heap.first == nil)
    }
}
