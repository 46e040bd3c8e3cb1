import FeedParsing
import Fetching
public import NewsModel

/// The list of disclosures of OpenDART (`/api/list.json`), newest first.
///
/// A look goes back page by page until it meets what the look before has seen, so that a busy hour loses nothing.
public struct DARTSource: NewsSource {
    let service: SourceServices.DART
    let parameters: [QueryParameter]
    let client: ServiceClient
    let now: @Sendable () -> Timestamp

    /// The most that one page holds.
    static let pageSize = 100
    /// Pages of one look; more than a day's disclosures.
    static let maximumPages = 20
    /// A look goes back no further than this, whatever the pause before it.
    static let longestSpan: Int64 = 30 * 86_400

    public init(
        service: SourceServices.DART, parameters: [QueryParameter], client: ServiceClient,
        now: @escaping @Sendable () -> Timestamp
    ) {
        self.service = service
        self.parameters = parameters
        self.client = client
        self.now = now
    }

    public func look(cursor text: String?) async throws(SourceFailure) -> SourceAnswer {
        let cursor = text.flatMap(DARTCursor.init)
        let today = DARTDay(at: now())
        // A disclosure after office hours carries the next day, so the day before is asked for again.
        let first =
            cursor.map { max($0.day.moved(days: -1), DARTDay(at: now().adding(seconds: -Self.longestSpan))) } ?? today
        var filings: [DARTFiling] = []
        var answers: [FetchedDocument] = []
        var pages = 1
        var page = 1
        while page <= pages {
            let (document, list) = try await self.page(page, from: first, to: today)
            answers.append(document)
            filings += list.list ?? []
            // At the first look there is nothing to meet: one page is the baseline.
            let isMet = cursor == nil || (list.list ?? []).contains { cursor?.newest.contains($0.number) == true }
            pages = isMet ? page : min(list.totalPages ?? page, Self.maximumPages)
            page += 1
        }
        let next = DARTCursor(day: today, newest: filings.prefix(Self.pageSize).map(\.number))
        if filings.isEmpty || next == cursor { return .unchanged }
        var feed = ParsedFeed(format: .json, title: "DART", link: "https://dart.fss.or.kr/", language: "ko")
        feed.entries = filings.map(\.entry)
        if pages == Self.maximumPages, cursor != nil {
            feed.problems.append(
                "more than \(Self.maximumPages) pages since the last look; older disclosures were not read")
        }
        return .news(SourceLook(document: answers[0], feed: feed, cursor: next.text))
    }

    private func page(
        _ number: Int, from first: DARTDay, to last: DARTDay
    ) async throws(SourceFailure) -> (FetchedDocument, DARTList) {
        guard let key = service.key else {
            throw SourceFailure(.access, "OpenDART needs a key: set sources.dart.key_file or key_env")
        }
        let document = try await client.get(
            service.address + "/api/list.json",
            parameters + [
                .init("bgn_de", first.text), .init("end_de", last.text), .init("sort", "date"),
                .init("sort_mth", "desc"), .init("page_no", "\(number)"), .init("page_count", "\(Self.pageSize)"),
            ], secrets: [("crtfc_key", key)])
        return (document, try DARTList.read(document))
    }
}

/// How far the list was read: the day of the look, and the numbers on its newest page.
struct DARTCursor: Equatable {
    let day: DARTDay
    let newest: [String]

    init(day: DARTDay, newest: [String]) {
        self.day = day
        self.newest = newest
    }

    init?(_ text: String) {
        let words = text.split(separator: " ").map(String.init)
        guard let day = words.first.flatMap(DARTDay.init) else { return nil }
        self.init(day: day, newest: Array(words.dropFirst()))
    }

    var text: String { ([day.text] + newest).joined(separator: " ") }

    /// Two looks that saw the same newest page saw the same.
    static func == (left: DARTCursor, right: DARTCursor) -> Bool { left.newest == right.newest }
}

/// A day in Korea as DART writes it: `20261125`.
struct DARTDay: Sendable, Hashable, Comparable {
    /// Midnight in Korea.
    let start: Timestamp
    private static let offset: Int64 = 9 * 3600

    init(at moment: Timestamp) {
        let local = moment.seconds + Self.offset
        start = Timestamp(seconds: local - (local % 86_400 + 86_400) % 86_400 - Self.offset)
    }

    init?(_ text: String) {
        guard text.utf8.count == 8, let number = Int(text), number > 0,
            let date = CalendarDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
        else { return nil }
        start = date.timestamp(offsetSeconds: Int(Self.offset))
    }

    func moved(days: Int64) -> DARTDay { DARTDay(at: start.adding(seconds: days * 86_400)) }

    var text: String {
        let date = CalendarDate(utc: start.adding(seconds: Self.offset))
        return String(date.year * 10_000 + date.month * 100 + date.day)
    }

    static func < (left: DARTDay, right: DARTDay) -> Bool { left.start < right.start }
}
