/// An article with everything that one transaction writes for it.
public struct StoredArticle: Sendable, Hashable {
    public let article: Article
    public let record: ScoredRecord
    /// The story as it stands with this article in it.
    public let story: Story
    public let member: StoryMember
    /// The alert revisions that it raised; empty for a baseline and for articles that met no rule.
    public let alerts: [Alert]
    /// One row per alert revision and receiver.
    public let notices: [PendingNotice]
    /// What was decided and why, in plain words, for the answer to "why not": `no event`, `baseline: first sight of the feed`.
    public let decision: String
    /// Why it is in its story, in plain words: `first article of its story`.
    public let joinReason: String

    public init(
        article: Article, record: ScoredRecord, story: Story, member: StoryMember, alerts: [Alert],
        notices: [PendingNotice], decision: String, joinReason: String = ""
    ) {
        self.article = article
        self.record = record
        self.story = story
        self.member = member
        self.alerts = alerts
        self.notices = notices
        self.decision = decision
        self.joinReason = joinReason
    }
}
