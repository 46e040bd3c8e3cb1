public import NewsModel
import Scoring

/// The scorer with its lexicons loaded, for the commands that score once.
public struct ScoringDesk: Sendable {
    private let lexicon: CompiledLexicon
    private let scorer: ArticleScorer

    /// Loads the lexicons of a folder and further company files.
    ///
    /// - Parameter dataFolder: where compiled lexicons are kept; without one they are in the user's cache folder.
    /// - Throws: `LexiconFailure` with every problem, one a line, each with its file and line.
    public init(
        lexicons folder: String, companyFiles: [String] = [], dataFolder: String? = nil
    ) throws(LexiconFailure) {
        do {
            lexicon = try CompiledLexicon.load(
                folder: folder, extraCompanyFiles: companyFiles,
                cache: LexiconCacheFolder.cache(dataFolder: dataFolder))
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

    /// Scores lines of NDJSON. Never throws: what is wrong with a line stands in its place.
    ///
    /// - Parameter fields: the members that are wanted; evidence that is not wanted is not worked out.
    public func score(_ block: LineBlock, fields: RecordFields = .all, now: Timestamp) -> ScoredBlock {
        // Records with their evidence are up to five times their lines; growing would hold them twice.
        var json = JSONWriter(capacity: block.bytes.count * 5)
        var severity = 0
        var hasProblem = false
        var number = block.firstNumber
        for line in block.lines {
            do {
                let input = try InputRecord(line: block.bytes, in: line, number: number, now: now)
                let record = scorer.score(input.article, now: now, fields: fields)
                record.write(to: &json, fields: fields, idJSON: input.idJSON)
                severity = max(severity, record.severity)
            } catch {
                error.write(to: &json, line: number)
                hasProblem = true
            }
            json.endLine()
            number += 1
        }
        return ScoredBlock(
            bytes: json.bytes, lineCount: number - block.firstNumber, severity: severity, hasProblem: hasProblem)
    }
}

extension InputRecord.Problem {
    /// Writes {"id", "error": {"line", "message"}}: what stands in the place of a line that could not be read.
    func write(to json: inout JSONWriter, line: Int) {
        json.object { json in
            json.name("id")
            if let idJSON { json.verbatim(idJSON) } else { json.null() }
            json.name("error")
            json.object { json in
                json.name("line")
                json.integer(line)
                json.name("message")
                json.string(message)
            }
        }
    }
}

/// Lexicon files that cannot be used; one problem a line.
public struct LexiconFailure: Error, Sendable, CustomStringConvertible {
    public let description: String
}
