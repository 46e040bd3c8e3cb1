import ArgumentParser
import Foundation
import NewsModel
import Pipeline

extension FeedsCommand {
    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "import", abstract: "Add the feeds of an OPML file; folders and titles come along.",
            discussion: "What is configured already, stands twice or is no web address is named and left out.")

        @Argument(help: "An OPML file, an address, or - for standard input.")
        var file: String?

        @Flag(help: "Say what would be added, and change nothing.")
        var dryRun = false

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            let subscriptions = try Subscriptions(global)
            let document = try await InputReader(logger: global.logger()).document(file)
            let list: SubscriptionList
            do {
                list = try SubscriptionList(opml: document.bytes, name: document.name)
            } catch {
                throw CommandFailure(error)
            }
            let configured = Set(subscriptions.configuration.settings.feeds.map(\.url))
            let new = list.feeds.filter { !configured.contains($0.url) }
            for problem in list.problems { Console.note(problem) }
            for feed in list.feeds where configured.contains(feed.url) {
                Console.note("configured already: \(SubscriptionList.shown(feed.url))")
            }
            if dryRun {
                for feed in new {
                    try Console.line("\(SubscriptionList.shown(feed.url))  \(TextStyle.oneLine(feed.source))")
                }
            } else if !new.isEmpty {
                _ = try await subscriptions.apply(FeedChange(add: new.map(FeedEntry.init)))
            }
            let there = list.feeds.count - new.count
            Console.note(
                "\(new.count) feeds \(dryRun ? "would be added" : "added"), \(there) configured already, "
                    + "\(list.problems.count) passed over")
        }
    }

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "export", abstract: "Write the feeds as OPML to standard output.",
            discussion: "Sources that are no feeds, and users and passwords in addresses, are left out.")

        @Option(name: .customLong("opml-version"), help: "1.0 or 2.0.")
        var version = "2.0"

        @OptionGroup var global: GlobalOptions

        func validate() throws {
            guard ["1.0", "2.0"].contains(version) else { throw ValidationError("--opml-version must be 1.0 or 2.0") }
        }

        func run() async throws {
            let feeds = try ConfigurationReading.read(global.config, lexicons: global.lexicons).settings.feeds
            let opml = SubscriptionList.opml(
                feeds, title: "Newsward feeds", version: version, created: ScoringSetup.now())
            try Console.write(Array(opml.utf8))
            let others = feeds.count { !InputReader.isAddress($0.url) }
            if others > 0 { Console.note("\(others) sources that are no feeds were left out") }
        }
    }
}
