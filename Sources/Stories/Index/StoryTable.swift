import NewsModel

/// The stories of the window, with the events that they are about.
struct StoryTable {
    struct State {
        var story: Story
        /// Members within the window.
        var memberCount = 0
        /// When its last members came, oldest first; as many as novelty counts.
        var arrivals: [Timestamp] = []
        /// Topic -> parties, of the lead article, or of the first member that named any.
        var topics: [String: Set<String>] = [:]
    }

    private(set) var states: [String: State] = [:]
    /// Topic -> ids of stories about it, oldest first.
    private var storiesOfTopic: [String: [String]] = [:]

    /// Members whose arrival is remembered: beyond them novelty is 0 anyway.
    private static let longestArrivals = 20
    /// Stories kept a topic; the oldest go.
    private static let mostStories = 64

    func ids(ofTopic topic: String) -> [String] { storiesOfTopic[topic] ?? [] }

    /// Takes a story with a new member in it, as it stands now.
    mutating func add(_ story: Story, keys: [EventKey], at moment: Timestamp) {
        var state = states[story.id] ?? State(story: story)
        let isFirst = state.memberCount == 0
        state.story = story
        state.memberCount += 1
        state.arrivals = (state.arrivals + [moment]).suffix(Self.longestArrivals)
        for (topic, parties) in Self.topics(of: keys) {
            // Only the first parties count, so that a round-up of several cases does not pull them into one story.
            if isFirst || state.topics[topic]?.isEmpty == true { state.topics[topic] = parties }
            guard isFirst else { continue }
            storiesOfTopic[topic] = ((storiesOfTopic[topic] ?? []) + [story.id]).suffix(Self.mostStories)
        }
        states[story.id] = state
    }

    /// Takes one member out; the story goes with its last.
    mutating func removeMember(ofStory id: String) {
        guard var state = states[id] else { return }
        state.memberCount -= 1
        guard state.memberCount <= 0 else {
            states[id] = state
            return
        }
        states[id] = nil
        for topic in state.topics.keys {
            storiesOfTopic[topic]?.removeAll { $0 == id }
            if storiesOfTopic[topic]?.isEmpty == true { storiesOfTopic[topic] = nil }
        }
    }

    static func topics(of keys: [EventKey]) -> [String: Set<String>] {
        var topics: [String: Set<String>] = [:]
        for key in keys { topics[key.topic, default: []].formUnion(key.party.isEmpty ? [] : [key.party]) }
        return topics
    }
}
