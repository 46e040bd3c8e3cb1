public import NewsModel
import Storage

/// Which stored articles to look for. All that is given must hold.
public struct ArticleSearch: Sendable {
    /// Each must stand in title or body; letters A to Z in either case.
    public var words: [String] = []
    /// A company's id or name, as the record has it.
    public var company: String?
    /// An event type, `legal.*` for a group.
    public var type: String?
    /// Seen from this moment on, and before that one.
    public var since: Timestamp?
    public var until: Timestamp?
    /// 0...100.
    public var minimumSeverity = 0
    public var newestFirst = false

    public init() {}

    var query: ArchiveQuery {
        var query = ArchiveQuery()
        query.words = words
        query.company = company
        query.type = type
        query.since = since
        query.until = until
        query.minimumSeverity = minimumSeverity
        query.newestFirst = newestFirst
        return query
    }
}

/// A stored article with what was thought and decided of it.
public struct FoundArticle: Sendable {
    public let article: Article
    /// The contract's record, one JSON object.
    public let recordJSON: String
    public let storyID: String
    public let severity: Int
    public let sentimentScore: Double
    /// Names of the companies that it is about.
    public let companies: [String]
    public let eventTypes: [String]
    public let decision: String

    init(_ archived: ArchivedArticle) {
        article = archived.article
        recordJSON = archived.recordJSON
        storyID = archived.storyID
        severity = archived.severity
        sentimentScore = archived.sentimentScore
        companies = archived.companies
        eventTypes = archived.eventTypes
        decision = archived.decision
    }
}

/// Reads stored articles and alerts beside the daemon, piece by piece. Changes nothing.
public struct ArchiveReader: Sendable {
    private let archive: any StoreArchive
    /// Alerts read in one transaction.
    private static let slice = 1000

    /// - Throws: where there is no database in the folder yet, or it cannot be read.
    public init(dataFolder: String) throws(MonitorFailure) {
        do {
            archive = try SQLiteNewsStore.openReadOnly(folder: dataFolder)
        } catch {
            throw MonitorFailure(error)
        }
    }

    /// Calls `body` for each article that answers a search, in order, until it returns false.
    public func articles(_ search: ArticleSearch, _ body: (FoundArticle) throws -> Bool) async throws {
        let query = search.query
        var cursor: ArchiveCursor?
        repeat {
            let page = try await archive.articles(query, after: cursor)
            for item in page.articles where try !body(FoundArticle(item)) { return }
            cursor = page.next
        } while cursor != nil
    }

    /// Calls `body` for each alert revision of a range, oldest first.
    public func alerts(since: Timestamp, until: Timestamp, _ body: (Alert) throws -> Void) async throws {
        var cursor: ArchiveCursor?
        repeat {
            let page = try await archive.alertRevisions(since: since, until: until, after: cursor, limit: Self.slice)
            for alert in page.alerts { try body(alert) }
            cursor = page.next
        } while cursor != nil
    }
}
