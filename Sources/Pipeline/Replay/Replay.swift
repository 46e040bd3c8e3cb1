import Alerting
public import NewsModel
import Scoring
import Storage

/// Sends stored articles through the files in force and through others, side by side. Sends nothing and stores nothing.
public struct Replay: Sendable {
    private let archive: any StoreArchive
    private let settings: MonitorSettings
    private let before: MonitorParts
    private let after: MonitorParts

    /// - Parameters:
    ///   - lexicons: the other folder of lexicons; nil for the one in force.
    ///   - alerts: the other alerts folder; nil for the one in force.
    /// - Throws: every problem of the files, or what is wrong with the data folder.
    public init(_ settings: MonitorSettings, lexicons: String?, alerts: String?) throws(MonitorFailure) {
        self.settings = settings
        var others = settings
        if let lexicons { others.lexiconsFolder = lexicons }
        if let alerts { others.alertsFolder = alerts }
        before = try MonitorParts(settings)
        after = others == settings ? before : try MonitorParts(others)
        do {
            archive = try SQLiteNewsStore.openReadOnly(folder: settings.dataFolder)
        } catch {
            throw MonitorFailure(error)
        }
    }

    /// Replays what was seen from a moment on, in the order in which it came.
    ///
    /// - Parameters:
    ///   - all: lets articles raise alerts too that could not when they came (a feed's baseline, old dates).
    ///   - progress: called now and then with the number of articles read.
    public func run(since: Timestamp, all: Bool, progress: (Int) -> Void = { _ in }) async throws(MonitorFailure)
        -> ReplayReport
    {
        do {
            return try await replay(since: since, all: all, progress: progress)
        } catch {
            throw MonitorFailure(error)
        }
    }

    private func replay(since: Timestamp, all: Bool, progress: (Int) -> Void) async throws(StorageError)
        -> ReplayReport
    {
        var old = side(before)
        var new = side(after)
        let sharesScores = before.lexiconHash == after.lexiconHash
        var articles = 0
        var silent = 0
        var query = ArchiveQuery()
        query.since = since
        var cursor: ArchiveCursor?
        repeat {
            let page = try await archive.articles(query, after: cursor)
            for item in page.articles {
                let refusal = all || !Refusal.isRefusal(item.decision) ? nil : item.decision
                let record = old.scorer.score(item.article, now: item.article.seenAt)
                let other = sharesScores ? record : new.scorer.score(item.article, now: item.article.seenAt)
                old.take(item.article, record: record, refusal: refusal)
                new.take(item.article, record: other, refusal: refusal)
                articles += 1
                if refusal != nil { silent += 1 }
            }
            progress(articles)
            cursor = page.next
        } while cursor != nil
        return ReplayReport(articles: articles, silentArticles: silent, before: old.alerts, after: new.alerts)
    }

    private func side(_ parts: MonitorParts) -> ReplaySide {
        ReplaySide(scorer: ArticleScorer(lexicon: parts.lexicon, engine: Release.engine), desk: parts.desk)
    }
}
