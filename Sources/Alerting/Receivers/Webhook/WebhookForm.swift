import NewsModel

/// How one service takes messages: what they look like, how much fits and how often, and what counts as taken.
/// One file a service; it names the page that says so and the day on which it was read.
protocol WebhookForm: Sendable {
    var method: WebhookRequest.Method { get }
    var contentType: String { get }
    var accept: String { get }
    var alertsPerMessage: Int { get }
    var alertsPerDigest: Int { get }
    var bytesPerMessage: Int { get }
    var secondsBetweenDeliveries: Int { get }

    /// The bytes that are stored and sent at every try. They hold no secret.
    func body(_ alerts: [Alert], context: NotificationContext) -> [UInt8]
    /// Secrets that change while the program runs.
    var renewedSecrets: [Secret] { get }
    /// Headers of one try.
    func headers(for delivery: Delivery, now: Timestamp) -> [(name: String, value: String)]
    /// The stored body with the secrets that the service wants inside it.
    func sealed(_ body: [UInt8]) -> [UInt8]
    func verdict(on answer: WebhookAnswer) -> AnswerVerdict
    /// Seconds for which an answer, a success too, asks to be left alone in the service's own way. Retry-After is read
    /// beside it.
    func wait(in answer: WebhookAnswer) -> Double?
}

extension WebhookForm {
    var method: WebhookRequest.Method { .post }
    var contentType: String { "application/json" }
    var accept: String { "*/*" }
    var alertsPerMessage: Int { 20 }
    var alertsPerDigest: Int { 50 }
    var bytesPerMessage: Int { 20_000 }
    var secondsBetweenDeliveries: Int { 0 }

    var renewedSecrets: [Secret] { [] }
    func headers(for delivery: Delivery, now: Timestamp) -> [(name: String, value: String)] { [] }
    func sealed(_ body: [UInt8]) -> [UInt8] { body }
    func verdict(on answer: WebhookAnswer) -> AnswerVerdict { .byStatus(answer.status) }
    func wait(in answer: WebhookAnswer) -> Double? { nil }

    /// The body with one more member in front, for a key that must be in the body but not in the store.
    func inserting(_ name: StaticString, _ secret: Secret, into body: [UInt8]) -> [UInt8] {
        guard body.first == UInt8(ascii: "{") else { return body }
        var member = JSONWriter()
        member.object { json in
            json.name(name)
            json.string(secret.reveal())
        }
        return member.bytes.dropLast() + [UInt8(ascii: ",")] + body.dropFirst()
    }
}
