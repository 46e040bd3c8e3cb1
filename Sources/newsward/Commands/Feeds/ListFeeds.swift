import ArgumentParser
import Dashboard
import NewsModel
import Pipeline

extension FeedsCommand {
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List the configured feeds, and how they stand.",
            discussion: "--format json writes one JSON object a line, as /api/status has it under \"feeds\".")

        @Option(help: "text or json.")
        var format: TrailFormat = .text

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            let configuration = try ConfigurationReading.read(global.config, lexicons: global.lexicons)
            let states = try await states(configuration.settings.dataFolder)
            for feed in configuration.settings.feeds {
                let status = FeedStatus(feed: feed, state: states[feed.url] ?? FeedState(url: feed.url))
                try Console.line(format == .json ? Self.json(status) : Self.line(status))
            }
        }

        private func states(_ dataFolder: String) async throws -> [String: FeedState] {
            do {
                return try await StoreReader.feedStates(dataFolder: dataFolder)
            } catch {
                throw CommandFailure(error)
            }
        }

        private static func json(_ status: FeedStatus) -> String {
            var json = JSONWriter()
            status.write(to: &json)
            return json.text
        }

        private static func line(_ status: FeedStatus) -> String {
            let feed = status.feed
            let folder = feed.folder.isEmpty ? "" : "  [\(feed.folder.joined(separator: " / "))]"
            return "\(TextStyle.padded(feed.source, to: 24)) rank \(feed.sourceRank)  \(feed.url)\(folder)  "
                + "\(status.state.articleCount) articles; \(TextStyle.oneLine(status.health))"
        }
    }
}
