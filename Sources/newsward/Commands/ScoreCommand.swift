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

    @Option(
        help: "Only these members of the record, besides the id: sentiment,events,companies,...",
        transform: FieldList.fields)
    var fields: RecordFields = .all

    @Option(
        help:
            "Threads that score NDJSON, as far as there are processors; the order of the lines is kept (default: all).")
    var jobs: Int?

    @Option(
        help: "Write to FILE, and go on after the records that an interrupted run has left there; one NDJSON input.",
        completion: .file())
    var resume: String?

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
        if resume != nil, inputs.count > 1 { throw ValidationError("--resume goes with one input") }
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
            return try await scoreLines(BlockReader(path: name == "-" ? nil : name), with: desk)
        }
        let document = try await InputReader(logger: global.logger()).document(name)
        if input == .auto, document.guessedKind == .ndjson {
            return try await scoreLines(BlockReader(bytes: document.bytes), with: desk)
        }
        if resume != nil { throw CommandFailure(.usage, "--resume goes with NDJSON input; say so with --input ndjson") }
        do {
            let moment = scoredAt
            let articles = try ScoringSetup.articles(global, now: { moment }).articles(of: document, kind: input)
            let writer = RecordWriter(format: format ?? .text, fields: fields, usesColor: global.usesColor)
            return try writer.write(articles.map { desk.score($0, now: moment) })
        } catch let failure as InputFailure {
            throw CommandFailure(failure)
        }
    }

    private func scoreLines(_ reader: BlockReader, with desk: ScoringDesk) async throws -> ScoreOutcome {
        guard format == nil || format == .ndjson || format == .json else {
            throw CommandFailure(
                .usage, "NDJSON input gives NDJSON; --format \(format?.rawValue ?? "") does not go with it")
        }
        let run = LineScoring(
            desk: desk, fields: fields, jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount, now: scoredAt,
            showsProgress: !global.quiet)
        guard let resume else { return try await run.score(reader, write: Console.write) }
        let file = try ResumedFile(path: resume, skipping: reader, lexicon: desk.lexiconHash)
        var outcome = ScoreOutcome(
            severity: file.finished.severity, failure: file.finished.hasProblem ? .input : nil)
        outcome.add(try await run.score(reader, write: file.write))
        return outcome
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
enum FieldList {
    static func fields(_ text: String) throws -> RecordFields {
        let names = text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        var fields: RecordFields = []
        for name in names where name != "id" {
            guard let field = RecordFields.named.first(where: { $0.name == name })?.field else {
                throw ValidationError("there is no field `\(name)`; \(valid)")
            }
            fields.insert(field)
        }
        if names.isEmpty { throw ValidationError("--fields names none; \(valid)") }
        return fields
    }

    private static var valid: String { "fields are \(RecordFields.named.map(\.name).joined(separator: ", "))" }
}

/// An ISO 8601 time as an option value.
struct Moment: ExpressibleByArgument {
    let timestamp: Timestamp

    init?(argument: String) {
        guard let timestamp = Timestamp(iso8601: argument) else { return nil }
        self.timestamp = timestamp
    }
}
