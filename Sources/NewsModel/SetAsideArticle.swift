/// An article that is not read, because the program died on it again and again.
public struct SetAsideArticle: Sendable, Hashable {
    /// The id that it would have in the store.
    public let id: String
    /// The feed that brings it, as configured.
    public let feedURL: String
    /// Its address, or its title where it has none.
    public let name: String
    public let at: Timestamp

    public init(id: String, feedURL: String, name: String, at: Timestamp) {
        self.id = id
        self.feedURL = feedURL
        self.name = name
        self.at = at
    }
}
