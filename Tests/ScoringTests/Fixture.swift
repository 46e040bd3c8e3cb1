import Foundation
import NewsModel

@testable import Scoring

/// The small lexicon of the tests, and shorthands to score with it.
enum Fixture {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
        "Resources/lexicons"
    ).path
    static let brokenFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
        "Resources/broken"
    ).path
    static let lexicon: CompiledLexicon = {
        do { return try CompiledLexicon.load(folder: folder) } catch { preconditionFailure("\(error)") }
    }()
    static let scorer = ArticleScorer(lexicon: lexicon, engine: "newsward test")
    static let now = Timestamp(seconds: 1_700_000_000)

    static func article(_ title: String, _ body: String = "", _ language: Language? = nil) -> Article {
        let isKorean = (title + body).unicodeScalars.contains { Syllable.isSyllable($0.value) }
        return Article(
            id: "t", title: title, body: body, language: language ?? (isKorean ? .korean : .english), seenAt: now)
    }

    static func record(_ title: String, _ body: String = "", _ language: Language? = nil) -> ScoredRecord {
        scorer.score(article(title, body, language), now: now)
    }

    static func analysis(_ title: String) -> TextAnalysis {
        let language = article(title).language
        return TextAnalysis(title, field: .title, lexicon: lexicon, language: language)
    }

    /// A lexicon of files held in memory.
    static func lexicon(_ texts: [String: String]) throws(LexiconError) -> CompiledLexicon {
        var builder = LexiconBuilder()
        builder.read(LexiconFiles(texts: texts))
        guard builder.problems.isEmpty else { throw LexiconError(problems: builder.problems.sorted()) }
        return CompiledLexicon(builder, hash: "")
    }

    static func warnings(_ texts: [String: String]) -> [String] {
        var builder = LexiconBuilder(keepsEntries: true)
        builder.read(LexiconFiles(texts: texts))
        return builder.warnings.map(\.description)
    }

    static func problems(_ texts: [String: String]) -> [String] {
        do {
            _ = try lexicon(texts)
            return []
        } catch {
            return error.problems.map(\.description)
        }
    }
}

extension ScoredRecord {
    var eventTypes: [String] { events.map(\.type.rawValue) }
    var roles: [String: CompanyRole] {
        Dictionary(companies.map { ($0.company.name, $0.role) }, uniquingKeysWith: { first, _ in first })
    }
}
