import Fetching
import Synchronization

@testable import Alerting

/// Answers as a test says, and remembers what was sent.
final class ScriptedPoster: WebhookPoster {
    struct Post: Sendable {
        let url: String
        let method: String
        let body: [UInt8]
        let contentType: String
        let accept: String
        let headers: [String: String]
    }

    private let answer: @Sendable (Post) -> Result<WebhookAnswer, WebhookPostError>
    private let log = Mutex<[Post]>([])

    init(_ answer: @escaping @Sendable () -> Result<WebhookAnswer, WebhookPostError>) {
        self.answer = { _ in answer() }
    }

    init(answering answer: @escaping @Sendable (Post) -> Result<WebhookAnswer, WebhookPostError>) {
        self.answer = answer
    }

    var posts: [Post] { log.withLock { $0 } }

    func send(_ request: WebhookRequest) async throws(WebhookPostError) -> WebhookAnswer {
        let fields = Dictionary(request.headers.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        let post = Post(
            url: request.url, method: request.method.rawValue, body: request.body, contentType: request.contentType,
            accept: request.accept, headers: fields)
        log.withLock { $0.append(post) }
        return try answer(post).get()
    }
}

extension ResponseHeaders {
    /// The headers of an answer that asks for a pause, or none.
    static func retryAfter(_ text: String?) -> ResponseHeaders {
        ResponseHeaders(text.map { [(name: "Retry-After", value: $0)] } ?? [])
    }
}

extension ReceiverParts {
    /// Parts with one poster and one mailer for all addresses.
    static func test(
        output: any LineOutput = RecordedOutput(), poster: any WebhookPoster, mailer: (any MailSender)? = nil,
        dataFolder: String = "/nowhere"
    ) -> ReceiverParts {
        var parts = ReceiverParts.unreachable()
        parts.output = output
        parts.poster = poster
        parts.localPoster = poster
        if let mailer {
            parts.mailer = mailer
            parts.localMailer = mailer
        }
        parts.dataFolder = dataFolder
        return parts
    }
}
