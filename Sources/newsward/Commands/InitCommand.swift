import ArgumentParser
import Foundation

struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Write a commented configuration, a watchlist and the alerts folder.")

    @Argument(help: "The folder to write into; made when it is missing.")
    var folder = "."

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let alerts = try DataFolders().path(of: "alerts")
        let files = [
            ("newsward.yaml", SampleConfiguration.configuration), ("watchlist.yaml", SampleConfiguration.watchlist),
        ]
        let manager = FileManager.default
        // Nothing is written where something is there already: a second `init` must not eat a configuration.
        for name in files.map(\.0) + ["alerts"] where manager.fileExists(atPath: folder + "/" + name) {
            throw CommandFailure(.configuration, "\(folder)/\(name) is there already; nothing was written")
        }
        do {
            try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for (name, text) in files {
                try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
            }
            try manager.copyItem(atPath: alerts, toPath: folder + "/alerts")
        } catch {
            throw CommandFailure(.configuration, "cannot write into \(folder): \(error.localizedDescription)")
        }
        Console.note(
            """
            Wrote \(folder)/newsward.yaml, watchlist.yaml and alerts/.
            The \(SampleConfiguration.feeds.count) feeds in it were not reached from the build machine. Next:
              cd \(folder) && newsward feeds check    # which of them answer
              newsward check                          # is everything well-formed
              newsward poll                           # one pass; or `newsward run`, the daemon
            """)
    }
}
