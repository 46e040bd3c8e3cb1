import ArgumentParser
import Foundation
import NewsModel
import Pipeline

struct QuarantineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quarantine",
        abstract: "Feeds and articles set aside because the program died three times in a row while it read them.",
        subcommands: [List.self, Release.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "Print the feeds and articles set aside.")

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            try await StoredLists.print(global) { reader in
                let feeds = try await reader.quarantinedFeeds().map { "feed     \($0.url)  \($0.reason)" }
                let articles = try await reader.setAsideArticles().map {
                    "article  \($0.id)  \($0.name)  of \($0.feedURL), since \($0.at.iso8601)"
                }
                return (feeds + articles).map(TextStyle.oneLine)
            }
        }
    }

    struct Release: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "release", abstract: "Read a feed or an article again that was set aside.")

        @Argument(help: "The feed's address or the article's id, as `quarantine list` prints it.")
        var name: String

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            // An address has a colon, an id has none.
            if name.contains(":") { return try await FeedSwitch.set(name, enabled: true, global) }
            let id = name.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
            try await MonitorSetup.change(
                global, path: "/api/quarantine/\(id)/release", absent: "no article with this id is set aside"
            ) { try await $0.releaseArticle(id: name) }
            Console.note("\(name) is read at the next poll, if its feed still lists it")
        }
    }
}
