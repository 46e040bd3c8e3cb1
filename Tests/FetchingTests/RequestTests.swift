import Fetching
import TestSupport
import Testing

/// What goes out on the wire.
struct RequestTests {
    /// The one request that a peer sees.
    private func sent(_ make: (LocalHTTPPeer) -> FetchRequest) async throws -> LocalHTTPPeer.Request {
        let peer = try LocalHTTPPeer { _ in .ok("x") }
        defer { peer.stop() }
        let request = make(peer)
        try await withFetcher { fetcher in _ = try await fetcher.fetch(request) }
        #expect(peer.requests.count == 1)
        return try #require(peer.requests.first)
    }

    @Test func feedRequestIsPlain() async throws {
        let peer = try LocalHTTPPeer { _ in .ok("x") }
        defer { peer.stop() }
        try await withFetcher { fetcher in
            _ = try await fetcher.fetch(.feed(url: peer.url + "/f?a=%2F&b=1#frag"))
        }
        let request = try #require(peer.requests.first)
        #expect(request.method == "GET")
        #expect(request.path == "/f?a=%2F&b=1")
        let headers = request.headers.map { "\($0.name): \($0.value)" }.sorted()
        #expect(
            headers == [
                "Accept-Encoding: gzip, deflate",
                "Accept: application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, "
                    + "application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, text/html;q=0.3, */*;q=0.1",
                "Host: 127.0.0.1:\(peer.port)",
                "User-Agent: newsward/1.0 (+https://contact.example)",
            ])
    }

    @Test func webhookPostsTheExactBytes() async throws {
        let body: [UInt8] = Array("{\"text\":\"경고\"}".utf8) + [0, 13, 10, 255]
        let request = try await sent {
            .webhook(url: $0.url + "/hook", body: body, headers: [(name: "webhook-id", value: "msg_1")])
        }
        #expect(request.method == "POST")
        #expect(request.body == body)
        #expect(request.header("content-type") == "application/json")
        #expect(request.header("webhook-id") == "msg_1")
        #expect(request.header("content-length") == String(body.count))
        #expect(request.header("expect") == nil)
    }

    @Test func webhookKeepsTheStartOfALongAnswer() async throws {
        let peer = try LocalHTTPPeer { _ in
            .response(status: 500, headers: [], body: [UInt8](repeating: 65, count: 1 << 20))
        }
        defer { peer.stop() }
        try await withFetcher { fetcher in
            let document = try await fetcher.fetch(.webhook(url: peer.url, body: []))
            #expect(document.status == 500)
            #expect(document.body.count == 65_536)
        }
        #expect(peer.requests.first?.header("content-length") == "0")
    }

    @Test func webhookDoesNotFollowRedirects() async throws {
        let peer = try LocalHTTPPeer { _ in .redirect(302, to: "/other") }
        defer { peer.stop() }
        try await withFetcher { fetcher in
            let document = try await fetcher.fetch(.webhook(url: peer.url, body: [1]))
            #expect(document.status == 302)
            #expect(document.redirects.isEmpty)
        }
        #expect(peer.requests.count == 1)
    }

    @Test(arguments: [FetchRequest.Method.get, .head, .post, .put, .delete])
    func sendsMethod(method: FetchRequest.Method) async throws {
        let request = try await sent { FetchRequest(url: $0.url, method: method, body: method == .put ? [65] : nil) }
        #expect(request.method == method.rawValue)
        #expect(request.body == (method == .put ? [65] : []))
    }

    @Test func headersCannotSplit() async throws {
        let request = try await sent {
            FetchRequest(
                url: $0.url,
                headers: [
                    (name: "X-Note", value: "a\r\nX-Evil: 1\0b"), (name: "Bad Name", value: "x"),
                    (name: "X\r\nX-Evil", value: "x"), (name: "X-Empty", value: ""),
                ], etag: "\"a\"\r\nX-Evil: 1", accept: "*/*\nX-Evil: 1", userAgent: "me\r\nX-Evil: 1")
        }
        #expect(request.headers.allSatisfy { $0.name.lowercased() != "x-evil" })
        #expect(request.header("x-note") == "aX-Evil: 1b")
        #expect(request.header("x-empty") == "")
        #expect(request.header("user-agent") == "meX-Evil: 1")
    }

    @Test func userInfoBecomesAuthorization() async throws {
        let request = try await sent { FetchRequest(url: "http://us%20er:p%40ss@127.0.0.1:\($0.port)/") }
        #expect(request.header("authorization") == "Basic dXMgZXI6cEBzcw==")
    }

    @Test func credentialsComeBeforeUserInfo() async throws {
        let request = try await sent {
            FetchRequest(
                url: "http://a:b@127.0.0.1:\($0.port)/", credentials: .init(user: "user", password: "secret"))
        }
        #expect(request.header("authorization") == "Basic dXNlcjpzZWNyZXQ=")
    }

    @Test func sendsNoCookieBack() async throws {
        let peer = try LocalHTTPPeer { _ in .ok("x", [("Set-Cookie", "id=1; Path=/")]) }
        defer { peer.stop() }
        try await withFetcher { fetcher in
            for _ in 0..<2 { _ = try await fetcher.fetch(.feed(url: peer.url)) }
        }
        #expect(peer.requests.count == 2)
        #expect(peer.requests.allSatisfy { $0.header("cookie") == nil && $0.header("referer") == nil })
    }

    @Test func keepsTheConnection() async throws {
        let peer = try LocalHTTPPeer { _ in .ok("x") }
        defer { peer.stop() }
        try await withFetcher { fetcher in
            for _ in 0..<5 { _ = try await fetcher.fetch(.feed(url: peer.url)) }
        }
        #expect(peer.requests.count == 5)
        #expect(peer.connectionCount == 1)
    }

    @Test func reachesAUnixSocketWhateverThePolicy() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let path = folder.path + "/peer.sock"
        let peer = try LocalHTTPPeer(unixSocketPath: path) { .ok($0.path) }
        defer { peer.stop() }
        try await withFetcher(loopback { $0.addressPolicy = AddressPolicy() }) { fetcher in
            let document = try await fetcher.fetch(FetchRequest(url: "http://localhost/api/x", unixSocketPath: path))
            #expect(document.body == Array("/api/x".utf8))
            #expect(document.remoteAddress == "")
        }
    }

    @Test func asksTheProxyForTheWholeURL() async throws {
        let proxy = try LocalHTTPPeer { _ in .ok("by proxy") }
        defer { proxy.stop() }
        try await withFetcher(loopback { $0.addressPolicy = AddressPolicy() }) { fetcher in
            var request = FetchRequest.feed(url: "http://feeds.example/rss")
            request.proxy = proxy.url
            let document = try await fetcher.fetch(request)
            #expect(document.body == Array("by proxy".utf8))
        }
        #expect(proxy.requests.first?.path == "http://feeds.example/rss")
    }

    @Test(arguments: ["127.0.0.1", "2130706433", "[::1]", "localhost", "a.localhost", "169.254.169.254"])
    func asksTheProxyForNoPrivateAddress(host: String) async throws {
        let proxy = try LocalHTTPPeer { _ in .ok("by proxy") }
        defer { proxy.stop() }
        try await withFetcher(
            loopback {
                $0.addressPolicy = AddressPolicy()
                $0.proxy = proxy.url
            }
        ) { fetcher in
            #expect(await fetcher.failure(of: .feed(url: "http://\(host)/"))?.code == .blockedAddress)
        }
        #expect(proxy.connectionCount == 0)
    }

    /// Numbers that no one should write, but a configuration may: nothing traps.
    @Test(arguments: [Double.nan, .infinity, -.infinity, -1, 0, 1e300])
    func oddNumbersAreHarmless(number: Double) async throws {
        let peer = try LocalHTTPPeer { _ in .ok("x") }
        defer { peer.stop() }
        let configuration = loopback {
            $0.defaultHostRule = .init(connections: .max, spacingSeconds: number)
            $0.maximumConnections = .max
        }
        try await withFetcher(configuration) { fetcher in
            var request = FetchRequest(url: peer.url, timeoutSeconds: number, connectTimeoutSeconds: number)
            let error = await fetcher.failure(of: request)
            #expect(error == nil || error?.code == .timeout)
            request.maximumBytes = -1
            request.pacing = .immediate
            let second = await fetcher.failure(of: request)
            #expect(second?.code == .tooLarge || second?.code == .timeout)
        }
    }

    @Test func userAgentNamesAContact() {
        #expect(
            FetcherConfiguration.userAgent(version: "1.2.3", contact: "https://contact.example/")
                == "newsward/1.2.3 (+https://contact.example/)")
    }
}
