public import NewsModel

/// What a server answered in the end, after redirects.
public struct FetchedDocument: Sendable {
    /// One hop of a redirect.
    public struct Redirect: Sendable, Hashable {
        /// Without user and password.
        public let from: String
        /// 301, 302, 303, 307 or 308.
        public let status: Int
        public let to: String

        public init(from: String, status: Int, to: String) {
            self.from = from
            self.status = status
            self.to = to
        }

        /// True for 301 and 308.
        public var isPermanent: Bool { status == 301 || status == 308 }
    }

    /// The URL exactly as in the request. It may hold a password: not for logs.
    public let requestedURL: String
    /// The URL that gave this answer, without user, password and fragment.
    public let url: String
    /// Any status: 404 and 500 are documents too, not errors.
    public let status: Int
    /// The headers of the last response.
    public let headers: ResponseHeaders
    /// Decoded: gzip and deflate are gone.
    public let body: [UInt8]
    /// In the order followed, at most five.
    public let redirects: [Redirect]
    /// The address that answered, as text; empty for a Unix socket.
    public let remoteAddress: String
    /// Time of all transfers of this fetch, without the wait for its turn.
    public let elapsedMilliseconds: Int

    public init(
        requestedURL: String, url: String, status: Int, headers: ResponseHeaders = ResponseHeaders(),
        body: [UInt8] = [], redirects: [Redirect] = [], remoteAddress: String = "", elapsedMilliseconds: Int = 0
    ) {
        self.requestedURL = requestedURL
        self.url = url
        self.status = status
        self.headers = headers
        self.body = body
        self.redirects = redirects
        self.remoteAddress = remoteAddress
        self.elapsedMilliseconds = elapsedMilliseconds
    }

    /// The answer to a conditional request: what the caller has is still good.
    public var isNotModified: Bool { status == 304 }

    /// True for 200...299.
    public var isSuccess: Bool { (200...299).contains(status) }

    /// To be sent back as it is; nil where the header is missing or empty.
    public var etag: String? { nonEmpty("ETag") }

    /// To be sent back as it is; nil where the header is missing or empty.
    public var lastModified: String? { nonEmpty("Last-Modified") }

    public var contentType: String? { nonEmpty("Content-Type") }

    /// What the headers say about the next request.
    public func cacheHints(now: Timestamp) -> CacheHints {
        CacheHints(headers: headers, now: now)
    }

    private func nonEmpty(_ name: String) -> String? {
        headers.first(name).flatMap { $0.isEmpty ? nil : $0 }
    }
}
