/// Why a fetch gave no document.
///
/// The message names the host only: never a user, a password, a path or a query, which may be secrets.
public struct FetchError: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Code: String, Sendable, CaseIterable {
        /// The text is not a URL, or one without a host.
        case invalidURL
        /// The URL, or the target of a redirect, is neither http nor https.
        case unsupportedScheme
        /// The address policy refuses every address of the host.
        case blockedAddress
        /// The name of the host or the proxy cannot be looked up.
        case dns
        /// The host or the proxy refused the connection, or broke it before it answered.
        case connectFailed
        /// The TLS handshake failed or the certificate is not good.
        case tls
        /// A limit on time or on speed was reached.
        case timeout
        /// The body is over the limit.
        case tooLarge
        /// More than five redirects.
        case tooManyRedirects
        /// A redirect from https to http.
        case insecureRedirect
        /// The Content-Encoding is unknown, or the body is not what it says.
        case badEncoding
        /// The connection ended before the body did.
        case truncated
        /// More than 64 KiB, 256 lines or 20 informational answers before the body.
        case headersTooLarge
        /// The answer was 304, but the request had no validators.
        case unaskedNotModified
        /// The host has asked for fewer requests (429, or 503 with Retry-After), and its pause is not over.
        case hostPaused
        /// The task was cancelled or the fetcher shut down.
        case cancelled
        /// Anything else.
        case other
    }

    public let code: Code
    /// What happened to which host, in plain words, secrets removed.
    public let message: String

    /// Seconds until the host may be asked again, with `hostPaused`.
    public let retryAfterSeconds: Int?

    public init(code: Code, message: String, retryAfterSeconds: Int? = nil) {
        self.code = code
        self.message = message
        self.retryAfterSeconds = retryAfterSeconds
    }

    /// True where the same fetch may work later.
    public var isTransient: Bool {
        switch code {
        case .dns, .connectFailed, .tls, .timeout, .truncated, .unaskedNotModified, .hostPaused, .cancelled: true
        case .invalidURL, .unsupportedScheme, .blockedAddress, .tooLarge, .tooManyRedirects, .insecureRedirect,
            .badEncoding, .headersTooLarge, .other:
            false
        }
    }

    public var description: String { message }
}
