public import NewsModel
public import NewsSources

/// What the user configured, checked and with its defaults filled in: all that a `Monitor` needs to start.
public struct MonitorSettings: Sendable, Hashable {
    /// The folder of the database and the socket; made when it is missing.
    public var dataFolder: String
    public var lexiconsFolder: String
    /// Company lists beside those of the lexicons.
    public var companyFiles: [String] = []
    public var alertsFolder: String
    public var feeds: [Feed] = []
    /// The services behind sources that are no feeds.
    public var sources = SourceServices()
    public var watchlist = Watchlist()
    public var fetching = FetchingSettings()
    public var polling = PollingSettings()
    /// How far back the first poll of a feed may raise alerts, in seconds. 0: the first poll is a baseline and raises none.
    public var catchUpSeconds: Int64 = 0
    /// How long articles are kept, in days, 1...3650.
    public var retentionDays = 90

    public init(dataFolder: String, lexiconsFolder: String, alertsFolder: String) {
        self.dataFolder = dataFolder
        self.lexiconsFolder = lexiconsFolder
        self.alertsFolder = alertsFolder
    }
}

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
    /// Requests to one host at once, 1...100.
    public var connectionsPerHost = 2
    /// Milliseconds between the starts of two requests to one host.
    public var hostSpacingMilliseconds = 1000
    /// A file of certificate authorities in place of the system's, for companies behind TLS inspection.
    public var certificateFile: String?
    /// The one proxy to go through; without it none is used, whatever the environment says.
    public var proxy: String?

    public init() {}
}

/// How often feeds are polled.
public struct PollingSettings: Sendable, Hashable {
    /// Seconds between two polls of a feed without a setting of its own.
    public var intervalSeconds: Int64 = 15 * 60
    /// No server hint makes polling slower than this, in seconds.
    public var maximumSeconds: Int64 = 24 * 3600
    /// Feeds polled at once, 1...1000.
    public var concurrency = 64

    public init() {}
}
