import Fetching
import TestSupport
import Testing

/// The limits of hosts over real connections.
struct PacingTests {
    private func fetchAll(_ fetcher: HTTPFetcher, _ requests: [FetchRequest]) async {
        await withTaskGroup(of: Void.self) { group in
            for request in requests {
                group.addTask { #expect(await fetcher.failure(of: request) == nil) }
            }
        }
    }

    @Test func twoAtOnceForAHost() async throws {
        let peer = try LocalHTTPPeer { _ in
            .stream { writer in
                _ = writer.pause(milliseconds: 5)
                _ = writer.write(Array("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".utf8))
            }
        }
        defer { peer.stop() }
        try await withFetcher(loopback { $0.defaultHostRule = .init(connections: 2, spacingSeconds: 0) }) { fetcher in
            await fetchAll(fetcher, (0..<20).map { .feed(url: peer.url + "/\($0)") })
        }
        #expect(peer.requests.count == 20)
        #expect(peer.mostAtOnce <= 2)
    }

    @Test func startsApart() async throws {
        let peer = try LocalHTTPPeer { _ in .ok("x") }
        defer { peer.stop() }
        try await withFetcher(loopback { $0.defaultHostRule = .init(connections: 2, spacingSeconds: 0.1) }) { fetcher in
            let time = await ContinuousClock().measure {
                await fetchAll(fetcher, (0..<4).map { .feed(url: peer.url + "/\($0)") })
            }
            #expect(time >= .milliseconds(300))
        }
    }

    @Test func defaultsAreTwoAndOneSecond() {
        let rule = FetcherConfiguration().defaultHostRule
        #expect(rule.connections == 2)
        #expect(rule.spacingSeconds == 1)
    }

    @Test func aHostsRuleReplacesTheDefault() async throws {
        let peer = try LocalHTTPPeer { _ in .ok("x") }
        defer { peer.stop() }
        try await withFetcher(
            loopback {
                $0.defaultHostRule = .init(connections: 1, spacingSeconds: 600)
                $0.hostRules["127.0.0.1"] = .init(connections: 100, spacingSeconds: 0)
            }
        ) { fetcher in
            await fetchAll(fetcher, (0..<20).map { .feed(url: peer.url + "/\($0)") })
        }
    }

    @Test func hostsDoNotWaitForEachOther() async throws {
        let peers = try (1...20).map { number in try LocalHTTPPeer(address: "127.0.1.\(number)") { _ in .ok("x") } }
        defer { for peer in peers { peer.stop() } }
        try await withFetcher(loopback { $0.defaultHostRule = .init(connections: 1, spacingSeconds: 600) }) { fetcher in
            await fetchAll(fetcher, peers.map { .feed(url: $0.url) })
        }
    }

    @Test func webhooksDoNotWait() async throws {
        let peer = try LocalHTTPPeer { _ in .ok("x") }
        defer { peer.stop() }
        try await withFetcher(loopback { $0.defaultHostRule = .init(connections: 1, spacingSeconds: 600) }) { fetcher in
            await fetchAll(fetcher, (0..<5).map { _ in .webhook(url: peer.url, body: [1]) })
        }
        #expect(peer.requests.count == 5)
    }

    /// Polite fetches that hang take every place; a webhook still goes through.
    @Test func webhooksHavePlacesOfTheirOwn() async throws {
        let hanging = try LocalHTTPPeer { _ in .rawThenHang([]) }
        let sink = try LocalHTTPPeer { _ in .ok("x") }
        defer {
            hanging.stop()
            sink.stop()
        }
        try await withFetcher(loopback { $0.maximumConnections = 2 }) { fetcher in
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<10 { group.addTask { _ = await fetcher.failure(of: FetchRequest(url: hanging.url)) } }
                #expect(await fetcher.failure(of: .webhook(url: sink.url, body: [])) == nil)
                group.cancelAll()
            }
        }
    }

    @Test func redirectToAnotherHostTakesItsTurnThere() async throws {
        let second = try LocalHTTPPeer(address: "127.0.0.2") { _ in .ok("end") }
        let first = try LocalHTTPPeer { _ in .redirect(302, to: second.url) }
        defer {
            first.stop()
            second.stop()
        }
        try await withFetcher(
            loopback {
                $0.defaultHostRule = .init(connections: 1, spacingSeconds: 0)
                $0.hostRules["127.0.0.2"] = .init(connections: 1, spacingSeconds: 0.1)
            }
        ) { fetcher in
            let time = await ContinuousClock().measure {
                await fetchAll(fetcher, (0..<3).map { .feed(url: first.url + "/\($0)") })
            }
            #expect(time >= .milliseconds(200))
        }
        #expect(second.requests.count == 3)
        #expect(second.mostAtOnce == 1)
    }

    /// The second hop starts at once, 150 ms after the first, and the next fetch 200 ms after that.
    @Test func redirectWithinAHostCountsAsAStart() async throws {
        let peer = try LocalHTTPPeer { request in
            guard request.path == "/a" else { return .ok("end") }
            return .stream { writer in
                _ = writer.pause(milliseconds: 150)
                let head = "HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                _ = writer.write(Array(head.utf8))
            }
        }
        defer { peer.stop() }
        try await withFetcher(loopback { $0.defaultHostRule = .init(connections: 2, spacingSeconds: 0.2) }) { fetcher in
            let time = await ContinuousClock().measure {
                await fetchAll(fetcher, [.feed(url: peer.url + "/a")])
                await fetchAll(fetcher, [.feed(url: peer.url + "/c")])
            }
            #expect(time >= .milliseconds(340))
        }
    }
}
