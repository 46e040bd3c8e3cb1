/// How a fetcher behaves toward hosts.
public struct FetcherConfiguration: Sendable {
    /// The limits of one host.
    public struct HostRule: Sendable, Hashable {
        /// Most requests at the same time, at least 1.
        public var connections: Int
        /// Seconds from one start to the next, 0 or more.
        public var spacingSeconds: Double

        public init(connections: Int = 2, spacingSeconds: Double = 1) {
            self.connections = connections
            self.spacingSeconds = spacingSeconds
        }
    }

    /// The User-Agent, the same on every request.
    public var userAgent: String
    public var addressPolicy: AddressPolicy
    /// For a host without a rule of its own.
    public var defaultHostRule: HostRule
    /// By host name in lower case, without port.
    public var hostRules: [String: HostRule]
    /// Most polite transfers at the same time over all hosts; as many immediate ones can run beside them.
    public var maximumConnections: Int
    /// A file with the certificates to trust, in place of the system's (companies with TLS inspection).
    public var caFile: String?
    /// A proxy for all requests, such as `http://proxy.example:3128`; nil: none, whatever the environment says.
    /// Addresses behind a proxy cannot be checked: it looks up the names.
    public var proxy: String?
    /// A transfer that stays under so many bytes a second ...
    public var lowSpeedBytesPerSecond: Int
    /// ... for so many seconds is ended.
    public var lowSpeedSeconds: Int

    public init(
        userAgent: String = "newsward", addressPolicy: AddressPolicy = AddressPolicy(),
        defaultHostRule: HostRule = HostRule(), hostRules: [String: HostRule] = [:], maximumConnections: Int = 256,
        caFile: String? = nil, proxy: String? = nil, lowSpeedBytesPerSecond: Int = 100, lowSpeedSeconds: Int = 15
    ) {
        self.userAgent = userAgent
        self.addressPolicy = addressPolicy
        self.defaultHostRule = defaultHostRule
        self.hostRules = hostRules
        self.maximumConnections = maximumConnections
        self.caFile = caFile
        self.proxy = proxy
        self.lowSpeedBytesPerSecond = lowSpeedBytesPerSecond
        self.lowSpeedSeconds = lowSpeedSeconds
    }

    /// `newsward/VERSION (+CONTACT)`: a publisher must be able to tell whom to ask.
    public static func userAgent(version: String, contact: String) -> String {
        "newsward/\(version) (+\(contact))"
    }
}
