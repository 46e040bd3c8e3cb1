import NewsModel
import Testing

@testable import Pipeline

@Suite("When a feed is due again")
struct PollScheduleTests {
    private let schedule = PollSchedule(settings: PollingSettings())
    private let feed = Feed(url: "https://a.example/rss", source: "A")
    private let now = Timestamp(seconds: 1_800_000_000)

    /// A feed that sends validators.
    private func state(
        arrivalsPerDay: Double? = nil, silence: Int64 = 0, ttl: Int64? = nil, errors: Int = 0
    ) -> FeedState {
        var state = FeedState(url: feed.url, etag: "\"x\"", errorCount: errors)
        state.rhythm.arrivalsPerDay = arrivalsPerDay
        state.rhythm.lastArrivalAt = now.adding(seconds: -silence)
        state.wishes.ttlSeconds = ttl
        return state
    }

    private func seconds(_ hints: PollSchedule.Hints, ttl: Int64? = nil, _ feed: Feed? = nil) -> Int64 {
        schedule.afterSuccess(feed ?? self.feed, state: state(ttl: ttl), hints: hints, now: now).seconds(since: now)
    }

    private static let cases: [(hints: PollSchedule.Hints, ttl: Int64?, seconds: Int64)] = [
        (PollSchedule.Hints(), nil, 900),
        (PollSchedule.Hints(maxAgeSeconds: 60), nil, 900),
        (PollSchedule.Hints(maxAgeSeconds: 3600), nil, 3600),
        (PollSchedule.Hints(), 7200, 7200),
        // Cache-Control wins over the feed's own ttl.
        (PollSchedule.Hints(maxAgeSeconds: 1800), 7200, 1800),
        (PollSchedule.Hints(maxAgeSeconds: 1800, retryAfterSeconds: 5400), nil, 5400),
        (PollSchedule.Hints(maxAgeSeconds: 100 * 86_400), nil, 86_400),
        (PollSchedule.Hints(maxAgeSeconds: -5, retryAfterSeconds: -1), nil, 900),
    ]

    @Test("after success: hints lengthen the interval and never shorten it", arguments: cases)
    func success(hints: PollSchedule.Hints, ttl: Int64?, expected: Int64) {
        #expect(seconds(hints, ttl: ttl) == expected)
    }

    @Test("a feed's own interval is taken as it is, also a short one")
    func ownInterval() {
        let quick = Feed(url: feed.url, source: "A", intervalSeconds: 5)
        #expect(seconds(.init(), quick) == 5)
        #expect(seconds(.init(maxAgeSeconds: 600), quick) == 600)
    }

    private static let rhythms: [(perDay: Double, silence: Int64, seconds: Int64)] = [
        (48, 0, 900), (12, 0, 3600), (10_000, 0, 300), (0.1, 0, 86_400),
        // A night's silence stretches it a little, a year's to the ceiling; it counts as a tenth of a gap.
        (48, 36_000, 1800), (48, 400 * 86_400, 86_400),
    ]

    @Test("the interval is half the mean gap between arrivals, between floor and ceiling", arguments: rhythms)
    func rhythm(perDay: Double, silence: Int64, expected: Int64) {
        let state = state(arrivalsPerDay: perDay, silence: silence)
        #expect(schedule.interval(feed, state: state, now: now) == expected)
    }

    @Test("a feed without validators costs its server a whole feed each time: 30 minutes at the least")
    func withoutValidators() {
        var state = state(arrivalsPerDay: 10_000)
        state.etag = nil
        #expect(schedule.interval(feed, state: state, now: now) == 1800)
        state.lastModified = "yesterday"
        #expect(schedule.interval(feed, state: state, now: now) == 300)
    }

    @Test("skipHours and skipDays put a poll off to the first hour that is free; Cache-Control wins over them")
    func quietHours() {
        // 2027-01-15 08:00:00 GMT, a Friday: day 4.
        var quiet = state()
        quiet.wishes.skipHours = 0b111 << 8
        let due = schedule.afterSuccess(feed, state: quiet, hints: .init(), now: now)
        #expect(due == Timestamp(seconds: 1_800_000_000 + 3 * 3600))
        #expect(
            schedule.afterSuccess(feed, state: quiet, hints: .init(maxAgeSeconds: 60), now: now).seconds(since: now)
                == 900)
        quiet.wishes.skipDays = 0b111_0000
        let monday = schedule.afterSuccess(feed, state: quiet, hints: .init(), now: now)
        #expect(monday == Timestamp(seconds: 1_800_000_000 + 2 * 86_400 + 16 * 3600))
        quiet.wishes.skipHours = 0xFF_FFFF
        #expect(
            schedule.afterSuccess(feed, state: quiet, hints: .init(), now: now).seconds(since: now) == 900,
            "a feed that never wants to be polled is not believed")
    }

    private func wait(_ count: Int, _ kind: PollFailure.Kind = .ordinary, _ hints: PollSchedule.Hints = .init())
        -> Int64
    {
        schedule.afterFailure(feed, state: state(errors: count), kind: kind, hints: hints, now: now).seconds(since: now)
    }

    @Test("failures double the wait up to a day; jitter only adds, and is the same every time")
    func backOff() {
        var last: Int64 = 0
        for count in 1...40 {
            let base = min(900 << Int64(min(count - 1, 20)), 86_400)
            #expect(wait(count) >= base && wait(count) < base + base / 10 + 1)
            #expect(wait(count) >= last)
            last = wait(count)
        }
    }

    @Test("a wish that is not granted in full is told, a common one is not")
    func cappedWishes() {
        #expect(PollSchedule.Hints(maxAgeSeconds: 7 * 86_400, retryAfterSeconds: 60).capRemark == nil)
        #expect(PollSchedule.Hints().capRemark == nil)
        let told = "the server asks to be left alone for 30 days; it is asked again within 7"
        #expect(PollSchedule.Hints(maxAgeSeconds: 30 * 86_400).capRemark == told)
        #expect(PollSchedule.Hints(maxAgeSeconds: 60, retryAfterSeconds: 30 * 86_400).capRemark == told)
    }

    @Test("Retry-After is obeyed after a failure, up to 7 days; of two hints the later")
    func retryAfter() {
        #expect(wait(1, .tooMany, .init(retryAfterSeconds: 7200)) >= 7200)
        #expect(wait(1, .tooMany, .init(retryAfterSeconds: 7200)) < 7200 + 360)
        #expect(wait(1, .ordinary, .init(retryAfterSeconds: 1_000_000_000_000)) <= 7 * 86_400 + 90)
        #expect(wait(1, .ordinary, .init(retryAfterSeconds: -1)) >= 900)
        #expect(wait(1, .tooMany, .init(maxAgeSeconds: 43_200, retryAfterSeconds: 7200)) >= 43_200)
    }

    @Test("429 without Retry-After waits an hour and doubles, 401 and 403 four hours")
    func refusals() {
        #expect(wait(1, .tooMany) >= 3600 && wait(2, .tooMany) >= 7200 && wait(9, .tooMany) < 86_400 * 11 / 10 + 1)
        #expect(wait(1, .refused) >= 4 * 3600)
    }

    @Test("after a pause of a host its feeds come back each at its own place, none before its end")
    func pauses() {
        let feeds = (0..<100).map { Feed(url: "https://one.example/\($0)", source: "S") }
        let waits = feeds.map {
            schedule.afterPause($0, state: state(), seconds: 3600, now: now).seconds(since: now)
        }
        #expect(waits.allSatisfy { $0 >= 3600 && $0 < 4500 })
        #expect(Set(waits).count > 80)
    }
}
