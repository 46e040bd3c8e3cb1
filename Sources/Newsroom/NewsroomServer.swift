import HTTPTypes
import Hummingbird
public import Logging
import NIOCore
public import NewsModel
public import ServiceLifecycle
import Synchronization

/// Serves the sample newsroom on loopback, and takes webhooks at /webhook.
public final class NewsroomServer: Service {
    private let newsroom: SampleNewsroom
    private let now: @Sendable () -> Timestamp
    private let logger: Logger
    private let state = Mutex(State())
    private let ready: AsyncStream<Int>
    private let announce: AsyncStream<Int>.Continuation

    private struct State {
        var base = ""
        var received: [ReceivedWebhook] = []
        var conditionalHits = 0
        var requests = 0
    }

    /// A notice that arrived at /webhook.
    public struct ReceivedWebhook: Sendable {
        public let id: String?
        public let body: [UInt8]
    }

    public init(newsroom: SampleNewsroom, now: @escaping @Sendable () -> Timestamp, logger: Logger) {
        self.newsroom = newsroom
        self.now = now
        self.logger = logger
        (ready, announce) = AsyncStream.makeStream(of: Int.self)
    }

    /// Waits until the server listens; returns its port, or nil where it stopped before that.
    public func port() async -> Int? {
        for await port in ready { return port }
        return nil
    }

    /// Webhooks received so far.
    public var received: [ReceivedWebhook] { state.withLock { $0.received } }

    /// Requests answered so far, and how many of them with 304.
    public var traffic: (requests: Int, notModified: Int) { state.withLock { ($0.requests, $0.conditionalHits) } }

    public func run() async throws {
        let router = Router()
        router.post("webhook") { [self] request, context in
            let body = try await request.body.collect(upTo: 1 << 20)
            let id = HTTPField.Name("webhook-id").flatMap { request.headers[$0] }
            state.withLock { $0.received.append(ReceivedWebhook(id: id, body: Array(buffer: body))) }
            return HTTPResponse.Status.noContent
        }
        router.get("**") { [self] request, context in page(request) }
        let server = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { [self] channel in
                let port = channel.localAddress?.port ?? 0
                state.withLock { $0.base = "http://127.0.0.1:\(port)" }
                announce.yield(port)
                announce.finish()
            },
            logger: logger)
        defer { announce.finish() }
        try await server.run()
    }

    private func page(_ request: Request) -> Response {
        let answer = newsroom.answer(
            path: request.uri.path, ifNoneMatch: request.headers[.ifNoneMatch],
            ifModifiedSince: request.headers[.ifModifiedSince], base: state.withLock { $0.base }, now: now())
        state.withLock {
            $0.requests += 1
            if answer.status == 304 { $0.conditionalHits += 1 }
        }
        var headers = HTTPFields()
        for (name, value) in answer.headers {
            if let name = HTTPField.Name(name) { headers[name] = value }
        }
        return Response(
            status: .init(code: answer.status), headers: headers, body: .init(byteBuffer: .init(bytes: answer.body)))
    }
}
