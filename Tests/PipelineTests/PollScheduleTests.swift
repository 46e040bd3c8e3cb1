import NewsModel
import Testing

@testable import Pipeline

@Suite("When a feed is due again")
struct PollScheduleTests {
    private let schedule = PollSchedule(settings: PollingSettings())
    private let feed = Feed(url: "https://a.example/rss", source: "A")
    private let now = Timestamp(seconds: 1_800_000_000)

    private func seconds(_ hints: PollSchedule.Hints, _ feed: Feed? = nil) -> Int64 {
        schedule.afterSuccess(feed ?? self.feed, hints: hints, now: now).seconds(since: now)
    }

    private static let cases: [(hints: PollSchedule.Hints, seconds: Int64)] = [
        (PollSchedule.Hints(), 900),
        (PollSchedule.Hints(maxAgeSeconds: 60), 900),
        (PollSchedule.Hints(maxAgeSeconds: 3600), 3600),
        (PollSchedule.Hints(ttlSeconds: 7200), 7200),
        // Cache-Control wins over the feed's own ttl.
        (PollSchedule.Hints(maxAgeSeconds: 1800, ttlSeconds: 7200), 1800),
        (PollSchedule.Hints(maxAgeSeconds: 1800, retryAfterSeconds: 5400), 5400),
        (PollSchedule.Hints(maxAgeSeconds: 100 * 86_400), 86_400),
        (PollSchedule.Hints(maxAgeSeconds: -5, retryAfterSeconds: -1), 900),
    ]

    @Test("after success: hints lengthen the interval and never shorten it", arguments: cases)
    func success(hints: PollSchedule.Hints, expected: Int64) {
        #expect(seconds(hints) == expected)
    }

    @Test("a feed's own interval is taken as it is, also a short one")
    func ownInterval() {
        let quick = Feed(url: feed.url, source: "A", intervalSeconds: 5)
        #expect(seconds(.init(), quick) == 5)
        #expect(seconds(.init(maxAgeSeconds: 600), quick) == 600)
    }

    @Test("failures double the wait up to a day; jitter only adds, and is the same every time")
    func backOff() {
        var last: Int64 = 0
        for count in 1...40 {
            let wait = schedule.afterFailure(feed, errorCount: count, hints: .init(), now: now).seconds(since: now)
            let base = min(900 << Int64(min(count - 1, 20)), 86_400)
            #expect(wait >= base && wait < base + base / 10 + 1)
            #expect(wait >= last)
            #expect(
                wait == schedule.afterFailure(feed, errorCount: count, hints: .init(), now: now).seconds(since: now))
            last = wait
        }
    }

    @Test("Retry-After is obeyed after a failure, up to 7 days")
    func retryAfter() {
        func wait(_ seconds: Int64) -> Int64 {
            schedule.afterFailure(feed, errorCount: 1, hints: .init(retryAfterSeconds: seconds), now: now).seconds(
                since: now)
        }
        #expect(wait(7200) >= 7200 && wait(7200) < 7300)
        #expect(wait(1_000_000_000_000) <= 7 * 86_400 + 90)
        #expect(wait(-1) >= 900)
    }

    @Test("first polls spread, each feed at its own place; few feeds start at once")
    func firstPolls() {
        let feeds = (0..<10_000).map { Feed(url: "https://host\($0 % 700).example/\($0)", source: "S") }
        let starts = feeds.map { schedule.firstPoll($0, count: feeds.count, now: now).seconds(since: now) }
        let perSecond = Dictionary(grouping: starts) { $0 }.mapValues(\.count)
        #expect((perSecond.values.max() ?? 0) < 3 * feeds.count / 500)
        #expect(starts == feeds.map { schedule.firstPoll($0, count: feeds.count, now: now).seconds(since: now) })
        #expect(schedule.firstPoll(feed, count: 10, now: now) == now)
    }
}
