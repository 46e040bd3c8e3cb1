/// An article's place in a story, with what later articles are compared against. Stored, and loaded again at start.
public struct StoryMember: Sendable, Hashable {
    public let articleID: String
    public let storyID: String
    /// The text's fingerprint, opaque to all but `Stories`.
    public let fingerprint: [UInt8]
    /// `COMPANY|EVENT TYPE|party or amount` keys that join articles on the same event.
    public let eventKeys: [String]
    /// Ids of the companies that the article is about.
    public let companyIDs: [String]
    public let canonicalURL: String?
    public let seenAt: Timestamp

    public init(
        articleID: String, storyID: String, fingerprint: [UInt8], eventKeys: [String], companyIDs: [String],
        canonicalURL: String?, seenAt: Timestamp
    ) {
        self.articleID = articleID
        self.storyID = storyID
        self.fingerprint = fingerprint
        self.eventKeys = eventKeys
        self.companyIDs = companyIDs
        self.canonicalURL = canonicalURL
        self.seenAt = seenAt
    }
}
