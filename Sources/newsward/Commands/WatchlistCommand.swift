import ArgumentParser
import Foundation
import NewsModel
import Pipeline
import StrictYAML

struct WatchlistCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watchlist", abstract: "The companies and terms that you follow.",
        subcommands: [List.self, Add.self, Remove.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "Print the watchlist.")

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            let watchlist = try ConfigurationReading.read(global.config, lexicons: global.lexicons).settings.watchlist
            for company in watchlist.companies.sorted() { try Console.line("company  \(TextStyle.oneLine(company))") }
            for term in watchlist.terms { try Console.line("term     \(TextStyle.oneLine(term))") }
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Follow a company (by id, or by name as `companies find` shows it) or a term."
        )

        @Argument(help: "The company's id or name; a word with --term.")
        var entry: String

        @Flag(help: "It is a word to look for in title and body.")
        var term = false

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            try await WatchlistChange(entry: entry, isTerm: term, global: global).add()
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "remove", abstract: "Follow a company or a term no longer.")

        @Argument(help: "As it stands in the watchlist.")
        var entry: String

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            try await WatchlistChange(entry: entry, isTerm: false, global: global).remove()
        }
    }
}

/// One change of the watchlist file: comments stay, the changed file is read before it replaces the old one, and a
/// running daemon reloads.
private struct WatchlistChange {
    let entry: String
    let isTerm: Bool
    let global: GlobalOptions

    func add() async throws {
        try await change { text, watchlist in
            if isTerm ? watchlist.terms.contains(entry) : watchlist.companies.contains(entry) {
                throw CommandFailure(.usage, "\(TextStyle.oneLine(entry)) is on the watchlist already")
            }
            guard text.add(entry, to: isTerm ? .terms : .companies) else {
                throw CommandFailure(
                    .configuration, "the list stands in one line of the watchlist; put every entry on a line of its own"
                )
            }
        }
        Console.note("\(TextStyle.oneLine(entry)) added")
    }

    func remove() async throws {
        try await change { text, _ in
            guard text.remove(entry, from: .companies) || text.remove(entry, from: .terms) else {
                throw CommandFailure(.usage, "no line of the watchlist holds \(TextStyle.oneLine(entry))")
            }
        }
        Console.note("\(TextStyle.oneLine(entry)) removed")
    }

    private func change(_ edit: (inout WatchlistText, Watchlist) throws -> Void) async throws {
        let configuration = try ConfigurationReading.read(global.config, lexicons: global.lexicons)
        guard let path = configuration.watchlistFile else {
            throw CommandFailure(
                .configuration, "the configuration names no watchlist; add `watchlist: watchlist.yaml` to it")
        }
        guard let old = FileManager.default.contents(atPath: path) else {
            throw CommandFailure(.configuration, "\(path) cannot be read")
        }
        var text = WatchlistText(String(decoding: old, as: UTF8.self))
        try edit(&text, configuration.settings.watchlist)
        try replace(path, with: text.text)
        let client = DaemonClient(configuration, logger: global.logger())
        if client.isThere { _ = try await client.post("/api/reload") }
    }

    /// Replaces the file in one step, once the new text has been read as a watchlist.
    private func replace(_ path: String, with text: String) throws {
        let new = path + ".new"
        let files = FileManager.default
        do {
            defer { try? files.removeItem(atPath: new) }
            try Data(text.utf8).write(to: URL(fileURLWithPath: new))
            _ = try WatchlistFile.read(new)
            let mode = try files.attributesOfItem(atPath: path)[.posixPermissions]
            try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
            if let mode { try files.setAttributes([.posixPermissions: mode], ofItemAtPath: path) }
        } catch {
            throw CommandFailure(.configuration, "\(path) was not changed: \(error)")
        }
    }
}
