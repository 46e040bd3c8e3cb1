import Fetching
import TestSupport
import Testing

struct LifecycleTests {
    @Test func twoHundredAtOnce() async throws {
        let peer = try LocalHTTPPeer { .ok($0.path) }
        defer { peer.stop() }
        try await withFetcher(loopback { $0.defaultHostRule.connections = 200 }) { fetcher in
            try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<200 {
                    group.addTask {
                        let document = try await fetcher.fetch(.feed(url: peer.url + "/\(number)"))
                        return document.body == Array("/\(number)".utf8)
                    }
                }
                for try await isRight in group { #expect(isRight) }
            }
        }
        #expect(Set(peer.requests.map(\.path)).count == 200)
    }

    @Test func cancellingEndsTheTransfer() async throws {
        let arrived = AsyncStream<Void>.makeStream()
        let peer = try LocalHTTPPeer { _ in
            arrived.continuation.yield()
            return .rawThenHang([])
        }
        defer { peer.stop() }
        try await withFetcher { fetcher in
            let task = Task { await fetcher.failure(of: FetchRequest(url: peer.url)) }
            for await _ in arrived.stream { break }
            task.cancel()
            #expect(
                await task.value
                    == FetchError(
                        code: .cancelled, message: "The fetch from 127.0.0.1:\(peer.port) was cancelled"))
            #expect(fetcher.statistics.active <= 1)
        }
    }

    @Test func cancelledTaskStartsNothing() async throws {
        let peer = try LocalHTTPPeer { _ in .ok("x") }
        defer { peer.stop() }
        try await withFetcher { fetcher in
            let task = Task {
                unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
                return await fetcher.failure(of: FetchRequest(url: peer.url))
            }
            #expect(await task.value?.code == .cancelled)
        }
        #expect(peer.connectionCount == 0)
    }

    @Test func cancellingAWaitGivesUpThePlace() async throws {
        let arrived = AsyncStream<Void>.makeStream()
        let peer = try LocalHTTPPeer { request in
            guard request.path == "/hang" else { return .ok("x") }
            arrived.continuation.yield()
            return .rawThenHang([])
        }
        defer { peer.stop() }
        try await withFetcher(loopback { $0.defaultHostRule.connections = 1 }) { fetcher in
            let hanging = Task { await fetcher.failure(of: FetchRequest(url: peer.url + "/hang")) }
            for await _ in arrived.stream { break }
            let waiting = Task { await fetcher.failure(of: FetchRequest(url: peer.url + "/never")) }
            waiting.cancel()
            #expect(await waiting.value?.code == .cancelled)
            hanging.cancel()
            #expect(await hanging.value?.code == .cancelled)
            #expect(await fetcher.failure(of: FetchRequest(url: peer.url + "/after")) == nil)
        }
        #expect(peer.requests.map(\.path) == ["/hang", "/after"])
    }

    @Test func shutdownEndsWhatRunsAndWhatWaits() async throws {
        let arrived = AsyncStream<Void>.makeStream()
        let peer = try LocalHTTPPeer { _ in
            arrived.continuation.yield()
            return .rawThenHang([])
        }
        defer { peer.stop() }
        try await withFetcher(loopback { $0.defaultHostRule.connections = 2 }) { fetcher in
            await withTaskGroup(of: FetchError?.self) { group in
                for _ in 0..<20 { group.addTask { await fetcher.failure(of: FetchRequest(url: peer.url)) } }
                for await _ in arrived.stream { break }
                await fetcher.shutdown()
                for await error in group {
                    #expect(error == FetchError(code: .cancelled, message: "The fetcher is shut down"))
                }
            }
            await fetcher.shutdown()
            #expect(
                await fetcher.failure(of: FetchRequest(url: peer.url))
                    == FetchError(code: .cancelled, message: "The fetcher is shut down"))
            #expect(fetcher.statistics == FetcherStatistics(longestTurn: fetcher.statistics.longestTurnMilliseconds))
        }
    }

    /// Random cancels against random answers: every fetch ends, once.
    @Test func cancelsInAllStates() async throws {
        let peer = try LocalHTTPPeer { $0.path.hasSuffix("0") ? .rawThenHang([]) : .ok("x") }
        defer { peer.stop() }
        try await withFetcher { fetcher in
            let ended = await withTaskGroup(of: Void.self, returning: Int.self) { group in
                for number in 0..<300 {
                    group.addTask {
                        let fetch = Task { await fetcher.failure(of: FetchRequest(url: peer.url + "/\(number)")) }
                        for _ in 0..<(number % 7) { await Task.yield() }
                        fetch.cancel()
                        _ = await fetch.value
                    }
                }
                return await group.reduce(0) { count, _ in count + 1 }
            }
            #expect(ended == 300)
        }
    }
}

extension FetcherStatistics {
    init(longestTurn: Int) {
        self.init()
        longestTurnMilliseconds = longestTurn
    }
}
