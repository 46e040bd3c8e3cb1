/// Why a poll came to nothing, in plain words.
struct PollFailure: Error, Sendable {
    /// What it means for the feed's next poll.
    enum Kind: Sendable, Hashable {
        case ordinary
        /// 429: too many requests.
        case tooMany
        /// 401, 403, 451: asking again soon would only annoy.
        case refused
        /// 410: the feed is gone for good.
        case gone
        /// Not asked at all: the host has asked for a pause.
        case paused

        /// The shortest back-off in seconds, doubled for each further failure.
        var firstBackOff: Int64 {
            switch self {
            case .ordinary, .gone, .paused: 60
            case .tooMany: 3600
            case .refused: 4 * 3600
            }
        }
    }

    let message: String
    let kind: Kind
    let hints: PollSchedule.Hints

    init(_ message: String, kind: Kind = .ordinary, hints: PollSchedule.Hints = .init()) {
        self.message = message
        self.kind = kind
        self.hints = hints
    }
}
