import Fetching
import Logging
import Synchronization
import TestSupport
import Testing

/// No user, password, path, query or header of a request gets into an error or a log line.
struct SecretsTests {
    static let canary = "canary7f3a"

    /// Collects every log line with its metadata.
    struct Recorder: LogHandler {
        final class Lines: Sendable {
            let all = Mutex<[String]>([])
        }

        let lines: Lines
        var metadata: Logger.Metadata = [:]
        var logLevel: Logger.Level = .trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            lines.all.withLock { $0.append("\(event.message) \(event.metadata ?? [:])") }
        }
    }

    private func check(_ answer: LocalHTTPPeer.Answer, _ change: (inout FetcherConfiguration) -> Void = { _ in })
        async throws
    {
        let peer = try LocalHTTPPeer { _ in answer }
        defer { peer.stop() }
        let canary = Self.canary
        try await check(
            url: "http://user\(canary):pw\(canary)@127.0.0.1:\(peer.port)/services/\(canary)?key=\(canary)#\(canary)",
            change)
    }

    private func check(url: String, _ change: (inout FetcherConfiguration) -> Void = { _ in }) async throws {
        var configuration = FetcherConfiguration(
            addressPolicy: try AddressPolicy(allowedNetworks: ["127.0.0.0/8"], allowedHosts: []),
            defaultHostRule: .init(connections: 100, spacingSeconds: 0))
        change(&configuration)
        let lines = Recorder.Lines()
        let logger = Logger(label: "test") { _ in Recorder(lines: lines) }
        let fetcher = HTTPFetcher(configuration: configuration, logger: logger)
        var request = FetchRequest.webhook(
            url: url, body: Array(Self.canary.utf8), headers: [(name: "X-Key", value: Self.canary)])
        request.followsRedirects = true
        request.cutsAtMaximum = false
        request.timeoutSeconds = 0.3
        let error = await fetcher.failure(of: request)
        await fetcher.shutdown()
        let written = lines.all.withLock { $0 } + [error.map { "\($0) \($0.message)" } ?? ""]
        #expect(!written.joined().contains(Self.canary))
        #expect(error == nil || error?.message.isEmpty == false)
        #expect(url.contains("127.0.0.1") == !lines.all.withLock { $0 }.isEmpty)
    }

    @Test func notInLogsOfAnAnswer() async throws {
        for status in [200, 429, 500] { try await check(.status(status)) }
    }

    @Test func notInErrorsOfTheServer() async throws {
        try await check(.close)
        try await check(.rawThenHang([]))
        try await check(.status(304))
        try await check(.raw(Array("SSH-2.0\r\n".utf8)))
        try await check(.raw(Array("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc".utf8)))
        try await check(.response(status: 200, headers: [("Content-Encoding", "br")], body: [1]))
        try await check(.response(status: 200, headers: [("Content-Encoding", "gzip")], body: Array("plain text".utf8)))
        try await check(.response(status: 200, headers: [], body: [UInt8](repeating: 65, count: 70_000)))
    }

    @Test func notInErrorsOfRedirects() async throws {
        for target in [
            "/\(Self.canary)", "ftp://a.example/\(Self.canary)", "http://[\(Self.canary)", "//10.0.0.1/\(Self.canary)",
        ] {
            try await check(.redirect(302, to: target))
        }
    }

    @Test func notInErrorsOfConnections() async throws {
        let gone = try LocalHTTPPeer { _ in .close }
        gone.stop()
        try await check(url: "http://127.0.0.1:\(gone.port)/\(Self.canary)")
        try await check(url: "https://127.0.0.1:\(gone.port)/\(Self.canary)")
        try await check(.close) { $0.addressPolicy = AddressPolicy() }
        try await check(.close) { $0.proxy = "http://u:\(Self.canary)@127.0.0.1:\(gone.port)" }
    }

    @Test(arguments: [
        "http://user:canary7f3a@/x", "canary7f3a", "ftp://user:canary7f3a@a.example/", "http://a b/canary7f3a",
        "http://a.example:canary7f3a/", "http://a.example/canary7f3a\n",
    ])
    func notInErrorsOfTheURL(url: String) async throws {
        try await check(url: url)
    }
}
