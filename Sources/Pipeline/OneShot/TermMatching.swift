public import NewsModel
import Scoring

/// Finds terms in text as the scorer would, for `lexicon match`.
public struct TermMatching: Sendable {
    private let matcher: TermMatcher

    /// - Parameter terms: written as lexicons/README.md says.
    /// - Throws: what is wrong with which term.
    public init(terms: [String]) throws(LexiconFailure) {
        do {
            matcher = try TermMatcher(terms: terms)
        } catch {
            throw LexiconFailure(description: error.description)
        }
    }

    /// A JSON array of [term, start], start in code points.
    public func matches(in text: String) -> JSONWriter {
        var json = JSONWriter()
        json.array(matcher.matches(in: text)) { json, match in
            json.array([0, 1]) { json, position in
                if position == 0 { json.string(match.term) } else { json.integer(match.start) }
            }
        }
        return json
    }
}
