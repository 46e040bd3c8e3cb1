import Fetching

/// How this program behaves towards servers.
public struct FetchingSettings: Sendable, Hashable {
    /// An address or page for publishers who want to complain; part of the User-Agent.
    public var contact = ""
    /// Seconds that one exchange may take, 1...600.
    public var timeoutSeconds = 60
    /// Bytes of a decoded body.
    public var maximumBytes = 10 * 1024 * 1024
    /// CIDR networks that are reached although they are private: `127.0.0.0/8`.
    public var allowedNetworks: [String] = []
    /// Hosts that are reached although their address is private.
    public var allowedHosts: [String] = []
    /// The limits of a host without limits of its own.
    public var defaultHost = HostSettings()
    /// Limits of single hosts, by name in lower case, without port.
    public var hosts: [String: HostSettings] = [:]
    /// Most requests at the same time over all hosts.
    public var connections = 256
    /// A file of certificate authorities in place of the system's, for companies behind TLS inspection.
    public var certificateFile: String?
    /// The one proxy to go through; without it none is used, whatever the environment says.
    public var proxy: String?

    public init() {}

    /// The limits of a host.
    func limits(of host: String) -> HostSettings { hosts[host] ?? defaultHost }
}

/// How many requests one host gets, and how far apart.
public struct HostSettings: Sendable, Hashable {
    /// Requests at once, 1...1000.
    public var connections: Int
    /// Seconds between the starts of two requests.
    public var spacingSeconds: Int

    public init(connections: Int = 2, spacingSeconds: Int = 1) {
        self.connections = connections
        self.spacingSeconds = spacingSeconds
    }

    var rule: FetcherConfiguration.HostRule {
        .init(connections: connections, spacingSeconds: Double(spacingSeconds))
    }
}
