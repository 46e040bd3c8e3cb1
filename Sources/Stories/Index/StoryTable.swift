import NewsModel

/// The stories of the window, by number in the order of their beginning, with the events that they are about.
///
/// Most stories have one article, one publisher and no event; what the others have more stands in tables of its own. About
/// 100 bytes a story.
struct StoryTable {
    private struct Row {
        var firstSeenAt: Timestamp
        var lastSeenAt: Timestamp
        /// When its first member within the window came.
        let firstArrival: Timestamp
        var articleCount: Int32
        var bestSourceRank: Int32
        /// Number of its first publisher, or -1.
        var source: Int32
    }

    private var rows = ChunkedArray<Row>()
    private var ids = TextArena()
    private var leadIDs = TextArena()
    private var numbersByID = SlotTable()
    private var publishers = NameNumbers()
    /// The second and later publishers.
    private var laterSources: [Int32: [Int32]] = [:]
    /// When later members came, oldest first; as many as novelty counts.
    private var laterArrivals: [Int32: [Timestamp]] = [:]
    /// Topic -> parties, of the lead article, or of the first member that named any.
    private var topics: [Int32: [String: Set<String>]] = [:]
    /// Topic -> stories about it, oldest first.
    private var storiesOfTopic: [String: [Int32]] = [:]

    /// Members whose arrival is remembered: beyond them novelty is 0 anyway.
    private static let longestArrivals = 20
    /// Stories kept a topic; the oldest go.
    private static let mostStories = 64

    func number(ofID id: String) -> Int32? {
        numbersByID.slot(TextKey.of(id)) { ids.holds(id, at: $0) }.map(Int32.init)
    }

    func stories(ofTopic topic: String) -> [Int32] { storiesOfTopic[topic] ?? [] }
    func parties(_ number: Int32, ofTopic topic: String) -> Set<String> { topics[number]?[topic] ?? [] }
    func firstSeenAt(_ number: Int32) -> Timestamp { rows[Int(number)].firstSeenAt }
    func leadArticleID(_ number: Int32) -> String { leadIDs[Int(number)] }

    func arrivals(_ number: Int32) -> [Timestamp] {
        ([rows[Int(number)].firstArrival] + (laterArrivals[number] ?? [])).suffix(Self.longestArrivals)
    }

    func story(_ number: Int32) -> Story {
        let row = rows[Int(number)]
        let sources = (row.source < 0 ? [] : [row.source]) + (laterSources[number] ?? [])
        return Story(
            id: ids[Int(number)], leadArticleID: leadIDs[Int(number)], articleCount: Int(row.articleCount),
            sources: sources.map { publishers[$0] }, bestSourceRank: Int(row.bestSourceRank),
            firstSeenAt: row.firstSeenAt, lastSeenAt: row.lastSeenAt)
    }

    /// Takes a story with a new member in it, as it stands now, and returns its number.
    mutating func add(_ story: Story, topics keys: [String: Set<String>], at moment: Timestamp) -> Int32 {
        guard let number = number(ofID: story.id) else { return append(story, topics: keys, at: moment) }
        update(number, story)
        laterArrivals[number] = ((laterArrivals[number] ?? []) + [moment]).suffix(Self.longestArrivals)
        // Only the first parties count, so that a round-up of several cases does not pull them into one story.
        for (topic, parties) in keys where topics[number]?[topic]?.isEmpty == true {
            topics[number]?[topic] = parties
        }
        return number
    }

    private mutating func append(_ story: Story, topics keys: [String: Set<String>], at moment: Timestamp) -> Int32 {
        let number = Int32(rows.count)
        rows.append(
            Row(
                firstSeenAt: story.firstSeenAt, lastSeenAt: story.lastSeenAt, firstArrival: moment, articleCount: 0,
                bestSourceRank: 0, source: -1))
        ids.append(story.id)
        leadIDs.append(story.leadArticleID)
        let ids = self.ids
        numbersByID.insert(Int(number), ids.key(Int(number)), where: { _ in false }, hashOf: ids.key)
        update(number, story)
        if !keys.isEmpty { topics[number] = keys }
        for topic in keys.keys {
            storiesOfTopic[topic] = ((storiesOfTopic[topic] ?? []) + [number]).suffix(Self.mostStories)
        }
        return number
    }

    private mutating func update(_ number: Int32, _ story: Story) {
        let sources = story.sources.map { publishers.add($0) }
        rows[Int(number)].firstSeenAt = story.firstSeenAt
        rows[Int(number)].lastSeenAt = story.lastSeenAt
        rows[Int(number)].articleCount = Int32(clamping: story.articleCount)
        rows[Int(number)].bestSourceRank = Int32(clamping: story.bestSourceRank)
        rows[Int(number)].source = sources.first ?? -1
        if sources.count > 1 { laterSources[number] = Array(sources.dropFirst()) }
    }

    static func topics(of keys: [EventKey]) -> [String: Set<String>] {
        var topics: [String: Set<String>] = [:]
        for key in keys { topics[key.topic, default: []].formUnion(key.party.isEmpty ? [] : [key.party]) }
        return topics
    }

    /// Takes over a story of another table.
    mutating func take(_ number: Int32, of other: StoryTable) -> Int32 {
        let own = append(
            other.story(number), topics: other.topics[number] ?? [:], at: other.rows[Int(number)].firstArrival)
        laterArrivals[own] = other.laterArrivals[number]
        return own
    }
}
