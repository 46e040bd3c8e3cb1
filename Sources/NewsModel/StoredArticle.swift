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
    /// The same with every rule and route that was looked at.
    public let trail: DecisionTrail
    /// Case files that the article opened, moved on or closed, as they stand now.
    public let cases: [CaseFile]
    /// What the article adds to the risk of each company, 0...1.
    public let riskShares: [String: Double]
    /// Hash of the entry's text as the feed gave it; another one under the same address is a changed text. Nil: not kept.
    public let entryHash: String?
    /// The article whose changed text this is; nil for one that is new.
    public let changedFrom: String?

    public init(
        article: Article, record: ScoredRecord, story: Story, member: StoryMember, alerts: [Alert],
        notices: [PendingNotice], decision: String, joinReason: String = "",
        trail: DecisionTrail = DecisionTrail(), cases: [CaseFile] = [], riskShares: [String: Double] = [:],
        entryHash: String? = nil, changedFrom: String? = nil
    ) {
        self.article = article
        self.record = record
        self.story = story
        self.member = member
        self.alerts = alerts
        self.notices = notices
        self.decision = decision
        self.joinReason = joinReason
        self.trail = trail
        self.cases = cases
        self.riskShares = riskShares
        self.entryHash = entryHash
        self.changedFrom = changedFrom
    }
}
