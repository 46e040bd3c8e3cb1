/// A silence that a user added while the program ran. Kept in the store, beside those of `silences.yaml`.
public struct StoredSilence: Sendable, Hashable {
    public let id: String
    /// As the user wrote them: `type = analyst.*`.
    public let matchers: [String]
    public let startsAt: Timestamp
    public let endsAt: Timestamp
    /// Why, in the user's words.
    public let why: String?
    public let createdAt: Timestamp

    public init(
        id: String, matchers: [String], startsAt: Timestamp, endsAt: Timestamp, why: String?, createdAt: Timestamp
    ) {
        self.id = id
        self.matchers = matchers
        self.startsAt = startsAt
        self.endsAt = endsAt
        self.why = why
        self.createdAt = createdAt
    }

    /// Writes one silence as the API and `silence list` show it.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("id")
            json.string(id)
            json.name("matchers")
            json.array(matchers) { json, text in json.string(text) }
            json.name("starts_at")
            json.string(startsAt.iso8601)
            json.name("ends_at")
            json.string(endsAt.iso8601)
            json.name("why")
            json.string(why)
            json.name("created_at")
            json.string(createdAt.iso8601)
        }
    }
}
