public import Fetching

/// One request to a webhook.
public struct WebhookRequest: Sendable {
    public enum Method: String, Sendable, CaseIterable {
        case post = "POST"
        case put = "PUT"
    }

    public var url: String
    public var method: Method
    public var body: [UInt8]
    public var contentType: String
    /// The Accept header.
    public var accept: String
    public var headers: [(name: String, value: String)]

    public init(
        url: String, method: Method = .post, body: [UInt8], contentType: String = "application/json",
        accept: String = "*/*", headers: [(name: String, value: String)] = []
    ) {
        self.url = url
        self.method = method
        self.body = body
        self.contentType = contentType
        self.accept = accept
        self.headers = headers
    }
}

/// What a webhook answered.
public struct WebhookAnswer: Sendable {
    public let status: Int
    public let headers: ResponseHeaders
    /// The first bytes of the answer.
    public let body: [UInt8]

    public init(status: Int, headers: ResponseHeaders = ResponseHeaders(), body: [UInt8] = []) {
        self.status = status
        self.headers = headers
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

/// Sends one request, follows no redirect, and ends within a minute.
public protocol WebhookPoster: Sendable {
    func send(_ request: WebhookRequest) async throws(WebhookPostError) -> WebhookAnswer
}
