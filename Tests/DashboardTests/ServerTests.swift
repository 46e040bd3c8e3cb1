import Fetching
import Foundation
import Logging
import NewsModel
import ServiceLifecycle
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Dashboard

@Suite("Dashboard and control socket over HTTP", .timeLimit(.minutes(1)))
struct ServerTests {
    /// A daemon that notes what it was asked.
    final class Control: DaemonControl {
        func backup(to path: String) async -> String? { path.hasPrefix("/good") ? nil : "no place at \(path)" }

        let calls = Mutex<[String]>([])
        let problems: [String]

        init(problems: [String] = []) { self.problems = problems }

        func status() async -> DaemonStatus { PageTests.status() }

        func reload() async -> [String] {
            calls.withLock { $0.append("reload") }
            return problems
        }

        func setFeed(_ url: String, enabled: Bool) async throws -> Bool {
            calls.withLock { $0.append("\(enabled ? "enable" : "disable") \(url)") }
            return url.hasPrefix("https://known")
        }

        func pollFeed(_ url: String) async throws -> Bool {
            calls.withLock { $0.append("poll \(url)") }
            return url.hasPrefix("https://known")
        }

        func changeFeeds(_ json: [UInt8]) async -> [String] {
            calls.withLock { $0.append("change \(String(decoding: json, as: UTF8.self))") }
            return problems
        }

        func retry(deliveryID: String) async throws -> Bool {
            calls.withLock { $0.append("retry \(deliveryID)") }
            return deliveryID == "known"
        }

        func retryDead(_ range: DeliveryRange) async throws -> Int {
            calls.withLock { $0.append("retry dead \(range.receiver ?? "") \(range.since?.iso8601 ?? "")") }
            return 3
        }

        func acknowledge(alertID: String) async throws -> Bool { alertID == "known" }

        func releaseArticle(id: String) async throws -> Bool { id == "known" }

        func addSilence(matchers: [String], until end: Timestamp, why: String?) async throws -> StoredSilence {
            StoredSilence(
                id: "s1", matchers: matchers, startsAt: Timestamp(seconds: 0), endsAt: end, why: why,
                createdAt: Timestamp(seconds: 0))
        }

        func expireSilence(id: String) async throws -> Bool { id == "known" }
    }

    private let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    /// Runs `body` against a dashboard on a free port and a control socket.
    private func withServers(
        _ control: Control,
        _ body: @Sendable @escaping (_ port: Int, _ socket: String, HTTPFetcher) async throws -> Void
    ) async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let store = try SQLiteNewsStore.open(folder: folder.path + "/data", logger: logger)
        let (ports, listening) = AsyncStream.makeStream(of: Int.self)
        let socket = folder.path + "/s.sock"
        let group = ServiceGroup(
            configuration: .init(
                services: [
                    DashboardServer(host: "127.0.0.1", port: 0, store: store, control: control, logger: logger) {
                        listening.yield($0)
                    },
                    ControlSocket(path: socket, store: store, control: control, logger: logger) {
                        listening.yield(-1)
                    },
                ], logger: logger))
        let fetcher = HTTPFetcher(
            configuration: FetcherConfiguration(
                addressPolicy: try AddressPolicy(allowedNetworks: ["127.0.0.0/8"], allowedHosts: []),
                defaultHostRule: .init(connections: 10, spacingSeconds: 0)), logger: logger)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            var port = 0
            var count = 0
            for await number in ports {
                if number > 0 { port = number }
                count += 1
                if count == 2 { break }
            }
            let result: Result<Void, any Error>
            do { result = .success(try await body(port, socket, fetcher)) } catch { result = .failure(error) }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            try result.get()
        }
        await fetcher.shutdown()
        try await store.close()
        #expect(!FileManager.default.fileExists(atPath: socket))
    }

    private static func get(_ url: String, _ fetcher: HTTPFetcher, headers: [(name: String, value: String)] = [])
        async throws -> FetchedDocument
    {
        var request = FetchRequest.page(url: url)
        request.headers = headers
        request.pacing = .immediate
        return try await fetcher.fetch(request)
    }

    @Test("a port that is taken is named, with what to do")
    func takenPort() async throws {
        let holder = try LocalHTTPPeer { _ in .close }
        defer { holder.stop() }
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let store = try SQLiteNewsStore.open(folder: folder.path + "/data", logger: logger)
        let server = DashboardServer(
            host: "127.0.0.1", port: holder.port, store: store, control: Control(), logger: logger
        ) { _ in }
        let failure = await #expect(throws: ListenFailure.self) { try await server.run() }
        #expect(failure?.description.hasPrefix("the dashboard cannot listen on 127.0.0.1:\(holder.port) (") == true)
        try await store.close()
    }

    @Test("page, health, lists; security headers on every answer")
    func reading() async throws {
        try await withServers(Control()) { port, _, fetcher in
            let base = "http://127.0.0.1:\(port)"
            for (path, status, type) in [
                ("/", 200, "text/html"), ("/healthz", 200, "text/plain"), ("/readyz", 503, "text/plain"),
                ("/style.css", 200, "text/css"), ("/api/alerts?limit=5", 200, "application/json"),
                ("/api/articles", 200, "application/json"), ("/api/deliveries?state=due", 200, "application/json"),
                ("/api/status", 200, "application/json"), ("/api/articles/none", 404, "application/json"),
            ] {
                let answer = try await Self.get(base + path, fetcher)
                #expect(answer.status == status, "\(path)")
                #expect(answer.contentType?.hasPrefix(type) == true, "\(path)")
                #expect(
                    answer.headers.first("Content-Security-Policy")?.contains("default-src 'none'") == true, "\(path)")
                #expect(answer.headers.first("X-Content-Type-Options") == "nosniff", "\(path)")
            }
            let status = try await Self.get(base + "/api/status", fetcher)
            #expect(!String(decoding: status.body, as: UTF8.self).contains("secret"))
        }
    }

    @Test("a foreign Host or Origin gets 403: rebinding and the page next door")
    func guarded() async throws {
        try await withServers(Control()) { port, _, fetcher in
            let base = "http://127.0.0.1:\(port)/api/status"
            for (name, value, expected) in [
                ("Host", "evil.example", 403), ("Host", "127.0.0.1.evil.example", 403),
                ("Origin", "https://evil.example", 403), ("Origin", "null", 403),
                ("Origin", "http://127.0.0.1:\(port)", 200), ("Host", "localhost:\(port)", 200),
            ] {
                let answer = try await Self.get(base, fetcher, headers: [(name, value)])
                #expect(answer.status == expected, "\(name): \(value)")
            }
        }
    }

    @Test("what changes something is on the socket only")
    func control() async throws {
        let control = Control(problems: ["a.yaml:3: wrong"])
        try await withServers(control) { port, socket, fetcher in
            func post(_ path: String, body: String = "", socket: String?) async throws -> FetchedDocument {
                var request = FetchRequest.webhook(
                    url: socket == nil ? "http://127.0.0.1:\(port)\(path)" : "http://localhost\(path)",
                    body: Array(body.utf8))
                request.unixSocketPath = socket
                return try await fetcher.fetch(request)
            }
            #expect(try await post("/api/reload", socket: nil).status == 404)
            let reload = try await post("/api/reload", socket: socket)
            #expect(reload.status == 422)
            #expect(
                String(decoding: reload.body, as: UTF8.self) == "{\"ok\":false,\"problems\":[\"a.yaml:3: wrong\"]}\n")
            #expect(try await post("/api/feeds/enable", body: "https://known.example/f", socket: socket).status == 200)
            #expect(try await post("/api/feeds/disable", body: "https://other.example/f", socket: socket).status == 404)
            #expect(try await post("/api/feeds/poll", body: "https://known.example/f", socket: socket).status == 200)
            #expect(try await post("/api/feeds/poll", body: "https://other.example/f", socket: socket).status == 404)
            #expect(try await post("/api/feeds", body: "{}", socket: nil).status == 404)
            #expect(try await post("/api/feeds", body: "{}", socket: socket).status == 422)
            #expect(try await post("/api/deliveries/known/retry", socket: socket).status == 200)
            #expect(try await post("/api/deliveries/none/retry", socket: socket).status == 404)
            let mode = try FileManager.default.attributesOfItem(atPath: socket)[.posixPermissions] as? Int
            #expect(mode == 0o600)
        }
        #expect(
            control.calls.withLock { $0 } == [
                "reload", "enable https://known.example/f", "disable https://other.example/f",
                "poll https://known.example/f", "poll https://other.example/f", "change {}", "retry known",
                "retry none",
            ])
    }
}
