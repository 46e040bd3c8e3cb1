import Fetching
import NewsModel
import TestSupport
import Testing

/// Conditional requests.
struct ValidatorTests {
    @Test func firstFetchIsUnconditional() async throws {
        let peer = try LocalHTTPPeer { _ in .ok("x", [("ETag", "\"a\""), ("Last-Modified", "yesterday")]) }
        defer { peer.stop() }
        try await withFetcher { fetcher in
            let document = try await fetcher.fetch(.feed(url: peer.url))
            #expect(document.etag == "\"a\"")
            #expect(document.lastModified == "yesterday")
            #expect(!document.isNotModified)
            _ = try await fetcher.fetch(.feed(url: peer.url, etag: "", lastModified: ""))
        }
        #expect(peer.requests.count == 2)
        for request in peer.requests {
            #expect(request.header("if-none-match") == nil)
            #expect(request.header("if-modified-since") == nil)
        }
    }

    @Test(arguments: [
        "\"abc\"", "W/\"abc\"", "abc", "\"a,b\"", "\"x-gzip\"", "\"한글\"", "\"caf\u{10FFE9}\"", "''", "\"sp ace\"",
        "\"a\";gzip",
    ])
    func etagComesBackByteForByte(etag: String) async throws {
        let bytes = HeaderText.encode(etag)
        let peer = try LocalHTTPPeer { request in
            let sent = request.header("if-none-match").map { Array($0.utf8) }
            // The peer reads lines as UTF-8: a lone byte becomes U+FFFD there.
            return sent == Array(String(decoding: bytes, as: UTF8.self).utf8)
                ? .status(304)
                : .raw(Array("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nETag: ".utf8) + bytes + Array("\r\n\r\n".utf8))
        }
        defer { peer.stop() }
        try await withFetcher { fetcher in
            let first = try await fetcher.fetch(.feed(url: peer.url))
            #expect(first.etag == etag)
            let second = try await fetcher.fetch(.feed(url: peer.url, etag: first.etag))
            #expect(second.isNotModified)
        }
    }

    @Test(arguments: ["Sun, 06 Nov 1994 08:49:37 GMT", "sun, 06 nov 1994 08:49:37 gmt", "2041-01-01", "yesterday"])
    func lastModifiedComesBackAsItIs(date: String) async throws {
        let peer = try LocalHTTPPeer { $0.header("if-modified-since") == date ? .status(304) : .status(200) }
        defer { peer.stop() }
        try await withFetcher { fetcher in
            let document = try await fetcher.fetch(.feed(url: peer.url, lastModified: date))
            #expect(document.isNotModified)
        }
        #expect(peer.requests.first?.header("if-none-match") == nil)
    }

    @Test func notModifiedCarriesNewHeaders() async throws {
        let peer = try LocalHTTPPeer { _ in .status(304, [("ETag", "\"b\""), ("Cache-Control", "max-age=60")]) }
        defer { peer.stop() }
        try await withFetcher { fetcher in
            let document = try await fetcher.fetch(.feed(url: peer.url, etag: "\"a\"", lastModified: "x"))
            #expect(document.isNotModified)
            #expect(document.etag == "\"b\"")
            #expect(document.cacheHints(now: .init(seconds: 0)).maxAgeSeconds == 60)
        }
        #expect(peer.requests.first?.header("if-none-match") == "\"a\"")
        #expect(peer.requests.first?.header("if-modified-since") == "x")
    }

    @Test func unaskedNotModifiedIsAnError() async throws {
        let peer = try LocalHTTPPeer { _ in .status(304) }
        defer { peer.stop() }
        try await withFetcher { fetcher in
            let error = await fetcher.failure(of: .feed(url: peer.url + "/secret"))
            #expect(error?.code == .unaskedNotModified)
            #expect(
                error?.message
                    == "127.0.0.1:\(peer.port) answered 304 (not modified) to a request without validators")
            #expect(error?.isTransient == true)
        }
    }
}
