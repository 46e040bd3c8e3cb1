import Logging
import NewsModel
import TestSupport
import Testing

@testable import Fetching

@Suite("Hosts that ask for fewer requests")
struct HostPausesTests {
    private let now = Timestamp(seconds: 1_800_000_000)

    private func hints(_ retryAfter: String?) -> CacheHints {
        CacheHints(headers: ResponseHeaders(retryAfter.map { [(name: "Retry-After", value: $0)] } ?? []), now: now)
    }

    private func pause(_ status: Int, _ retryAfter: String?) -> Int? {
        var pauses = HostPauses()
        _ = pauses.note(host: "a", status: status, hints: hints(retryAfter), now: now)
        #expect(pauses.secondsLeft(host: "b", now: now) == nil)
        return pauses.secondsLeft(host: "a", now: now)
    }

    @Test("429 and 503 with Retry-After pause the host; other faults do not")
    func lengths() {
        #expect(pause(429, "120") == 120)
        #expect(pause(503, "120") == 120)
        #expect(pause(429, nil) == 3600)
        #expect(pause(429, "soon") == 3600)
        #expect(pause(429, "0") == 60)
        #expect(pause(429, "99999999999") == CacheHints.capSeconds)
        #expect(pause(503, nil) == nil)
        #expect(pause(500, "120") == nil)
        #expect(pause(200, "120") == nil)
    }

    @Test("unnamed pauses double up to a day; a good answer starts again; a fault does not")
    func strikes() {
        var pauses = HostPauses()
        var lengths: [Int?] = []
        for _ in 0..<7 {
            _ = pauses.note(host: "a", status: 429, hints: hints(nil), now: now)
            _ = pauses.note(host: "a", status: 500, hints: hints(nil), now: now)
            lengths.append(pauses.secondsLeft(host: "a", now: now))
        }
        #expect(lengths == [3600, 7200, 14_400, 28_800, 57_600, 86_400, 86_400])
        _ = pauses.note(host: "a", status: 304, hints: hints(nil), now: now)
        #expect(pauses.secondsLeft(host: "a", now: now) == nil)
        _ = pauses.note(host: "a", status: 429, hints: hints(nil), now: now)
        #expect(pauses.secondsLeft(host: "a", now: now) == 3600)
    }

    @Test("a pause ends in time, and a clock that is set back does not prolong it")
    func end() {
        var pauses = HostPauses()
        _ = pauses.note(host: "a", status: 429, hints: hints("120"), now: now)
        #expect(pauses.secondsLeft(host: "a", now: now.adding(seconds: 119)) == 1)
        #expect(pauses.secondsLeft(host: "a", now: now.adding(seconds: 120)) == nil)
        #expect(pauses.secondsLeft(host: "a", now: now.adding(seconds: -86_400)) == nil)
    }

    @Test("every change is told, and pauses that are known from before hold")
    func changes() {
        var pauses = HostPauses()
        let begun = HostPause(host: "a", since: now, until: now.adding(seconds: 120), strikes: 1)
        #expect(pauses.note(host: "a", status: 200, hints: hints(nil), now: now) == nil)
        #expect(pauses.note(host: "a", status: 429, hints: hints("120"), now: now) == .begun(begun))
        #expect(pauses.note(host: "a", status: 500, hints: hints(nil), now: now) == nil)
        var later = HostPauses([begun])
        #expect(later.secondsLeft(host: "a", now: now.adding(seconds: 20)) == 100)
        #expect(later.secondsLeft(host: "b", now: now) == nil)
        guard case .begun(let second) = later.note(host: "a", status: 429, hints: hints(nil), now: now) else {
            Issue.record("no second pause")
            return
        }
        #expect(second.strikes == 2 && second.until == now.adding(seconds: 7200))
        #expect(later.note(host: "a", status: 304, hints: hints(nil), now: now) == .over(host: "a"))
        #expect(later.note(host: "a", status: 304, hints: hints(nil), now: now) == nil)
    }

    @Test("of a hundred requests to such a host one is sent, the others say why and until when")
    func overTheWire() async throws {
        let peer = try LocalHTTPPeer { _ in .status(429, [("Retry-After", "3600")]) }
        defer { peer.stop() }
        let clock = ManualClock(now)
        let fetcher = HTTPFetcher(
            configuration: loopback { $0.defaultHostRule = .init(connections: 1, spacingSeconds: 0) }, now: clock.now,
            logger: .init(label: "test"))
        let first = try await fetcher.fetch(.feed(url: peer.url + "/0"))
        #expect(first.status == 429)
        for number in 1..<100 {
            let error = await fetcher.failure(of: .feed(url: peer.url + "/\(number)"))
            #expect(error?.code == .hostPaused && error?.retryAfterSeconds == 3600)
            #expect(
                error?.message == "127.0.0.1 has asked for fewer requests; it is left alone for 3600 s")
        }
        #expect(peer.requests.count == 1)
        #expect(
            try await fetcher.fetch(.webhook(url: peer.url + "/hook", body: [])).status == 429,
            "deliveries pace themselves")
        clock.advance(seconds: 3600)
        #expect(try await fetcher.fetch(.feed(url: peer.url + "/1")).status == 429)
        await fetcher.shutdown()
    }
}
