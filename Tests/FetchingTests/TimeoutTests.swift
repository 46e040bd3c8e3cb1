import Fetching
import TestSupport
import Testing

struct TimeoutTests {
    private func request(_ peer: LocalHTTPPeer, timeout: Double = 0.5) -> FetchRequest {
        FetchRequest(url: peer.url + "/secret?token=canary", timeoutSeconds: timeout)
    }

    @Test(arguments: ["", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc"])
    func endsSilence(start: String) async throws {
        let peer = try LocalHTTPPeer { _ in .rawThenHang(Array(start.utf8)) }
        defer { peer.stop() }
        try await withFetcher { fetcher in
            let error = await fetcher.failure(of: request(peer))
            #expect(
                error
                    == FetchError(code: .timeout, message: "127.0.0.1:\(peer.port) did not finish within 0.5 s"))
            #expect(error?.isTransient == true)
        }
    }

    @Test func endsADripByTime() async throws {
        let peer = try LocalHTTPPeer { _ in
            .stream { writer in
                guard writer.write(Array("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".utf8)) else { return }
                while writer.pause(milliseconds: 20), writer.write([65]) {}
            }
        }
        defer { peer.stop() }
        try await withFetcher { fetcher in
            #expect(await fetcher.failure(of: request(peer))?.code == .timeout)
        }
    }

    @Test func endsADripBySpeed() async throws {
        let peer = try LocalHTTPPeer { _ in
            .stream { writer in
                guard writer.write(Array("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".utf8)) else { return }
                while writer.pause(milliseconds: 100), writer.write([65]) {}
            }
        }
        defer { peer.stop() }
        try await withFetcher(loopback { $0.lowSpeedSeconds = 1 }) { fetcher in
            let error = await fetcher.failure(of: request(peer, timeout: 30))
            #expect(
                error
                    == FetchError(code: .timeout, message: "127.0.0.1:\(peer.port) sent almost nothing for too long"))
        }
    }

    @Test func timeCountsOverRedirects() async throws {
        let peer = try LocalHTTPPeer { _ in
            .stream { writer in
                guard writer.pause(milliseconds: 120) else { return }
                _ = writer.write(
                    Array(
                        "HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".utf8)
                )
            }
        }
        defer { peer.stop() }
        try await withFetcher { fetcher in
            #expect(await fetcher.failure(of: request(peer, timeout: 0.3))?.code == .timeout)
        }
        // With a new clock for each hop it would be too many redirects.
        #expect(peer.requests.count <= 3)
    }

    @Test func oneHangDoesNotHoldOthers() async throws {
        let hanging = try LocalHTTPPeer { _ in .rawThenHang([]) }
        let good = try LocalHTTPPeer { _ in .ok("x") }
        defer {
            hanging.stop()
            good.stop()
        }
        try await withFetcher { fetcher in
            let slow = Array(repeating: FetchRequest(url: hanging.url, timeoutSeconds: 20), count: 20)
            await withTaskGroup(of: Void.self) { group in
                for request in slow { group.addTask { _ = await fetcher.failure(of: request) } }
                for _ in 0..<50 {
                    #expect(await fetcher.failure(of: .feed(url: good.url)) == nil)
                }
                group.cancelAll()
            }
            // Far above what it takes, for slow machines; a loop that waits for one transfer takes 20 s.
            #expect(fetcher.statistics.longestTurnMilliseconds < 2000)
        }
    }

    @Test func refusedConnectionSaysSo() async throws {
        let peer = try LocalHTTPPeer { _ in .close }
        peer.stop()
        try await withFetcher { fetcher in
            let error = await fetcher.failure(of: request(peer))
            #expect(
                error
                    == FetchError(
                        code: .connectFailed, message: "No connection to 127.0.0.1:\(peer.port) (Connection refused)"))
        }
    }

    @Test func unknownNameSaysSo() async throws {
        try await withFetcher { fetcher in
            let error = await fetcher.failure(
                of: FetchRequest(url: "http://no-such-host.invalid/secret", connectTimeoutSeconds: 2))
            #expect(error?.code == .dns || error?.code == .timeout)
            #expect(error?.message.contains("no-such-host.invalid") == true)
        }
    }
}
