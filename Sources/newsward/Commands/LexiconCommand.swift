import ArgumentParser
import Foundation
import NewsModel
import Pipeline

struct LexiconCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lexicon", abstract: "Check and look into the lexicons.",
        subcommands: [Check.self, Stats.self, Find.self, Match.self])

    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check", abstract: "Check every lexicon file; problems come with file and line.")

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            let folder = try DataFolders().path(of: "lexicons", option: global.lexicons)
            let problems = LexiconFolder.problems(in: folder)
            guard problems.isEmpty else { throw CommandFailure(.configuration, problems.joined(separator: "\n")) }
            Console.note("ok: \(folder)")
        }
    }

    struct Stats: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "stats", abstract: "Count terms, rules, types and companies.")

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            for line in try ScoringSetup.desk(global).statistics { try Console.line(line) }
        }
    }

    struct Find: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "find",
            abstract: "Show every entry of the lexicons that a text matches, and where it is written.",
            discussion: """
                A line each: start-end in code points, the words, the entry, what it says, FILE:LINE. "hidden by" names the longer \
                entry that keeps it from counting. `newsward explain` shows what comes of it.
                """)

        @Argument(help: "The text.")
        var text: String

        @Option(help: "The text's language, ko or en (default: told by its letters).")
        var language: String?

        @Option(help: "text or json: one object a line.")
        var format = FindFormat.text

        @OptionGroup var global: GlobalOptions

        func validate() throws {
            if let language, !["ko", "en"].contains(language) { throw ValidationError("--language must be ko or en") }
        }

        func run() async throws {
            let folder = try DataFolders().path(of: "lexicons", option: global.lexicons)
            do {
                let found = try LexiconSearch(folder: folder).matches(in: text, language: language)
                for match in found { try Console.line(format == .json ? match.json : match.line) }
                if found.isEmpty { Console.note("no entry matches") }
            } catch let failure as LexiconFailure {
                throw CommandFailure(.configuration, failure.description)
            }
        }
    }

    struct Match: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "match",
            abstract:
                "For each line of text, one JSON array of [term, start] where a term is matched as the scorer would.",
            discussion: "start counts code points. Terms are written as lexicons/README.md says.")

        @Option(help: "A file with one term a line.")
        var terms: String

        @Argument(help: "A file, or - for standard input.")
        var text: String?

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            let file = try BlockReader(path: terms)
            var terms: [String] = []
            while let block = try file.next() { terms += block.texts.filter { !$0.isEmpty } }
            let matcher: TermMatching
            do {
                matcher = try TermMatching(terms: terms)
            } catch {
                throw CommandFailure(.configuration, error.description)
            }
            let reader = try BlockReader(path: text == "-" ? nil : text)
            while let block = try reader.next() {
                let output = block.texts.flatMap { matcher.matches(in: $0).bytes + [UInt8(ascii: "\n")] }
                try Console.write(output)
            }
        }
    }
}

/// The forms that `lexicon find` answers in.
enum FindFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
}
