public import NewsModel

/// What the user configured, checked and with its defaults filled in: all that a `Monitor` needs to start.
public struct MonitorSettings: Sendable, Hashable {
    /// The folder of the database and the socket; made when it is missing.
    public var dataFolder: String
    public var lexiconsFolder: String
    /// Company lists beside those of the lexicons.
    public var companyFiles: [String] = []
    public var alertsFolder: String
    public var feeds: [Feed] = []
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
