public import NewsModel
import Scoring

/// The scorer with its lexicons loaded, for the commands that score once.
public struct ScoringDesk: Sendable {
    private let lexicon: CompiledLexicon
    private let scorer: ArticleScorer

    /// Loads the lexicons of a folder and further company files.
    ///
    /// - Throws: `LexiconFailure` with every problem, one a line, each with its file and line.
    public init(lexicons folder: String, companyFiles: [String] = []) throws(LexiconFailure) {
        do {
            lexicon = try CompiledLexicon.load(folder: folder, extraCompanyFiles: companyFiles)
        } catch {
            throw LexiconFailure(description: error.description)
        }
        scorer = ArticleScorer(lexicon: lexicon, engine: Release.engine)
    }

    init(lexicon: CompiledLexicon) {
        self.lexicon = lexicon
        scorer = ArticleScorer(lexicon: lexicon, engine: Release.engine)
    }

    /// `sha256:...` over the lexicon files.
    public var lexiconHash: String { lexicon.hash }

    public func score(_ article: Article, now: Timestamp) -> ScoredRecord {
        scorer.score(article, now: now)
    }

    /// Why an article gets its score, from the same evaluation that scores it.
    public func explain(_ article: Article) -> ScoreExplanation {
        scorer.explain(article)
    }

    /// Counts of what the lexicons hold, a line each.
    public var statistics: [String] {
        let counts = lexicon.statistics
        return [
            "\(counts.sentimentTerms) sentiment terms",
            "\(counts.eventRules) event rules for \(counts.eventTypes) types",
            "\(counts.companies) companies with \(counts.companyNames) names",
            "\(counts.patterns) written forms, \(counts.states) automaton states", lexicon.hash,
        ]
    }

    /// The companies that have a text in a name or an id, a line each: id or kind, names.
    public func companies(named part: String) -> [String] {
        lexicon.companies(named: part).map { found in
            let kind = found.isRater ? "rater" : found.company.kind.rawValue
            return "\(found.company.id ?? "-")\t\(kind)\t\(found.names.joined(separator: ", "))"
        }
    }

    /// Scores one line of NDJSON. Never throws: what is wrong with the line stands in its place.
    public func scoreLine(_ line: [UInt8], number: Int, fields: Set<RecordField>?, now: Timestamp) -> ScoredLine {
        var json = JSONWriter()
        do {
            let input = try InputRecord(line: line, number: number, now: now)
            let record = scorer.score(input.article, now: now)
            record.write(to: &json, fields: fields, idJSON: input.idJSON)
            return ScoredLine(bytes: json.bytes, severity: record.severity, isProblem: false)
        } catch {
            return .problem(idJSON: error.idJSON, number: number, message: error.message)
        }
    }
}

/// One line of output for one line of input.
public struct ScoredLine: Sendable, Hashable {
    /// A JSON object, without the line's end.
    public let bytes: [UInt8]
    public let severity: Int
    /// True where the input line could not be read, and `bytes` says why.
    public let isProblem: Bool

    /// {"id", "error": {"line", "message"}}: what stands in the place of a line that could not be read.
    static func problem(idJSON: [UInt8]?, number: Int, message: String) -> ScoredLine {
        var json = JSONWriter()
        json.object { json in
            json.name("id")
            if let idJSON { json.verbatim(idJSON) } else { json.null() }
            json.name("error")
            json.object { json in
                json.name("line")
                json.integer(number)
                json.name("message")
                json.string(message)
            }
        }
        return ScoredLine(bytes: json.bytes, severity: 0, isProblem: true)
    }
}

/// Lexicon files that cannot be used; one problem a line.
public struct LexiconFailure: Error, Sendable, CustomStringConvertible {
    public let description: String
}
