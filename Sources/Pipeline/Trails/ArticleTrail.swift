import Foundation
public import NewsModel
import Storage

/// The way of one article from its bytes to the decision.
public struct ArticleTrail: Sendable {
    public let article: Article
    /// Why it has its score, by the lexicons in force now.
    public let explanation: ScoreExplanation
    /// The lexicons that it was scored with, and those in force now.
    public let lexiconThen: String
    public let lexiconNow: String
    public let story: Story?
    /// Why it is in its story.
    public let joinReason: String
    /// What was decided and why.
    public let decision: String
    /// True where its record holds an event.
    public let hasEvents: Bool

    /// True where the cues shown may differ from those that made the stored score.
    public var lexiconHasChanged: Bool { lexiconThen != lexiconNow }

    init(_ archived: ArchivedArticle, story: Story?, desk: ScoringDesk) {
        article = archived.article
        explanation = desk.explain(archived.article)
        lexiconThen = Self.lexicon(in: archived.recordJSON)
        lexiconNow = desk.lexiconHash
        self.story = story
        joinReason = archived.joinReason
        decision = archived.decision
        hasEvents = !archived.eventTypes.isEmpty
    }

    private static func lexicon(in record: String) -> String {
        let object = try? JSONSerialization.jsonObject(with: Data(record.utf8)) as? [String: Any]
        return object?["lexicon"] as? String ?? ""
    }
}
