import NewsModel
import Storage
import TestSupport
import Testing

@testable import Pipeline

@Suite("What the user is told of the monitor itself", .timeLimit(.minutes(1)))
struct FeedWatchTests {
    private let watch = FeedWatch(settings: PollingSettings())
    private let feed = Feed(url: "https://a.example/rss", source: "Wire")
    private let now = TestMonitor.start

    @Test("a feed that has failed for a day is told once, and again only after it was well")
    func dead() {
        var state = FeedState(url: feed.url)
        func fail(after hours: Int64) -> [MonitorNotice.Kind] {
            state.errorCount += 1
            return watch.afterFailure(
                feed, state: &state, isGone: false, isOutage: false, now: now.adding(seconds: hours * 3600)
            ).map(\.kind)
        }
        #expect(fail(after: 0).isEmpty && fail(after: 23).isEmpty)
        #expect(fail(after: 24) == [.feedDead])
        #expect(fail(after: 48).isEmpty)
        #expect(watch.afterSuccess(feed, state: &state, now: now.adding(seconds: 49 * 3600)).isEmpty)
        #expect(state.trouble == FeedTrouble())
        state.errorCount = 0
        #expect(fail(after: 50).isEmpty)
    }

    @Test("failures of an outage are the outage's; a feed that stays dead after it is told")
    func outage() {
        var state = FeedState(url: feed.url, errorCount: 5)
        func fail(after hours: Int64, isOutage: Bool) -> [MonitorNotice.Kind] {
            watch.afterFailure(
                feed, state: &state, isGone: false, isOutage: isOutage, now: now.adding(seconds: hours * 3600)
            ).map(\.kind)
        }
        #expect(fail(after: 0, isOutage: true).isEmpty && fail(after: 30, isOutage: true).isEmpty)
        #expect(state.trouble.told == .outage)
        #expect(fail(after: 31, isOutage: false) == [.feedDead])
    }

    @Test("a feed that answers but brings nothing by its own rhythm is told once")
    func silent() {
        var state = FeedState(url: feed.url)
        state.rhythm.arrivalsPerDay = 24
        state.rhythm.lastArrivalAt = now
        func succeed(after hours: Int64) -> [MonitorNotice.Kind] {
            watch.afterSuccess(feed, state: &state, now: now.adding(seconds: hours * 3600)).map(\.kind)
        }
        #expect(succeed(after: 95).isEmpty, "a long weekend")
        #expect(succeed(after: 96) == [.feedSilent])
        #expect(succeed(after: 97).isEmpty)
        state.rhythm.lastArrivalAt = now.adding(seconds: 98 * 3600)
        #expect(succeed(after: 99).isEmpty)
        #expect(state.trouble.told == nil)
        // One that was silent before it was added did not fall silent.
        state.rhythm.lastArrivalAt = now
        #expect(
            watch.afterSuccess(feed, state: &state, isFirstSight: true, now: now.adding(seconds: 400 * 3600)).isEmpty)
        #expect(succeed(after: 401).isEmpty)
        state.rhythm.lastArrivalAt = now.adding(seconds: 98 * 3600)
        // One that brings something every ten days is not silent after five.
        state.rhythm.arrivalsPerDay = 0.1
        #expect(succeed(after: 99 + 120).isEmpty)
    }

    private func ring(_ watch: OutageWatch, _ results: [Bool]) -> [OutageWatch.Change] {
        results.enumerated().compactMap { watch.note("f\($0)", failed: $1, now: now) }
    }

    @Test("an outage is most of the last feeds; few feeds, or some that fail among many, are none")
    func outageShare() {
        #expect(ring(OutageWatch(feedCount: 4), [true, true, true, true]).isEmpty)
        #expect(ring(OutageWatch(feedCount: 5), [true, true, true, true, false]) == [.began])
        #expect(ring(OutageWatch(feedCount: 1000), Array(repeating: true, count: 49)).isEmpty)
        #expect(ring(OutageWatch(feedCount: 1000), Array(repeating: true, count: 50)) == [.began])
        #expect(ring(OutageWatch(feedCount: 1000), (0..<500).map { $0 % 3 != 0 }).isEmpty)
        let one = OutageWatch(feedCount: 5)
        for _ in 0..<20 {
            #expect(one.note("dead", failed: true, now: now) == nil, "one feed is one, however often it fails")
        }
    }

    @Test("feeds that hang are the last of a round and no outage; what is ten minutes old does not count")
    func outageWindow() {
        let watch = OutageWatch(feedCount: 1000)
        #expect(ring(watch, (0..<1000).map { $0 >= 800 }).isEmpty)
        func fail(_ numbers: Range<Int>, after seconds: Int64) -> [OutageWatch.Change] {
            numbers.compactMap { watch.note("f\($0)", failed: true, now: now.adding(seconds: seconds)) }
        }
        #expect(fail(0..<50, after: 500).isEmpty)
        #expect(fail(50..<100, after: 601) == [.began])
        #expect(watch.isOn && !watch.wasTold)
        let later = now.adding(seconds: 700)
        let ends = (0..<100).compactMap { watch.note("f\($0)", failed: false, now: later) }
        #expect(ends == [.ended])
    }

    @Test("all feeds fail for an hour: one notice, no back-off, and all are read within one interval after it")
    func outageOfAll() async throws {
        let isDown = Toggle()
        let peer = try LocalHTTPPeer { _ in
            isDown.isOn ? .response(status: 502, headers: [], body: []) : rss([FeedPollTests.lawsuit])
        }
        defer { peer.stop() }
        let feeds = (0..<8).map { Feed(url: peer.url + "/\($0)", source: "Wire \($0)", intervalSeconds: 300) }
        let test = try await TestMonitor(feeds: feeds)
        _ = try await test.monitor.pollOnce(all: false)
        isDown.isOn = true
        for _ in 0..<12 {
            test.clock.advance(seconds: 300)
            _ = try await test.monitor.pollOnce(all: false)
        }
        isDown.isOn = false
        let failed = peer.requests.count
        test.clock.advance(seconds: 330)
        #expect(try await test.monitor.pollOnce(all: false).failed == 0)
        #expect(peer.requests.count == failed + 8, "no feed has to wait longer than its interval and its jitter")
        let alerts = try await test.monitor.store.latestAlerts(limit: 20)
        #expect(alerts.map { $0.events.map(\.type.rawValue) } == [["monitor.outage"]])
        await test.end()
    }

    @Test("410 goes through the routes to the receivers, once; the feed's own articles are not counted with it")
    func goneIsDelivered() async throws {
        let peer = try LocalHTTPPeer { _ in .response(status: 410, headers: [], body: []) }
        defer { peer.stop() }
        let test = try await TestMonitor(feeds: [Feed(url: peer.url + "/rss", source: "Wire")])
        let summary = try await test.monitor.pollOnce(all: false)
        #expect(summary.failures == ["Wire: the feed is gone for good (410)"])
        #expect(try await test.monitor.deliverOnce(seconds: 5).delivered == 1)
        let line = try #require(test.alertLines.first)
        #expect(line.contains("monitor.feed_gone") && line.contains("Wire: the feed is gone for good (410)"))
        #expect(try await test.monitor.pollOnce(all: true).polled == 0)
        #expect(try await test.monitor.deliverOnce(seconds: 5).delivered == 0)
        #expect(try await test.monitor.feeds().first?.state.articleCount == 0)
        await test.end()
    }

    @Test("a poll that does not overlap the one before is a gap: counted, told, and the interval shrinks")
    func coverage() async throws {
        let page = Counter()
        let peer = try LocalHTTPPeer { _ in
            let base = page.next() * 10
            return rss(
                (0..<10).map { (title: "Calm day \(base + $0)", link: "http://n.invalid/\(base + $0)", date: nil) },
                etag: "\"\(base)\"")
        }
        defer { peer.stop() }
        let test = try await TestMonitor(feeds: [Feed(url: peer.url + "/rss", source: "Wire")])
        _ = try await test.monitor.pollOnce(all: false)
        test.clock.advance(seconds: 3600)
        _ = try await test.monitor.pollOnce(all: false)
        let state = try #require(try await test.monitor.feeds().first).state
        #expect(state.rhythm.gapCount == 1 && state.rhythm.lastGapAt == test.clock.now())
        #expect(state.nextCheckAt == test.clock.now().adding(seconds: 300), "ten in an hour: the floor")
        let alerts = try await test.monitor.store.latestAlerts(limit: 5)
        #expect(alerts.map { $0.events.map(\.type.rawValue) } == [["monitor.coverage_gap"]])
        test.clock.advance(seconds: 300)
        _ = try await test.monitor.pollOnce(all: false)
        #expect(try await test.monitor.store.latestAlerts(limit: 5).count == 1, "once a day")
        await test.end()
    }

    @Test("entries dated before the last poll show that nothing was missed, even when all of them have new ids")
    func noGap() async throws {
        let page = Counter()
        let peer = try LocalHTTPPeer { _ in
            let base = page.next() * 10
            return rss(
                (0..<4).map {
                    (
                        title: "Calm day \(base + $0)", link: "http://n.invalid/\(base + $0)",
                        date: "Tue, 24 Nov 2026 2\($0):00:00 GMT"
                    )
                })
        }
        defer { peer.stop() }
        let test = try await TestMonitor(feeds: [Feed(url: peer.url + "/rss", source: "Wire")])
        for _ in 0..<2 { _ = try await test.monitor.pollOnce(all: true) }
        #expect(try await test.monitor.feeds().first?.state.rhythm.gapCount == 0)
        await test.end()
    }
}
