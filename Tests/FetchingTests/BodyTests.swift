import Fetching
import TestSupport
import Testing

struct BodyTests {
    private func fetch(
        _ answer: LocalHTTPPeer.Answer, maximumBytes: Int = 10 << 20
    ) async throws -> Result<FetchedDocument, FetchError> {
        let peer = try LocalHTTPPeer { _ in answer }
        defer { peer.stop() }
        var request = FetchRequest.feed(url: peer.url + "/secret")
        request.maximumBytes = maximumBytes
        var result: Result<FetchedDocument, FetchError>?
        try await withFetcher { fetcher in
            do {
                result = .success(try await fetcher.fetch(request))
            } catch let error as FetchError {
                // The port differs from run to run.
                let message = error.message.replacing("127.0.0.1:\(peer.port)", with: "HOST")
                result = .failure(FetchError(code: error.code, message: message))
            }
        }
        return try #require(result)
    }

    private func fetchEncoded(_ name: String, as coding: String) async throws -> Result<FetchedDocument, FetchError> {
        try await fetch(.response(status: 200, headers: [("Content-Encoding", coding)], body: try fixture(name)))
    }

    @Test(arguments: [
        ("feed.gz", "gzip"), ("feed.gz", "x-gzip"), ("feed.gz", "GZIP"), ("feed.zlib", "deflate"),
        ("feed.deflate", "deflate"),
        ("feed-twice.gz", "gzip, gzip"), ("feed.xml", "identity"),
    ])
    func decodes(name: String, coding: String) async throws {
        #expect(try await fetchEncoded(name, as: coding).get().body == fixture("feed.xml"))
    }

    @Test(arguments: ["br", "zstd", "compress", "gzip, br", "rot13"])
    func namesCodingsNotAskedFor(coding: String) async throws {
        let result = try await fetchEncoded("feed.xml", as: coding)
        let error = #expect(throws: FetchError.self) { try result.get() }
        let name = coding == "gzip, br" ? "br" : coding
        #expect(
            error
                == FetchError(
                    code: .badEncoding,
                    message: "HOST sends Content-Encoding \(name), but only gzip and deflate were asked for"))
    }

    @Test func statusOfAnErrorIsKeptWhateverItsCoding() async throws {
        for coding in ["br", "rot13"] {
            let document = try await fetch(
                .response(status: 429, headers: [("Content-Encoding", coding), ("Retry-After", "9")], body: [1, 2, 3])
            ).get()
            #expect(document.status == 429)
            #expect(document.headers.first("retry-after") == "9")
            #expect(document.body.isEmpty)
        }
    }

    @Test(arguments: ["feed.xml", "two-members.gz"])
    func refusesWhatIsNotGzip(name: String) async throws {
        let result = try await fetchEncoded(name, as: "gzip")
        #expect(
            throws: FetchError(
                code: .badEncoding, message: "HOST sends a body that is not the gzip or deflate that it says")
        ) { try result.get() }
    }

    @Test(arguments: [
        ("bomb-20-MiB-of-zeros.gz", "gzip"), ("bomb-twice.gz", "gzip, gzip"),
        ("bomb-three-times.gz", "gzip, gzip, gzip"),
    ])
    func endsCompressedBombs(name: String, coding: String) async throws {
        let result = try await fetchEncoded(name, as: coding)
        #expect(throws: FetchError(code: .tooLarge, message: "HOST sends more than 10485760 bytes")) {
            try result.get()
        }
    }

    @Test func endsEndlessChunks() async throws {
        let result = try await fetch(
            .stream { writer in
                guard writer.write(Array("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".utf8)) else { return }
                let chunk = Array("8000\r\n".utf8) + [UInt8](repeating: 65, count: 0x8000) + Array("\r\n".utf8)
                while writer.write(chunk) {}
            })
        #expect(throws: FetchError(code: .tooLarge, message: "HOST sends more than 10485760 bytes")) {
            try result.get()
        }
    }

    @Test func refusesByContentLength() async throws {
        let result = try await fetch(.rawThenHang(Array("HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n".utf8)))
        #expect(throws: FetchError(code: .tooLarge, message: "HOST sends more than 10485760 bytes")) {
            try result.get()
        }
    }

    /// A 304 and a HEAD name the length of a body that does not come.
    @Test func lengthWithoutBodyIsNoExcess() async throws {
        let peer = try LocalHTTPPeer { request in
            .raw(Array("HTTP/1.1 \(request.method == "HEAD" ? 200 : 304) X\r\nContent-Length: 99999999\r\n\r\n".utf8))
        }
        defer { peer.stop() }
        try await withFetcher { fetcher in
            let answer = try await fetcher.fetch(.feed(url: peer.url, etag: "x"))
            #expect(answer.isNotModified)
            let head = try await fetcher.fetch(FetchRequest(url: peer.url, method: .head))
            #expect(head.status == 200)
        }
    }

    @Test func takesExactlyTheLimit() async throws {
        let body = [UInt8](repeating: 65, count: 1000)
        let answer = LocalHTTPPeer.Answer.response(status: 200, headers: [], body: body)
        #expect(try await fetch(answer, maximumBytes: 1000).get().body == body)
        let over = try await fetch(answer, maximumBytes: 999)
        #expect(throws: FetchError(code: .tooLarge, message: "HOST sends more than 999 bytes")) { try over.get() }
    }

    @Test(arguments: [
        "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
    ])
    func seesCutBodies(raw: String) async throws {
        let result = try await fetch(.raw(Array(raw.utf8)))
        let error = #expect(throws: FetchError.self) { try result.get() }
        #expect(
            error
                == FetchError(code: .truncated, message: "HOST ended the connection before the body was complete"))
        #expect(error?.isTransient == true)
    }

    @Test func seesClosedConnections() async throws {
        let result = try await fetch(.close)
        #expect(throws: FetchError(code: .connectFailed, message: "HOST ended the connection without an answer")) {
            try result.get()
        }
    }

    @Test(arguments: ["SSH-2.0-OpenSSH_9.2\r\n", "<rss/>", "HTTP/0.9 hello"])
    func refusesWhatIsNotHTTP(raw: String) async throws {
        let result = try await fetch(.raw(Array(raw.utf8)))
        #expect(throws: FetchError.self) { try result.get() }
    }

    @Test(arguments: [400, 401, 403, 404, 410, 418, 429, 451, 500, 503, 520])
    func anyStatusIsADocument(status: Int) async throws {
        let document = try await fetch(.response(status: status, headers: [("Retry-After", "5")], body: [65])).get()
        #expect(document.status == status)
        #expect(document.body == [65])
        #expect(!document.isSuccess)
        #expect(document.remoteAddress == "127.0.0.1")
    }

    @Test func endsHeaderFloods() async throws {
        let line = "X-Pad: " + String(repeating: "a", count: 90) + "\r\n"
        for (lines, what) in [(300, "256 lines"), (100_000, "256 lines")] {
            let raw = "HTTP/1.1 200 OK\r\n" + String(repeating: line, count: lines)
            let result = try await fetch(.rawThenHang(Array(raw.utf8)))
            #expect(throws: FetchError(code: .headersTooLarge, message: "HOST sends more than \(what) of headers")) {
                try result.get()
            }
        }
        let long = "HTTP/1.1 200 OK\r\nX-Pad: " + String(repeating: "a", count: 70_000) + "\r\n\r\n"
        let result = try await fetch(.raw(Array(long.utf8)))
        #expect(throws: FetchError(code: .headersTooLarge, message: "HOST sends more than 64 KiB of headers")) {
            try result.get()
        }
    }

    @Test func endsInformationalFloods() async throws {
        let raw = String(repeating: "HTTP/1.1 103 Early Hints\r\n\r\n", count: 100)
        let result = try await fetch(.rawThenHang(Array(raw.utf8)))
        #expect(throws: FetchError(code: .headersTooLarge, message: "HOST sends more than 20 informational answers")) {
            try result.get()
        }
    }
}
