public import NewsModel

/// A configured feed with its checking state, as status, dashboard and `feeds list` show it.
public struct FeedStatus: Sendable {
    public let feed: Feed
    public let state: FeedState

    public init(feed: Feed, state: FeedState) {
        self.feed = feed
        self.state = state
    }

    /// True where the feed is stopped or its last poll failed.
    public var isInTrouble: Bool { state.disabledReason != nil || state.lastError != nil }

    /// How it stands, for a person: `ok`, `not polled yet`, `stopped: REASON`, `3 failed polls in a row: REASON`, and
    /// with any of these how often entries may have been missed.
    public var health: String {
        let standing =
            state.disabledReason.map { "stopped: \($0)" }
            ?? state.lastError.map { "\(state.errorCount) failed polls in a row: \($0)" }
            ?? (state.succeededAt == nil ? "not polled yet" : "ok")
        let gaps = state.rhythm.gapCount
        return gaps == 0 ? standing : "\(standing); \(gaps) times entries may have been missed"
    }

    /// The address without user and password.
    public var shownURL: String { PublicURL.withoutCredentials(feed.url) }
}

extension FeedStatus {
    /// Writes the feed as a JSON object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("url")
            json.string(shownURL)
            json.name("source")
            json.string(feed.source)
            json.name("rank")
            json.integer(feed.sourceRank)
            json.name("folder")
            json.array(feed.folder) { json, name in json.string(name) }
            json.name("title")
            json.string(state.title)
            json.name("checked_at")
            json.string(state.checkedAt?.iso8601)
            json.name("succeeded_at")
            json.string(state.succeededAt?.iso8601)
            json.name("next_check_at")
            json.string(state.nextCheckAt?.iso8601)
            json.name("errors_in_a_row")
            json.integer(state.errorCount)
            json.name("last_error")
            json.string(state.lastError)
            json.name("disabled")
            json.string(state.disabledReason)
            json.name("articles")
            json.integer(state.articleCount)
            writeRhythm(to: &json)
        }
    }

    private func writeRhythm(to json: inout JSONWriter) {
        json.name("arrivals_per_day")
        // Not known yet is null.
        json.number(state.rhythm.arrivalsPerDay ?? .nan)
        json.name("last_arrival_at")
        json.string(state.rhythm.lastArrivalAt?.iso8601)
        json.name("gaps")
        json.integer(state.rhythm.gapCount)
        json.name("last_gap_at")
        json.string(state.rhythm.lastGapAt?.iso8601)
        json.name("trouble")
        json.string(state.trouble.told?.rawValue)
        json.name("moved_to")
        json.string(state.move.target.map(PublicURL.withoutCredentials))
    }
}
