import ArgumentParser
import Foundation
import NewsModel
import Pipeline
import StrictYAML

/// A moment as an option value: a span back from now (`24h`, `30d`), a day (`2026-11-25`, at 00:00 UTC) or a full
/// ISO 8601 time.
struct MomentOption: ExpressibleByArgument {
    private enum Kind {
        case ago(Int64)
        case at(Timestamp)
    }

    private let kind: Kind

    init?(argument: String) {
        if let seconds = DurationText.seconds(argument) {
            kind = .ago(Int64(seconds))
            return
        }
        let text = argument.contains("T") ? argument : argument + "T00:00:00Z"
        guard let date = try? Date(text, strategy: .iso8601) else { return nil }
        kind = .at(Timestamp(milliseconds: Int64(date.timeIntervalSince1970 * 1000)))
    }

    func moment(now: Timestamp) -> Timestamp {
        switch kind {
        case .ago(let seconds): now.adding(seconds: -seconds)
        case .at(let moment): moment
        }
    }
}

/// The options that name a part of the stored articles.
struct ArticleRange: ParsableArguments {
    @Option(help: "Only what is about this company: an id such as XKRX:035720, or the name that the record shows.")
    var company: String?

    @Option(help: "Only with an event of this type: legal.verdict, or legal.* for a group.")
    var type: String?

    @Option(help: "Seen since: 24h, 30d, 2026-11-25 or a full ISO 8601 time.")
    var since: MomentOption?

    @Option(help: "Seen before; as --since.")
    var until: MomentOption?

    @Option(help: "The least severity, 0 to 100.")
    var severity = 0

    func search(now: Timestamp) -> ArticleSearch {
        var search = ArticleSearch()
        search.company = company
        search.type = type
        search.since = since?.moment(now: now)
        search.until = until?.moment(now: now)
        search.minimumSeverity = severity
        return search
    }
}
