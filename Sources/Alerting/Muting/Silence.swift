public import NewsModel

/// Mutes alerts for a time.
struct Silence: Sendable, Hashable {
    let name: String
    /// All must hold, and for every event of the alert: a silence on one kind of news must not hide another kind.
    let matchers: [Matcher]
    /// nil: from always.
    let from: Timestamp?
    let until: Timestamp
    let why: String?

    func mutes(_ alert: Alert, at moment: Timestamp) -> Bool {
        guard moment < until, from.map({ $0 <= moment }) ?? true else { return false }
        return MatchSubject.subjects(of: alert).allSatisfy { matchers.hold(for: $0) }
    }

    func verdict(at moment: Timestamp) -> NoticeVerdict {
        NoticeVerdict(.muted, at: moment, cause: .silence, name: name, until: until, note: why)
    }
}

/// The silences of `silences.yaml`, and those that were added while the program runs.
public struct Silences: Sendable, Hashable {
    let silences: [Silence]

    /// Nothing is muted.
    public static let none = Silences(silences: [])

    /// Why an alert is muted at a moment; nil where it is not. Pure.
    public func verdict(on alert: Alert, at moment: Timestamp) -> NoticeVerdict? {
        silences.first { $0.mutes(alert, at: moment) }?.verdict(at: moment)
    }

    /// These silences and stored ones. A stored one whose matchers can no longer be read (its event type has left the
    /// lexicon) mutes nothing: a notice too many is better than one too few.
    func adding(_ stored: [StoredSilence]) -> Silences {
        Silences(silences: silences + stored.compactMap { try? SilenceParser.silence($0) })
    }
}

/// Reads silences that are added while the program runs.
public enum SilenceParser {
    /// Why a silence cannot be added, in plain words.
    public struct Problem: Error, Sendable, CustomStringConvertible {
        public let description: String
    }

    /// Checks the matchers of a new silence.
    public static func check(_ silence: StoredSilence) throws(Problem) {
        _ = try Self.silence(silence)
    }

    static func silence(_ stored: StoredSilence) throws(Problem) -> Silence {
        guard !stored.matchers.isEmpty else {
            throw Problem(description: "needs at least one matcher: a silence without one would mute everything")
        }
        guard stored.endsAt > stored.startsAt else { throw Problem(description: "must end after it begins") }
        var matchers: [Matcher] = []
        for text in stored.matchers {
            do throws(MatcherError) {
                matchers.append(try MatcherParser(place: .alert, eventTypes: []).parse(text))
            } catch {
                throw Problem(description: error.message)
            }
        }
        return Silence(
            name: stored.id, matchers: matchers, from: stored.startsAt, until: stored.endsAt,
            why: stored.why.map { CleanText.line($0, limit: 200) })
    }
}
