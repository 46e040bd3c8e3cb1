import Logging
import NewsModel
import Storage
import TestSupport
import Testing

@testable import Pipeline

@Suite("Which feeds are due")
struct FeedBoardTests {
    private let start = TestMonitor.start
    private let schedule = PollSchedule(settings: PollingSettings())

    private func withBoard(
        _ feeds: [Feed], _ states: [FeedState] = [], _ test: (FeedBoard, SQLiteNewsStore) async throws -> Void
    ) async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let store = try SQLiteNewsStore.open(
            folder: folder.path, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        for state in states { try await store.save(state) }
        try await test(FeedBoard(feeds: feeds, store: store, schedule: schedule), store)
        try await store.close()
    }

    private func feed(_ name: String) -> Feed { Feed(url: "http://\(name).invalid/", source: name) }

    private func state(_ name: String, checked: Int64, next: Int64) -> FeedState {
        FeedState(
            url: feed(name).url, checkedAt: start.adding(seconds: checked), nextCheckAt: start.adding(seconds: next))
    }

    private func names(_ due: [FeedBoard.DueFeed]) -> [String] { due.map(\.feed.source) }

    @Test("new feeds first, then the longest overdue; each is given out once and comes back with its next time")
    func order() async throws {
        let states = [state("late", checked: -900, next: -10), state("later", checked: -900, next: -5)]
        try await withBoard(["later", "new", "late"].map(feed), states + [state("far", checked: 0, next: 900)]) {
            (board, _) async throws in
            #expect(try await names(board.takeDue(at: start, all: false)) == ["new", "late", "later"])
            #expect(try await board.takeDue(at: start, all: false).isEmpty)
            #expect(try await board.nextDueTime(at: start) == nil)
            try await board.record(state("late", checked: 0, next: 300), at: start)
            #expect(try await board.nextDueTime(at: start) == start.adding(seconds: 300))
            #expect(try await names(board.takeDue(at: start.adding(seconds: 300), all: false)) == ["late"])
        }
    }

    @Test("all means every feed but those that are stopped")
    func all() async throws {
        var stopped = state("stopped", checked: 0, next: 0)
        stopped.disabledReason = "gone"
        try await withBoard([feed("a"), feed("stopped")], [stopped, state("a", checked: 0, next: 9000)]) {
            (board, _) async throws in
            #expect(try await names(board.takeDue(at: start, all: true)) == ["a"])
        }
    }

    @Test("a clock that is set back keeps intervals, a small correction keeps moments, forward makes due")
    func clockJumps() async throws {
        try await withBoard([feed("a")], [state("a", checked: 0, next: 900)]) { (board, _) async throws in
            let lastWeek = start.adding(seconds: -7 * 86_400)
            #expect(try await board.takeDue(at: lastWeek, all: false).isEmpty)
            #expect(try await board.nextDueTime(at: lastWeek) == lastWeek.adding(seconds: 900))
            #expect(try await names(board.takeDue(at: lastWeek.adding(seconds: 900), all: false)) == ["a"])
        }
        try await withBoard([feed("a")], [state("a", checked: 0, next: 900)]) { (board, _) async throws in
            #expect(try await board.nextDueTime(at: start) == start.adding(seconds: 900))
            #expect(try await board.takeDue(at: start.adding(seconds: -30), all: false).isEmpty)
            #expect(try await board.nextDueTime(at: start) == start.adding(seconds: 900))
            // Set back while it runs, after a look.
            #expect(try await board.takeDue(at: start.adding(seconds: -3600), all: false).isEmpty)
            #expect(try await board.nextDueTime(at: start) == start.adding(seconds: -2700))
            #expect(try await names(board.takeDue(at: start.adding(seconds: 400 * 86_400), all: false)) == ["a"])
        }
    }

    @Test("what the user switches while a feed is being polled has the last word, also in the store")
    func switchedMeanwhile() async throws {
        try await withBoard([feed("a")]) { (board, store) async throws in
            _ = try await board.takeDue(at: start, all: false)
            #expect(try await board.setFeed(feed("a").url, enabled: false, reason: "paused", at: start))
            // The poll ends and has stored its own state.
            let after = state("a", checked: 0, next: 300)
            try await store.save(after)
            try await board.record(after, at: start)
            #expect(try await store.feedStates().map(\.disabledReason) == ["paused"])
            #expect(try await board.takeDue(at: start.adding(seconds: 9000), all: false).isEmpty)
            #expect(try await board.setFeed(feed("a").url, enabled: true, reason: "", at: start))
            #expect(try await names(board.takeDue(at: start, all: false)) == ["a"])
            #expect(try await board.setFeed("http://other.invalid/", enabled: true, reason: "", at: start) == false)
        }
    }

    @Test("a reload keeps what is known, adds what is new, and never gives out a feed that is being polled")
    func reload() async throws {
        try await withBoard([feed("a"), feed("b")]) { (board, _) async throws in
            _ = try await board.takeDue(at: start, all: false)
            try await board.record(state("b", checked: 0, next: 600), at: start)
            await board.replace([feed("c"), feed("a"), feed("b")], schedule: schedule)
            #expect(try await names(board.takeDue(at: start, all: false)) == ["c"])
            try await board.record(state("a", checked: 0, next: 60), at: start)
            let next = try await board.takeDue(at: start.adding(seconds: 600), all: false)
            #expect(names(next) == ["a", "b"])
        }
    }

    @Test(
        "10,000 feeds after a start, a stop of an hour and a jump of the clock: no second with more than 3 times the mean"
    )
    func noHerd() async throws {
        let feeds = (0..<10_000).map {
            Feed(url: "http://h\($0 % 900).invalid/\($0)", source: "\($0)", intervalSeconds: 300)
        }
        try await withBoard(feeds) { (board, _) async throws in
            var pacer = StartPacer()
            var round = PollRound(limit: 100_000) { _ in 100_000 }
            var now = start
            var most = 0
            var polled: Set<String> = []
            pacer.meanPerSecond = await board.pollsPerSecond(at: now)
            #expect(abs(pacer.meanPerSecond - 33.3) < 0.1)
            func run(seconds: Int) async throws {
                for _ in 0..<seconds {
                    var started = 0
                    for _ in 0..<10 {
                        round.add(try await board.takeDue(at: now, all: false))
                        while round.hasNext, pacer.start(at: now), let next = round.start() {
                            started += 1
                            polled.insert(next.feed.url)
                            round.finish(next)
                            var state = next.state
                            state.checkedAt = now
                            state.nextCheckAt = now.adding(seconds: 300)
                            try await board.record(state, at: now)
                        }
                        now = Timestamp(milliseconds: now.milliseconds + 100)
                    }
                    most = max(most, started)
                }
            }
            try await run(seconds: 200)
            #expect(polled.count == 10_000, "all are read in less than an interval")
            now = now.adding(seconds: 3600)
            polled = []
            try await run(seconds: 200)
            #expect(polled.count == 10_000)
            #expect(most <= 100, "\(most) in one second")
        }
    }
}
