import ArgumentParser
import Foundation
import NewsModel
import Pipeline

struct FeedsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feeds", abstract: "The list of feeds and other sources: look at it, change it, exchange it.",
        subcommands: [
            List.self, Add.self, Remove.self, Check.self, Discover.self, Import.self, Export.self, Enable.self,
            Disable.self, Poll.self,
        ])

    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check", abstract: "Fetch every configured feed once and say what came; nothing is stored.")

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            let configuration = try ConfigurationReading.read(global.config, lexicons: global.lexicons)
            let results: [FeedCheck.Result]
            do {
                results = try await FeedCheck(
                    settings: configuration.settings, now: ScoringSetup.now, logger: global.logger()
                ).check(configuration.settings.feeds)
            } catch {
                throw CommandFailure(.configuration, error.description)
            }
            for result in results {
                let mark = result.isGood ? "ok  " : "FAIL"
                try Console.line(
                    "\(mark) \(TextStyle.padded(result.feed.source, to: 24)) \(TextStyle.oneLine(result.text))")
            }
            let bad = results.count { !$0.isGood }
            if bad > 0 { throw CommandFailure(.network, "\(bad) of \(results.count) feeds did not answer with a feed") }
        }
    }

    struct Enable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "enable", abstract: "Poll a feed again that was stopped (410) or disabled.")

        @Argument(help: "The feed's address, as configured.")
        var url: String

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            try await FeedSwitch.set(url, enabled: true, global)
        }
    }

    struct Disable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "disable", abstract: "Stop polling a feed.")

        @Argument(help: "The feed's address, as configured.")
        var url: String

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            try await FeedSwitch.set(url, enabled: false, global)
        }
    }
}

/// Switches a feed through the daemon, or in the store where no daemon runs.
enum FeedSwitch {
    static func set(_ url: String, enabled: Bool, _ global: GlobalOptions) async throws {
        let configuration = try ConfigurationReading.read(global.config, lexicons: global.lexicons)
        let client = DaemonClient(configuration, logger: global.logger())
        if client.isThere {
            _ = try await client.post("/api/feeds/\(enabled ? "enable" : "disable")", body: url)
        } else {
            let found = try await MonitorSetup.withMonitor(configuration, global) { monitor in
                try await monitor.setFeed(url, enabled: enabled)
            }
            guard found else { throw CommandFailure(.usage, "no such feed is configured") }
        }
        Console.note(enabled ? "enabled" : "disabled")
    }
}
