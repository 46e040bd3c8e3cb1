/// One mail to hand over to a server (RFC 5321, RFC 6409).
public struct MailSubmission: Sendable {
    /// `smtp://HOST:PORT` or `smtps://HOST:PORT`.
    public var server: String
    /// True: over `smtp:` only with STARTTLS. `smtps:` is TLS from the first byte.
    public var requiresTLS: Bool
    public var credentials: FetchRequest.Credentials?
    /// Addresses of the envelope, without angle brackets.
    public var from: String
    public var recipients: [String]
    /// The message with its headers, lines ended by CR LF. A dot at the start of a line is taken care of.
    public var message: [UInt8]
    /// Seconds for everything.
    public var timeoutSeconds: Double

    public init(
        server: String, requiresTLS: Bool, credentials: FetchRequest.Credentials?, from: String,
        recipients: [String], message: [UInt8], timeoutSeconds: Double = 45
    ) {
        self.server = server
        self.requiresTLS = requiresTLS
        self.credentials = credentials
        self.from = from
        self.recipients = recipients
        self.message = message
        self.timeoutSeconds = timeoutSeconds
    }
}

/// How a server of mail took a message.
public struct MailReply: Sendable, Hashable {
    /// The last code of the server; nil where it gave none.
    public let code: Int?
    /// The last line of the server, or in plain words why there is none.
    public let text: String
    /// True where the server took the message for all recipients.
    public let isAccepted: Bool

    public init(code: Int?, text: String, isAccepted: Bool) {
        self.code = code
        self.text = text
        self.isAccepted = isAccepted
    }
}
