import Extraction
import NewsModel
import Scoring

/// Shows what of the lexicons a text matches, for `lexicon find`.
public struct LexiconSearch: Sendable {
    private let finder: LexiconFinder

    /// - Throws: every problem of the lexicons in a folder, one a line.
    public init(folder: String) throws(LexiconFailure) {
        do {
            finder = try LexiconFinder(folder: folder)
        } catch {
            throw LexiconFailure(description: error.description)
        }
    }

    /// The matches in the order of the text.
    ///
    /// - Parameter language: `ko` or `en`; nil is told by the letters.
    public func matches(in text: String, language: String?) -> [FoundEntry] {
        let language = language.flatMap(Language.init(rawValue:)) ?? LanguageDetector.language(of: text)
        return finder.matches(in: text, language: language).map(FoundEntry.init)
    }
}

/// One match, as it is shown.
public struct FoundEntry: Sendable {
    private let match: LexiconMatch

    init(_ match: LexiconMatch) {
        self.match = match
    }

    /// For people: `4-6  기소  기소/h  cue of legal.prosecution  ko/events.txt:120`.
    public var line: String {
        let hidden = match.hiddenBy.map { "  hidden by \($0)" } ?? ""
        return "\(match.start)-\(match.end)  \(match.text)  \(match.term)  \(match.meaning)  \(match.rule)\(hidden)"
    }

    /// {"start", "end", "text", "term", "meaning", "rule", "hidden_by"}.
    public var json: String {
        var json = JSONWriter()
        json.object { json in
            json.name("start")
            json.integer(match.start)
            json.name("end")
            json.integer(match.end)
            json.name("text")
            json.string(match.text)
            json.name("term")
            json.string(match.term)
            json.name("meaning")
            json.string(match.meaning)
            json.name("rule")
            json.string(match.rule)
            json.name("hidden_by")
            json.string(match.hiddenBy)
        }
        return json.text
    }
}
