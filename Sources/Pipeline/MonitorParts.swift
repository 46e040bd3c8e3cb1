import Alerting
import Extraction
import Fetching
import Foundation
import Logging
import NewsModel
import Scoring
import Storage

/// What settings are turned into, before anything runs. Made anew at a reload.
struct MonitorParts: Sendable {
    let settings: MonitorSettings
    let lexicon: CompiledLexicon
    let alerting: AlertingConfiguration
    let siteRules: SiteRules

    /// Reads lexicons and alerts. Throws all that is wrong, one problem a line.
    init(_ settings: MonitorSettings) throws(MonitorFailure) {
        self.settings = settings
        var problems: [String] = []
        var lexicon: CompiledLexicon?
        var alerting: AlertingConfiguration?
        var siteRules: SiteRules?
        do {
            siteRules = try SiteRuleFile.load(lexicons: settings.lexiconsFolder)
        } catch {
            problems.append(error.description)
        }
        do {
            lexicon = try CompiledLexicon.load(
                folder: settings.lexiconsFolder, extraCompanyFiles: settings.companyFiles,
                cache: LexiconCacheFolder.cache(dataFolder: settings.dataFolder))
        } catch {
            problems.append(error.description)
        }
        do {
            alerting = try AlertingConfiguration.load(folder: settings.alertsFolder)
        } catch {
            problems.append("\(error)")
        }
        guard let lexicon, let alerting, let siteRules else {
            throw MonitorFailure(.configuration, problems.joined(separator: "\n"))
        }
        self.lexicon = lexicon
        self.alerting = alerting
        self.siteRules = siteRules
    }

    var lexiconHash: String { lexicon.hash }

    var desk: DecisionDesk {
        DecisionDesk(
            rules: alerting.rules, routes: alerting.routes, watchlist: settings.watchlist,
            scorer: ArticleScorer(lexicon: lexicon, engine: Release.engine))
    }

    /// Feeds that are parsed, scored and stored at once: enough to keep all cores busy while a transaction reaches the disk.
    private static let workPlaces = 4 * ProcessInfo.processInfo.activeProcessorCount + 8

    var schedule: PollSchedule { PollSchedule(settings: settings.polling) }

    /// The way of the news with these parts.
    func feedPoll(
        fetcher: HTTPFetcher, newsdesk: Newsdesk, outage: OutageWatch, store: any NewsStore,
        now: @escaping @Sendable () -> Timestamp, logger: Logger
    ) -> FeedPoll {
        let exchange = FeedExchange(
            fetcher: fetcher, maximumBytes: settings.fetching.maximumBytes,
            timeoutSeconds: settings.fetching.timeoutSeconds, now: now)
        let sources = SourceDesk(
            exchange: exchange, table: SourceTable(settings, fetcher: fetcher, now: now), now: now)
        return FeedPoll(
            sources: sources,
            reading: FeedReading(
                articleReader: EntryReader(
                    fetcher: fetcher, extractor: PageExtractor(rules: siteRules),
                    timeoutSeconds: settings.fetching.timeoutSeconds,
                    now: now, logger: logger),
                scorer: ArticleScorer(lexicon: lexicon, engine: Release.engine), now: now),
            sieve: EntrySieve(store: store), newsdesk: newsdesk, schedule: schedule,
            watch: FeedWatch(settings: settings.polling), outage: outage, workPlaces: WorkPlaces(Self.workPlaces),
            marks: ReadingMarks(dataFolder: settings.dataFolder),
            catchUpSeconds: settings.catchUpSeconds, now: now)
    }
}
