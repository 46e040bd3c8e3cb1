import ArgumentParser
import Foundation
import Pipeline

extension FeedsCommand {
    struct Discover: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "discover",
            abstract: "Find the feeds of a page: those that it names, else those at the usual paths of its site.",
            discussion: "Each address was fetched and is a feed; the surest stands first. Exit code 4: none was found.")

        @Argument(help: "The address of a page.")
        var url: String

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            let finds: [FeedFinder.Find]
            do {
                finds = try await FeedFinder(settings: try fetching(), logger: global.logger()).find(url)
            } catch let failure as InputFailure {
                throw CommandFailure(failure)
            }
            for find in finds {
                let title = find.title.isEmpty ? "" : "  \(TextStyle.oneLine(find.title))"
                try Console.line("\(find.url)  \(find.format), \(find.entryCount) entries (\(find.origin))\(title)")
            }
            if finds.isEmpty { throw CommandFailure(.input, "no feed was found at \(url)") }
        }

        /// The user's own settings where there is a configuration; discovery needs none.
        private func fetching() throws -> FetchingSettings {
            let isThere = ConfigurationFile.defaultPlaces.contains(where: FileManager.default.fileExists)
            guard global.config != nil || isThere else { return FetchingSettings() }
            return try ConfigurationReading.read(global.config, lexicons: global.lexicons).settings.fetching
        }
    }
}
