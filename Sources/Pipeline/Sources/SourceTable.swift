import FeedParsing
import Fetching
import NewsModel
import NewsSources

/// Which code brings the entries of a feed that is none in the strict sense.
struct SourceTable: Sendable {
    let services: SourceServices
    let client: ServiceClient
    /// Bytes that one file of a folder may have.
    let maximumBytes: Int
    let now: @Sendable () -> Timestamp

    init(_ settings: MonitorSettings, fetcher: HTTPFetcher, now: @escaping @Sendable () -> Timestamp) {
        services = settings.sources
        client = ServiceClient(
            fetcher: fetcher, timeoutSeconds: settings.fetching.timeoutSeconds,
            maximumBytes: settings.fetching.maximumBytes)
        maximumBytes = settings.fetching.maximumBytes
        self.now = now
    }

    /// The source behind a feed's URL; nil for a feed proper, which is fetched.
    func source(of feed: Feed) -> (any NewsSource)? {
        guard let address = try? SourceAddress(feed.url) else { return nil }
        switch address {
        case .feed: return nil
        case .dart(let parameters):
            return DARTSource(service: services.dart, parameters: parameters, client: client, now: now)
        case .naver(let parameters):
            return NaverSource(service: services.naver, parameters: parameters, client: client)
        case .edgar(let list, let parameters):
            return EDGARSource(service: services.edgar, list: list, parameters: parameters, client: client)
        case .exec(let words):
            return CommandSource(
                command: feed.command ?? SourceCommand(arguments: words), name: feed.url, folder: feed.baseFolder,
                options: FeedParserOptions(charset: feed.charset, markup: .plainText))
        case .folder(let path):
            let folder = path.hasPrefix("/") ? path : feed.baseFolder + "/" + path
            return FolderSource(
                name: feed.url,
                files: FolderFiles(path: folder, maximumBytes: feed.maximumBytes ?? maximumBytes, now: now),
                moves: feed.movesReadFiles, now: now)
        }
    }
}
