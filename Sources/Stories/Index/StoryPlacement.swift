public import NewsModel

/// Where an article went, and why.
public struct StoryPlacement: Sendable, Hashable {
    /// The story with this article in it.
    public let story: Story
    /// The article's place in it, to be stored.
    public let member: StoryMember
    /// True for the first article of a story.
    public let isNew: Bool
    public let reason: JoinReason
    /// 0...100: how new it is. 100 for the first of a story, 0 for an equal text, and 75 %, 56 %, 42 % ... for each article
    /// on the same event within the last 24 hours.
    public let novelty: Int
    /// The id of the article that this one corrects or replaces.
    public let supersedes: String?

    public init(
        story: Story, member: StoryMember, isNew: Bool, reason: JoinReason, novelty: Int, supersedes: String?
    ) {
        self.story = story
        self.member = member
        self.isNew = isNew
        self.reason = reason
        self.novelty = novelty
        self.supersedes = supersedes
    }
}

/// Why an article is in its story.
public enum JoinReason: Sendable, Hashable, CustomStringConvertible {
    /// Nothing earlier tells the same.
    case first
    /// The same page with another text.
    case sameURL
    /// The same words.
    case sameText
    /// Nearly the same words, or a correction of them; the share (0...1) that they have in common.
    case nearSame(Double)
    /// The same event of the same company, told in other words.
    case sameEvent(EventType, String)

    public var description: String {
        switch self {
        case .first: "first article of its story"
        case .sameURL: "same page as an earlier article"
        case .sameText: "same text as an earlier article"
        case .nearSame(let share): "\(Int((share * 100).rounded())) % of the text of an earlier article"
        case .sameEvent(let type, let company): "same event as an earlier article: \(type.rawValue) of \(company)"
        }
    }
}
