/// One HTTP exchange to make, redirects included.
public struct FetchRequest: Sendable {
    public enum Method: String, Sendable {
        case get = "GET"
        case head = "HEAD"
        case post = "POST"
        case put = "PUT"
        case delete = "DELETE"
    }

    /// How a request waits its turn.
    public enum Pacing: Sendable {
        /// Keeps to the limits of its host: how many at once, and how far apart.
        case polite
        /// Starts at once, for a caller that paces itself (deliveries, the daemon's own socket).
        case immediate
    }

    /// A user and password for Basic authentication, sent to the origin of `url` only.
    public struct Credentials: Sendable, Hashable {
        public var user: String
        public var password: String

        public init(user: String, password: String) {
            self.user = user
            self.password = password
        }
    }

    /// An http or https URL; a user and password in it are used as `credentials`, a fragment is dropped.
    public var url: String
    public var method: Method
    /// Headers of the caller, in order. They go to the origin of `url` only, never to another one after a redirect,
    /// because they may be secrets. CR, LF and NUL are removed.
    public var headers: [(name: String, value: String)]
    /// Bytes to send with POST and PUT; nil sends an empty body with these and none with the others.
    public var body: [UInt8]?
    /// Sent byte for byte as If-None-Match.
    public var etag: String?
    /// Sent byte for byte as If-Modified-Since.
    public var lastModified: String?
    /// The URL whose answer gave `etag` and `lastModified`, where it is known: they are sent to no other then.
    /// Where it is nil they go to `url` and to where temporary redirects lead, not past a permanent one.
    public var validatorsURL: String?
    /// The Accept header.
    public var accept: String
    public var followsRedirects: Bool
    /// Follow a redirect from https to http; refused where false.
    public var allowsInsecureRedirect: Bool
    /// Most decoded bytes of a body; one more and the transfer is stopped.
    public var maximumBytes: Int
    /// Where true, a body that is longer than `maximumBytes` is cut there without an error.
    public var cutsAtMaximum: Bool
    /// Seconds for the whole transfer, redirects included; the wait for its turn is not counted.
    public var timeoutSeconds: Double
    /// Seconds until the connection stands, name lookup and TLS included.
    public var connectTimeoutSeconds: Double
    /// Connect to this Unix socket in place of the host of `url`. The address policy does not apply.
    public var unixSocketPath: String?
    /// In place of the fetcher's own User-Agent.
    public var userAgent: String?
    public var credentials: Credentials?
    /// A proxy for this request, in place of the fetcher's own.
    public var proxy: String?
    public var pacing: Pacing

    public init(
        url: String, method: Method = .get, headers: [(name: String, value: String)] = [], body: [UInt8]? = nil,
        etag: String? = nil, lastModified: String? = nil, validatorsURL: String? = nil, accept: String = "*/*",
        followsRedirects: Bool = true, allowsInsecureRedirect: Bool = false, maximumBytes: Int = 10 << 20,
        cutsAtMaximum: Bool = false, timeoutSeconds: Double = 60, connectTimeoutSeconds: Double = 10,
        unixSocketPath: String? = nil, userAgent: String? = nil, credentials: Credentials? = nil,
        proxy: String? = nil, pacing: Pacing = .polite
    ) {
        self.url = url
        self.method = method
        self.headers = headers
        self.body = body
        self.etag = etag
        self.lastModified = lastModified
        self.validatorsURL = validatorsURL
        self.accept = accept
        self.followsRedirects = followsRedirects
        self.allowsInsecureRedirect = allowsInsecureRedirect
        self.maximumBytes = maximumBytes
        self.cutsAtMaximum = cutsAtMaximum
        self.timeoutSeconds = timeoutSeconds
        self.connectTimeoutSeconds = connectTimeoutSeconds
        self.unixSocketPath = unixSocketPath
        self.userAgent = userAgent
        self.credentials = credentials
        self.proxy = proxy
        self.pacing = pacing
    }
}

extension FetchRequest {
    /// A conditional GET of a feed.
    public static func feed(url: String, etag: String? = nil, lastModified: String? = nil) -> FetchRequest {
        FetchRequest(
            url: url, etag: etag, lastModified: lastModified,
            accept: "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, "
                + "application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, text/html;q=0.3, */*;q=0.1")
    }

    /// A GET of the page that an entry links to.
    public static func page(url: String) -> FetchRequest {
        FetchRequest(url: url, accept: "text/html, application/xhtml+xml, application/xml;q=0.8, */*;q=0.1")
    }

    /// A POST of a notification: 20 s, no redirects, at once, and at most 64 KiB of the answer is kept.
    public static func webhook(
        url: String, body: [UInt8], contentType: String = "application/json",
        headers: [(name: String, value: String)] = []
    ) -> FetchRequest {
        FetchRequest(
            url: url, method: .post, headers: [(name: "Content-Type", value: contentType)] + headers, body: body,
            followsRedirects: false, maximumBytes: 64 << 10, cutsAtMaximum: true, timeoutSeconds: 20,
            pacing: .immediate)
    }
}
