/// What a webhook answered.
public struct WebhookAnswer: Sendable {
    public let status: Int
    public let retryAfter: String?
    /// The first bytes of the answer.
    public let body: [UInt8]

    public init(status: Int, retryAfter: String? = nil, body: [UInt8] = []) {
        self.status = status
        self.retryAfter = retryAfter
        self.body = body
    }
}

/// Why a webhook gave no answer, in words that name no more than its host.
public struct WebhookPostError: Error, Sendable, Hashable, CustomStringConvertible {
    public let description: String

    public init(_ description: String) {
        self.description = description
    }
}

/// Sends one POST, follows no redirect, and ends within a minute.
public protocol WebhookPoster: Sendable {
    func post(
        url: String, body: [UInt8], contentType: String, headers: [(name: String, value: String)]
    ) async throws(WebhookPostError) -> WebhookAnswer
}
