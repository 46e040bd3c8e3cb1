import NewsModel
import Testing

@testable import Pipeline

@Suite("Which due feeds start")
struct PollRoundTests {
    private func due(_ url: String) -> FeedBoard.DueFeed {
        FeedBoard.DueFeed(feed: Feed(url: url, source: "F"), state: FeedState(url: url))
    }

    @Test("each feed once, at most so many at a time")
    func limit() {
        var round = PollRound(limit: 2) { _ in 9 }
        let feeds = (1...3).map { due("http://f\($0).invalid/") }
        round.add(feeds)
        #expect(round.start()?.feed.url == feeds[0].feed.url)
        #expect(round.start()?.feed.url == feeds[1].feed.url)
        #expect(round.start() == nil && !round.hasNext, "the limit")
        round.finish(feeds[0])
        #expect(round.hasNext)
        #expect(round.start()?.feed.url == feeds[2].feed.url)
        round.finish(feeds[1])
        round.finish(feeds[2])
        #expect(round.start() == nil)
        #expect(round.isEmpty)
    }

    @Test("a host with many feeds leaves the places to others; ports and users make no other host")
    func hosts() {
        var round = PollRound(limit: 10) { $0 == "big.invalid" ? 2 : 1 }
        let big = [
            "http://big.invalid/1", "http://BIG.invalid:81/2", "https://u:p@big.invalid/3", "http://big.invalid/4",
        ]
        round.add(big.map(due) + [due("http://small.invalid/1"), due("http://small.invalid/2")])
        var started: [String] = []
        while let next = round.start() { started.append(next.feed.url) }
        #expect(Set(started) == [big[0], big[1], "http://small.invalid/1"])
        round.finish(due(big[0]))
        #expect(round.start()?.feed.url == big[2])
        #expect(round.start() == nil)
    }

    @Test("a feed that has moved counts for the host where it is asked")
    func moved() {
        var round = PollRound(limit: 10) { _ in 1 }
        var state = FeedState(url: "http://old.invalid/rss")
        state.move.target = "http://new.invalid/rss"
        let moved = FeedBoard.DueFeed(feed: Feed(url: state.url, source: "M"), state: state)
        round.add([due("http://new.invalid/other"), moved])
        #expect(round.start()?.feed.url == "http://new.invalid/other")
        #expect(round.start() == nil)
    }
}
