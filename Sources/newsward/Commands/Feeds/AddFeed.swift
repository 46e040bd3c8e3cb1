import ArgumentParser
import Foundation
import NewsModel
import NewsSources
import Pipeline

extension FeedsCommand {
    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Add a feed or another source to the configuration.",
            discussion: """
                The entry is written behind the others; nothing else in the file changes. A running daemon takes it into \
                force at once. Without --source a feed is fetched once, for its title.
                Beside http and https: dart:list, naver:news, edgar:current, edgar:company, exec:COMMAND, file:FOLDER.
                """)

        @Argument(help: "The address of the feed, or of a page: then the feeds that it has are named.")
        var url: String

        @Option(help: "The publisher, as shown in notices (default: the feed's title).")
        var source: String?

        @Option(help: "Trust, 1 (accountable) to 10 (unverifiable).")
        var rank: Int?

        @Option(help: "The language of the entries: ko, en (default: each entry's text decides).")
        var language: String?

        @Flag(help: "Fetch the page that an entry links to, and score its text.")
        var pages = false

        @Option(help: "The time between two polls: 5m, 1h.")
        var interval: Span?

        @Option(help: "A character set over what server and feed say.")
        var charset: String?

        @Option(help: "A folder to keep it in; repeat it for a folder in a folder.")
        var folder: [String] = []

        @OptionGroup var global: GlobalOptions

        func validate() throws {
            if let rank, !(1...10).contains(rank) { throw ValidationError("--rank must be from 1 to 10") }
            if let language, !["ko", "en"].contains(language) { throw ValidationError("--language must be ko or en") }
        }

        func run() async throws {
            let subscriptions = try Subscriptions(global)
            let address: SourceAddress
            let url = SubscriptionList.address(url)
            do {
                address = try SourceAddress(url)
            } catch {
                throw CommandFailure(.usage, "the address must be \(error.message), not \"\(url)\"")
            }
            var entry = FeedEntry(url: url, source: "")
            if let source {
                entry.source = source
            } else {
                let fetching = subscriptions.configuration.settings.fetching
                entry.source = try await FeedName(fetching: fetching, global: global).of(url, address)
            }
            entry.rank = rank
            entry.language = language
            entry.pages = pages ? true : nil
            entry.interval = interval.map { Int($0.seconds) }
            entry.charset = charset
            entry.folder = folder.isEmpty ? nil : folder
            let isInForce = try await subscriptions.apply(FeedChange(add: [entry]))
            Console.note(
                "added \(entry.source), \(SubscriptionList.shown(url))" + (isInForce ? "; the daemon polls it" : ""))
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "remove",
            abstract: "Remove a feed from the configuration, with its keys and the comments inside it; all else stays.")

        @Argument(help: "The feed's address, as configured.")
        var url: String

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            _ = try await Subscriptions(global).apply(FeedChange(remove: [url]))
            Console.note("removed")
        }
    }
}

/// Finds a name for a source that the user gave none.
struct FeedName {
    let fetching: FetchingSettings
    let global: GlobalOptions

    func of(_ url: String, _ address: SourceAddress) async throws -> String {
        switch address {
        case .feed: return try await title(of: url)
        case .dart: return "DART"
        case .naver(let parameters): return "Naver: " + (parameters.first { $0.name == "query" }?.value ?? "news")
        case .edgar: return "SEC EDGAR"
        case .exec(let words): return URL(fileURLWithPath: words.first ?? "").lastPathComponent
        case .folder(let path): return URL(fileURLWithPath: path).lastPathComponent
        }
    }

    /// The feed's title. An address that does not answer is taken as it is; one that answers with a page is not.
    private func title(of url: String) async throws -> String {
        let host = URL(string: url)?.host ?? url
        let finds: [FeedFinder.Find]
        do {
            finds = try await FeedFinder(settings: fetching, logger: global.logger()).find(url)
        } catch {
            Console.note("the feed could not be read now, so its host stands for its title: \(error)")
            return host
        }
        if let feed = finds.first, feed.url == url { return feed.title.isEmpty ? host : feed.title }
        let found = finds.isEmpty ? "" : "; add one of its feeds: " + finds.map(\.url).joined(separator: ", ")
        throw CommandFailure(.input, "\(url) is no feed\(found)")
    }
}
