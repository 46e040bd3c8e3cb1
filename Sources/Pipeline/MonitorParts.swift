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

    /// Reads lexicons and alerts. Throws all that is wrong, one problem a line.
    init(_ settings: MonitorSettings) throws(MonitorFailure) {
        self.settings = settings
        var problems: [String] = []
        var lexicon: CompiledLexicon?
        var alerting: AlertingConfiguration?
        do {
            lexicon = try CompiledLexicon.load(
                folder: settings.lexiconsFolder, extraCompanyFiles: settings.companyFiles)
        } catch {
            problems.append(error.description)
        }
        do {
            alerting = try AlertingConfiguration.load(folder: settings.alertsFolder)
        } catch {
            problems.append("\(error)")
        }
        guard let lexicon, let alerting else {
            throw MonitorFailure(.configuration, problems.joined(separator: "\n"))
        }
        self.lexicon = lexicon
        self.alerting = alerting
    }

    var lexiconHash: String { lexicon.hash }

    var desk: DecisionDesk {
        DecisionDesk(rules: alerting.rules, routes: alerting.routes, watchlist: settings.watchlist)
    }

    /// The silence that would mute an alert at a moment, or nil.
    func muting(of alert: Alert, at moment: Timestamp) -> String? {
        switch alerting.silences.decide(alert, at: moment) {
        case .notMuted: nil
        case .muted(let reason): reason
        }
    }

    var schedule: PollSchedule { PollSchedule(settings: settings.polling) }

    /// The way of the news with these parts.
    func feedPoll(
        fetcher: HTTPFetcher, newsdesk: Newsdesk, store: any NewsStore, now: @escaping @Sendable () -> Timestamp,
        logger: Logger
    ) -> FeedPoll {
        FeedPoll(
            exchange: FeedExchange(
                fetcher: fetcher, schedule: schedule, maximumBytes: settings.fetching.maximumBytes,
                timeoutSeconds: settings.fetching.timeoutSeconds, now: now),
            reading: FeedReading(
                articleReader: EntryReader(
                    fetcher: fetcher, extractor: PageExtractor(), timeoutSeconds: settings.fetching.timeoutSeconds,
                    now: now, logger: logger),
                scorer: ArticleScorer(lexicon: lexicon, engine: Release.engine), store: store, now: now),
            newsdesk: newsdesk, schedule: schedule, store: store,
            marks: ReadingMarks(dataFolder: settings.dataFolder), catchUpSeconds: settings.catchUpSeconds, now: now)
    }
}
