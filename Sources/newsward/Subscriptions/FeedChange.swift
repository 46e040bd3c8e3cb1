/// A change to the list of feeds: what commands send to `POST /api/feeds`.
struct FeedChange: Codable, Sendable {
    var add: [FeedEntry] = []
    /// Addresses as configured.
    var remove: [String] = []
}
