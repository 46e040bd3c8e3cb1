import Foundation
import NewsModel
import NewsSources
import Pipeline
import StrictYAML

/// newsward.yaml, read and checked; relative paths in it are relative to the file.
struct ConfigurationFile {
    var settings: MonitorSettings
    var dashboard: DashboardSettings
    /// The watchlist file that it names.
    var watchlistFile: String?

    /// Where the dashboard listens.
    struct DashboardSettings {
        var host = "127.0.0.1"
        var port = 8642
    }

    /// The names of files that are looked for when none is given.
    static let defaultPlaces = ["newsward.yaml", "/etc/newsward/newsward.yaml"]

    /// The file that a command uses: the option, else the first default place that exists.
    static func path(option: String?) throws(CommandFailure) -> String {
        if let option { return option }
        if let found = defaultPlaces.first(where: FileManager.default.fileExists) { return found }
        throw CommandFailure(
            .configuration,
            "no configuration: tried \(defaultPlaces.joined(separator: " and ")). Write one with `newsward init FOLDER`, or name it with --config FILE"
        )
    }

    /// Reads the file, and the watchlist that it names. Throws all problems at once.
    ///
    /// - Parameter text: read in place of the file's own.
    static func read(
        _ file: String, text: String? = nil, lexicons option: String? = nil, folders: DataFolders = DataFolders()
    ) throws -> ConfigurationFile {
        let base = URL(fileURLWithPath: file).deletingLastPathComponent()
        func absolute(_ path: String) -> String {
            path.hasPrefix("/") ? path : base.appendingPathComponent(path).path
        }
        let content =
            if let text {
                try YAMLFile.read(text: text, name: file) { Content($0, base: base.path) }
            } else {
                try YAMLFile.read(file: file) { Content($0, base: base.path) }
            }
        let lexicons = try folders.path(
            of: "lexicons", option: option, configured: content.lexicons.map(absolute))
        let alerts = try folders.path(of: "alerts", configured: content.alerts.map(absolute))
        var settings = MonitorSettings(
            dataFolder: absolute(content.dataFolder), lexiconsFolder: lexicons, alertsFolder: alerts)
        settings.companyFiles = content.companies.map(absolute)
        settings.feeds = content.feeds
        settings.sources = content.services
        settings.fetching = content.fetching
        settings.fetching.certificateFile = content.fetching.certificateFile.map(absolute)
        settings.polling = content.polling
        settings.fetching.connections = max(settings.fetching.connections, content.polling.concurrency)
        settings.catchUpSeconds = Int64(content.catchUp)
        settings.retentionDays = content.retentionDays
        if let watchlist = content.watchlist {
            settings.watchlist = try WatchlistFile.read(absolute(watchlist))
        }
        return ConfigurationFile(
            settings: settings, dashboard: content.dashboard, watchlistFile: content.watchlist.map(absolute))
    }
}

/// The keys of newsward.yaml, one property each.
private struct Content {
    let dataFolder: String
    let lexicons: String?
    let alerts: String?
    let companies: [String]
    let watchlist: String?
    let catchUp: Int
    let retentionDays: Int
    let dashboard: ConfigurationFile.DashboardSettings
    let fetching: FetchingSettings
    let polling: PollingSettings
    let services: SourceServices
    let feeds: [Feed]

    /// - Parameter base: the folder of the file.
    init(_ file: MappingReader, base: String) {
        dataFolder = file.optionalString("data") ?? "data"
        lexicons = file.optionalString("lexicons")
        alerts = file.optionalString("alerts")
        companies = file.strings("companies")
        watchlist = file.optionalString("watchlist")
        catchUp = file.duration("catch_up", default: 0, in: 0...30 * 86_400)
        retentionDays = file.duration("retention", default: 90 * 86_400, in: 86_400...3650 * 86_400) / 86_400
        dashboard = file.mapping("dashboard", Self.dashboard) ?? .init()
        fetching = file.mapping("fetching", FetchingConfiguration.settings) ?? .init()
        polling = file.mapping("polling", PollingConfiguration.settings) ?? .init()
        services = file.mapping("sources", SourceConfiguration.services) ?? .init()
        let located = file.mappings("feeds") { ($0.location, Self.feed($0, base: base)) }
        for (location, feed) in located {
            SourceConfiguration.demandNeeds(
                of: feed, at: location, services: services, contact: fetching.contact, in: file)
        }
        feeds = Self.withoutRepeats(located, in: file)
    }

    private static func dashboard(_ reader: MappingReader) -> ConfigurationFile.DashboardSettings {
        var settings = ConfigurationFile.DashboardSettings()
        settings.host = reader.optionalString("host") ?? settings.host
        settings.port = reader.integer("port", in: 0...65_535, default: settings.port)
        // Without a token the page would be open to the network: refused until there is one.
        if !["127.0.0.1", "::1", "localhost"].contains(settings.host) {
            reader.problem(
                "host", "must be a loopback address (127.0.0.1, ::1 or localhost): the dashboard has no log-in yet")
        }
        return settings
    }

    private static func feed(_ reader: MappingReader, base: String) -> Feed {
        let place = SourceConfiguration.address(ofFeed: reader)
        var feed = Feed(
            url: place?.url ?? "", source: reader.string("source"),
            sourceRank: reader.integer("rank", in: 1...10, default: 5),
            language: reader.optionalOneOf("language", FeedLanguage.self)?.language,
            fetchesPages: reader.bool("pages", default: false),
            intervalSeconds: reader.optionalDuration("interval", in: 1...7 * 86_400),
            charset: reader.optionalString("charset"),
            timeZone: reader.parsed("timezone", "a time zone such as Asia/Seoul or +09:00", FeedAccessReading.timeZone),
            maximumBytes: reader.optionalInteger("max_bytes", in: FetchingConfiguration.bodyBytes),
            access: FeedAccessReading.access(reader))
        feed.folder = reader.strings("folder")
        feed.baseFolder = base
        SourceConfiguration.addKeys(reader, of: place?.address, to: &feed)
        return feed
    }

    /// A feed listed twice would be fetched twice: an error that names both lines.
    private static func withoutRepeats(_ feeds: [(YAMLLocation, Feed)], in reader: MappingReader) -> [Feed] {
        var lines: [String: Int] = [:]
        for (location, feed) in feeds {
            if let first = lines[feed.url], !feed.url.isEmpty {
                reader.problem(at: location, "the feed \(feed.url) stands on line \(first) already")
            } else {
                lines[feed.url] = location.line
            }
        }
        return feeds.map(\.1)
    }
}

/// The languages that a feed may be said to be in.
private enum FeedLanguage: String, CaseIterable {
    case ko, en

    var language: Language { self == .ko ? .korean : .english }
}
