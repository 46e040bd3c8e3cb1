import ArgumentParser
import Foundation
import NewsModel
import Pipeline

struct ScoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score", abstract: "Score articles: text, pages, feeds or NDJSON. Nothing is stored or sent.",
        discussion: """
            Without a file, or with -, standard input is read. NDJSON holds one object a line:
            {"id", "title", "body", "body_format": "text" or "html", "language": "ko" or "en", "url", "source", "published_at"}
            """)

    @Argument(help: "Files or addresses; - is standard input.")
    var inputs: [String] = []

    @Option(help: "What the input is: auto, text, html, ndjson or feed.", transform: InputOption.kind)
    var input: InputKind = .auto

    @Option(help: "What comes out: text, json, ndjson or csv (default: text, for NDJSON input ndjson).")
    var format: OutputFormat?

    @Option(help: "Only these members of the record, besides the id: sentiment,events,companies,...")
    var fields: FieldList?

    @Option(help: "Threads that score NDJSON; the order of the lines is kept (default: one per processor).")
    var jobs: Int?

    @Option(help: "Exit with 1 when an article reaches this severity, 1 to 100.")
    var failOn: Int?

    @Option(help: "The time to write as scored_at, so that two runs give the same bytes.")
    var now: Moment?

    @Option(help: "One more file of companies; may be given several times.")
    var companies: [String] = []

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if let failOn, !(1...100).contains(failOn) { throw ValidationError("--fail-on must be from 1 to 100") }
        if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs must be from 1 to 256") }
    }

    func run() async throws {
        let desk = try ScoringSetup.desk(global, companies: companies)
        var outcome = ScoreOutcome()
        for name in inputs.isEmpty ? ["-"] : inputs {
            do {
                outcome.add(try await score(name, with: desk))
            } catch let failure as CommandFailure {
                // One unreadable file must not cost the others their scores.
                Console.complain(failure.message)
                outcome.failure = outcome.failure ?? failure.status
            }
        }
        if let failure = outcome.failure { throw CommandFailure(failure) }
        if let failOn, outcome.severity >= failOn { throw CommandFailure(.findings) }
    }

    private func score(_ name: String, with desk: ScoringDesk) async throws -> ScoreOutcome {
        if input == .ndjson || (input == .auto && (name.hasSuffix(".ndjson") || name.hasSuffix(".jsonl"))) {
            return try await scoreLines(LineReader(path: name == "-" ? nil : name), with: desk)
        }
        let document = try await InputReader(logger: global.logger()).document(name)
        if input == .auto, document.guessedKind == .ndjson {
            return try await scoreLines(LineReader(bytes: document.bytes), with: desk)
        }
        do {
            let moment = scoredAt
            let articles = try ScoringSetup.articles(global, now: { moment }).articles(of: document, kind: input)
            let writer = RecordWriter(format: format ?? .text, fields: fields?.fields, usesColor: global.usesColor)
            return try writer.write(articles.map { desk.score($0, now: moment) })
        } catch let failure as InputFailure {
            throw CommandFailure(failure)
        }
    }

    private func scoreLines(_ reader: LineReader, with desk: ScoringDesk) async throws -> ScoreOutcome {
        guard format == nil || format == .ndjson || format == .json else {
            throw CommandFailure(
                .usage, "NDJSON input gives NDJSON; --format \(format?.rawValue ?? "") does not go with it")
        }
        let run = LineScoring(
            desk: desk, fields: fields?.fields, jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount,
            now: scoredAt)
        return try await run.score(reader, showsProgress: !global.quiet)
    }

    private var scoredAt: Timestamp { now?.timestamp ?? ScoringSetup.now() }
}

/// What a run of `score` came to.
struct ScoreOutcome {
    var severity = 0
    /// The exit code where something could not be read.
    var failure: ExitStatus?

    mutating func add(_ other: ScoreOutcome) {
        severity = max(severity, other.severity)
        failure = failure ?? other.failure
    }
}

/// The kind of input as an option value.
enum InputOption {
    static func kind(_ text: String) throws -> InputKind {
        guard let kind = InputKind(rawValue: text) else {
            throw ValidationError(
                "--input must be one of \(InputKind.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return kind
    }
}

/// The forms that records come out in.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, ndjson, csv
}

/// `sentiment,events` as an option value.
struct FieldList: ExpressibleByArgument {
    let fields: Set<RecordField>

    init?(argument: String) {
        let names = argument.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { $0 != "id" }
        let known = names.compactMap(RecordField.init(rawValue:))
        guard known.count == names.count, !known.isEmpty else { return nil }
        fields = Set(known)
    }

    static var allValueStrings: [String] { RecordField.allCases.map(\.rawValue) }
}

/// An ISO 8601 time as an option value.
struct Moment: ExpressibleByArgument {
    let timestamp: Timestamp

    init?(argument: String) {
        guard let timestamp = Timestamp(iso8601: argument) else { return nil }
        self.timestamp = timestamp
    }
}
