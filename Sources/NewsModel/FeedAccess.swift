/// How a feed's server wants to be asked: log-in, headers, user agent, proxy.
///
/// It holds secrets, so it never describes them: neither in text nor in a debugger's mirror.
public struct FeedAccess: Sendable, Hashable {
    /// A header of the user's own, such as `X-Api-Key`.
    public struct Header: Sendable, Hashable {
        public let name: String
        public let value: String

        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// For Basic authentication; nil where the feed needs none.
    public var user: String?
    public var password: String?
    /// Sent to the feed's own server only, never to another one after a redirect.
    public var headers: [Header]
    /// In place of the program's own User-Agent.
    public var userAgent: String?
    /// In place of the program's own proxy.
    public var proxy: String?

    public init(
        user: String? = nil, password: String? = nil, headers: [Header] = [], userAgent: String? = nil,
        proxy: String? = nil
    ) {
        self.user = user
        self.password = password
        self.headers = headers
        self.userAgent = userAgent
        self.proxy = proxy
    }
}

extension FeedAccess: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { self == FeedAccess() ? "open" : "with settings that may be secret" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
