import Fetching
import Logging
import NewsModel
import Synchronization
import TestSupport
import Testing

@testable import Alerting

/// A server that keeps every request and does to it what a path says.
private final class MisbehavingSink: Sendable {
    let peer: LocalHTTPPeer

    init() throws {
        peer = try LocalHTTPPeer { request in
            switch request.path {
            case "/hang": .rawThenHang([])
            case "/hang-in-headers": .rawThenHang(Array("HTTP/1.1 200 OK\r\nContent-".utf8))
            case "/reset": .close
            case "/reset-in-answer": .raw(Array("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf".utf8))
            case "/no-http": .raw(Array("220 this is no web server\r\n".utf8))
            case "/301": .response(status: 301, headers: [("Location", "/ok")], body: [])
            case "/307": .response(status: 307, headers: [("Location", "/ok")], body: [])
            case "/410": .response(status: 410, headers: [], body: Array("gone".utf8))
            case "/429-seconds": Self.throttle(["Retry-After": "30"])
            case "/429-date": Self.throttle(["Retry-After": "Wed, 25 Nov 2026 03:00:30 GMT"])
            case "/429-silly": Self.throttle(["Retry-After": "tomorrow"])
            case "/429-none": Self.throttle([:])
            case "/429-discord": Self.throttle([:], "{\"retry_after\":29.5,\"global\":false}")
            case let path where path.hasSuffix("/sendMessage"):
                Self.throttle([:], "{\"ok\":false,\"error_code\":429,\"parameters\":{\"retry_after\":30}}")
            case "/failure-body":
                .response(
                    status: 200, headers: [],
                    body: Array("{\"header\":{\"isSuccessful\":false,\"resultMessage\":\"no\"}}".utf8))
            case "/slow": .stream { Self.dribble("HTTP/1.1 204 No Content\r\n\r\n", to: $0) }
            case "/huge": .response(status: 500, headers: [], body: [UInt8](repeating: 0x78, count: 1 << 20))
            default: .response(status: 204, headers: [], body: [])
            }
        }
    }

    private static func throttle(_ headers: [String: String], _ body: String = "") -> LocalHTTPPeer.Answer {
        .response(status: 429, headers: headers.map { ($0.key, $0.value) }, body: Array(body.utf8))
    }

    private static func dribble(_ text: String, to writer: PeerWriter) {
        for byte in text.utf8 where writer.write([byte]) { _ = writer.pause(milliseconds: 5) }
    }
}

/// Deliveries over real HTTP to a server that misbehaves in every known way.
struct MisbehavingSinkTests {
    private func result(
        _ path: String, type: String = "webhook", more: String = "", _ sink: MisbehavingSink
    ) async throws -> DeliveryResult {
        let sample = try AlertsFolderSample([
            "receivers.yaml": """
            receivers:
              - {name: terminal, type: stdout}
              - {name: own, type: \(type), url: "\(sink.peer.url)\(path)"\(more)}
            """
        ])
        defer { sample.folder.remove() }
        let policy = try AddressPolicy(allowedNetworks: ["127.0.0.0/8"], allowedHosts: [])
        // A second of silence is enough here; the product waits longer.
        let fetcher = HTTPFetcher(
            configuration: FetcherConfiguration(addressPolicy: policy, lowSpeedSeconds: 1),
            logger: Logger(label: "test"))
        let receiver = try #require(
            try sample.load(environment: ["TOKEN": "1:T"]).makeReceivers(.test(poster: FetcherPoster(fetcher))).last)
        let message = receiver.render([alert()], context: context())
        let result = await receiver.deliver(
            delivery(to: "own", body: message.body, contentType: message.contentType), now: noon)
        await fetcher.shutdown()
        return result
    }

    @Test(arguments: ["/hang", "/hang-in-headers", "/reset", "/reset-in-answer", "/no-http"])
    func noAnswerIsTriedAgain(path: String) async throws {
        let sink = try MisbehavingSink()
        defer { sink.peer.stop() }
        guard case .retry(nil, false, nil, let detail) = try await result(path, sink) else {
            Issue.record("\(path) was taken for an answer")
            return
        }
        #expect(detail.contains("127.0.0.1"), "\(detail)")
        // The bytes were there before it broke: a repeat carries the same id.
        #expect(sink.peer.requests.map { $0.header("webhook-id") } == ["msg_1"])
    }

    @Test(arguments: ["/301", "/307"])
    func redirectsAreFailures(path: String) async throws {
        let sink = try MisbehavingSink()
        defer { sink.peer.stop() }
        guard case .retry(nil, false, .some(301...307), _) = try await result(path, sink) else {
            Issue.record("a redirect is no success")
            return
        }
        #expect(sink.peer.requests.map(\.path) == [path])
    }

    @Test func goneEndsTheReceiver() async throws {
        let sink = try MisbehavingSink()
        defer { sink.peer.stop() }
        #expect(try await result("/410", sink) == .failed(disables: true, status: 410, detail: "gone"))
    }

    @Test(arguments: [
        ("/429-seconds", "webhook", "", 30), ("/429-date", "webhook", "", 30), ("/429-silly", "webhook", "", nil),
        ("/429-none", "slack", "", nil), ("/429-discord", "discord", "", 30),
        ("", "telegram", ", token_env: TOKEN, chat: \"5\"", 30),
    ])
    func everyFormOfRetryAfter(path: String, type: String, more: String, seconds: Int64?) async throws {
        let sink = try MisbehavingSink()
        defer { sink.peer.stop() }
        guard case .retry(let after, true, 429, _) = try await result(path, type: type, more: more, sink) else {
            Issue.record("\(path) does not throttle")
            return
        }
        #expect(after == seconds.map { noon.adding(seconds: $0) })
    }

    @Test func aFailureInTheBodyOfASuccess() async throws {
        let sink = try MisbehavingSink()
        defer { sink.peer.stop() }
        guard case .retry(nil, false, 200, let detail) = try await result("/failure-body", type: "dooray", sink) else {
            Issue.record("isSuccessful=false is no success")
            return
        }
        #expect(detail.contains("\"resultMessage\":\"no\""))
    }

    @Test func slowIsNotBroken() async throws {
        let sink = try MisbehavingSink()
        defer { sink.peer.stop() }
        #expect(try await result("/slow", sink) == .delivered(status: 204, detail: ""))
    }

    @Test func ofAHugeAnswerLittleIsKept() async throws {
        let sink = try MisbehavingSink()
        defer { sink.peer.stop() }
        guard case .retry(nil, false, 500, let detail) = try await result("/huge", sink) else {
            Issue.record("a status is a status")
            return
        }
        #expect(detail.utf8.count <= 256)
    }
}
