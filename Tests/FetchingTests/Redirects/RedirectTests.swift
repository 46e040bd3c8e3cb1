import TestSupport
import Testing

@testable import Fetching

struct RedirectTests {
    /// Answers /N with a redirect to /N-1, and /0 with 200.
    private func chain() throws -> LocalHTTPPeer {
        try LocalHTTPPeer { request in
            guard let number = Int(request.path.dropFirst()), number > 0 else { return .ok("end") }
            return .redirect(number % 2 == 0 ? 301 : 302, to: "/\(number - 1)")
        }
    }

    @Test func followsFiveAndTellsThem() async throws {
        let peer = try chain()
        defer { peer.stop() }
        try await withFetcher { fetcher in
            let document = try await fetcher.fetch(.feed(url: peer.url + "/5"))
            #expect(document.body == Array("end".utf8))
            #expect(document.requestedURL == peer.url + "/5")
            #expect(document.url == peer.url + "/0")
            #expect(document.redirects.map(\.status) == [302, 301, 302, 301, 302])
            #expect(document.redirects.map(\.isPermanent) == [false, true, false, true, false])
            #expect(document.redirects.first == .init(from: peer.url + "/5", status: 302, to: peer.url + "/4"))
        }
    }

    @Test func refusesSix() async throws {
        let peer = try chain()
        defer { peer.stop() }
        try await withFetcher { fetcher in
            let error = await fetcher.failure(of: .feed(url: peer.url + "/6"))
            #expect(
                error
                    == FetchError(
                        code: .tooManyRedirects, message: "127.0.0.1:\(peer.port) redirects more than 5 times"))
        }
        #expect(peer.requests.count == 6)
    }

    @Test func endsALoop() async throws {
        let peer = try LocalHTTPPeer { _ in .redirect(302, to: "/same") }
        defer { peer.stop() }
        try await withFetcher { fetcher in
            #expect(await fetcher.failure(of: .feed(url: peer.url + "/same"))?.code == .tooManyRedirects)
        }
    }

    @Test(arguments: [301, 302, 303, 307, 308])
    func followsEachKind(status: Int) async throws {
        let peer = try LocalHTTPPeer { $0.path == "/a" ? .redirect(status, to: "b") : .ok("end") }
        defer { peer.stop() }
        try await withFetcher { fetcher in
            let got = try await fetcher.fetch(.feed(url: peer.url + "/a"))
            #expect(got.body == Array("end".utf8))
            let post = FetchRequest(url: peer.url + "/a", method: .post, body: [65])
            let posted = try await fetcher.fetch(post)
            #expect(posted.status == 200)
        }
        let repeats = status >= 307
        #expect(peer.requests.last?.method == (repeats ? "POST" : "GET"))
        #expect(peer.requests.last?.body == (repeats ? [65] : []))
    }

    @Test(arguments: [300, 301, 302, 304, 305])
    func redirectWithoutLocationIsTheAnswer(status: Int) async throws {
        let peer = try LocalHTTPPeer { $0.path == "/empty" ? .status(status, [("Location", "")]) : .status(status) }
        defer { peer.stop() }
        try await withFetcher { fetcher in
            for path in ["/", "/empty"] {
                let document = try await fetcher.fetch(.feed(url: peer.url + path, etag: "x"))
                #expect(document.status == status)
            }
        }
    }

    @Test func refusesHTTPAfterHTTPS() throws {
        let request = FetchRequest.feed(url: "https://a.example/secret")
        let hop = try Hop(request: request)
        let error = #expect(throws: FetchError.self) {
            try hop.following(status: 301, location: "http://a.example/secret", request: request, earlier: [])
        }
        #expect(
            error
                == FetchError(
                    code: .insecureRedirect, message: "a.example redirects from https to http, which is refused"))
        var allowing = request
        allowing.allowsInsecureRedirect = true
        #expect(
            try hop.following(status: 301, location: "http://a.example/", request: allowing, earlier: []).target.url
                == "http://a.example/")
    }

    @Test func otherSchemeIsNotTried() async throws {
        let peer = try LocalHTTPPeer { _ in .redirect(302, to: "file:///etc/passwd") }
        defer { peer.stop() }
        try await withFetcher { fetcher in
            let error = await fetcher.failure(of: .feed(url: peer.url))
            #expect(error?.code == .unsupportedScheme)
        }
    }

    @Test func ownHeadersStayWithTheirHost() async throws {
        let other = try LocalHTTPPeer(address: "127.0.0.2") { _ in .ok("other") }
        let otherPort = try LocalHTTPPeer { $0.path == "/back" ? .redirect(302, to: "/home") : .ok("port") }
        let first = try LocalHTTPPeer { request in
            switch request.path {
            case "/same": .redirect(302, to: "/end")
            case "/port": .redirect(302, to: otherPort.url)
            case "/other": .redirect(302, to: other.url)
            default: .ok("end")
            }
        }
        defer {
            first.stop()
            other.stop()
            otherPort.stop()
        }
        try await withFetcher { fetcher in
            for path in ["/same", "/port", "/other"] {
                var request = FetchRequest(
                    url: "http://user:pass@127.0.0.1:\(first.port)\(path)",
                    headers: [(name: "X-Api-Key", value: "secret"), (name: "Cookie", value: "secret")])
                request.accept = "text/xml"
                _ = try await fetcher.fetch(request)
            }
        }
        let same = try #require(first.requests.first { $0.path == "/end" })
        #expect(same.header("authorization") != nil)
        #expect(same.header("x-api-key") == "secret")
        for request in other.requests + otherPort.requests {
            #expect(request.header("authorization") == nil)
            #expect(request.header("x-api-key") == nil)
            #expect(request.header("cookie") == nil)
            #expect(request.header("accept") == "text/xml")
        }
        #expect(other.requests.count == 1)
        #expect(otherPort.requests.count == 1)
    }

    @Test func ownHeadersDoNotComeBack() throws {
        let request = FetchRequest(
            url: "https://a.example/", headers: [(name: "X-Api-Key", value: "secret")],
            credentials: .init(user: "u", password: "p"))
        let first = try Hop(request: request)
        let away = try first.following(status: 302, location: "https://b.example/", request: request, earlier: [])
        let back = try away.following(status: 302, location: "https://a.example/", request: request, earlier: [])
        #expect(first.carriesOwnHeaders && first.credentials != nil)
        #expect(!away.carriesOwnHeaders && away.credentials == nil)
        #expect(!back.carriesOwnHeaders && back.credentials == nil)
    }

    @Test func stepToHTTPSKeepsOwnHeaders() throws {
        let request = FetchRequest(url: "http://u:p@a.example/")
        let hop = try Hop(request: request)
        func next(_ location: String) throws -> Bool {
            try hop.following(status: 301, location: location, request: request, earlier: []).carriesOwnHeaders
        }
        #expect(try next("https://a.example/"))
        #expect(try !next("https://a.example:8443/"))
        #expect(try !next("https://www.a.example/"))
    }

    @Test func validatorsGoWhereTheyBelong() throws {
        var request = FetchRequest.feed(url: "https://a.example/", etag: "\"x\"", lastModified: "y")
        let hop = try Hop(request: request)
        func next(_ status: Int, earlier: [FetchedDocument.Redirect] = []) throws -> Hop {
            try hop.following(status: status, location: "https://b.example/f", request: request, earlier: earlier)
        }
        #expect(hop.isConditional)
        #expect(try next(302).etag == "\"x\"")
        #expect(try next(307).lastModified == "y")
        #expect(try !next(301).isConditional)
        #expect(try !next(308).isConditional)
        #expect(try !next(302, earlier: [.init(from: "x", status: 301, to: "y")]).isConditional)
        request.validatorsURL = "https://b.example/f"
        #expect(try next(301).isConditional)
        #expect(try !Hop(request: request).isConditional)
        request.validatorsURL = "https://c.example/"
        #expect(try !next(302).isConditional)
    }

    @Test func longRedirectBodyIsLeft() async throws {
        let peer = try LocalHTTPPeer { request in
            request.path == "/a"
                ? .response(status: 302, headers: [("Location", "/b")], body: [UInt8](repeating: 65, count: 4 << 20))
                : .ok("end")
        }
        defer { peer.stop() }
        try await withFetcher { fetcher in
            let document = try await fetcher.fetch(.feed(url: peer.url + "/a"))
            #expect(document.url == peer.url + "/b")
            var small = FetchRequest.feed(url: peer.url + "/a")
            small.maximumBytes = 1000
            let limited = try await fetcher.fetch(small)
            #expect(limited.url == peer.url + "/b")
        }
    }
}
