import FeedParsing
import Fetching
import NewsModel
import Storage

/// One poll of one feed. `run` is the whole way of the news, in order; each stage has a file of its own.
struct FeedPoll: Sendable {
    let sources: SourceDesk
    let reading: FeedReading
    let sieve: EntrySieve
    let newsdesk: Newsdesk
    let schedule: PollSchedule
    let watch: FeedWatch
    let outage: OutageWatch
    /// So many feeds at once are between their bytes and the store: their articles are in memory.
    let workPlaces: WorkPlaces
    let marks: ReadingMarks
    /// Articles older than this many seconds raise no alert at the first sight of a feed; 0: none does.
    let catchUpSeconds: Int64
    let now: @Sendable () -> Timestamp

    /// Polls a feed. Nothing is thrown: what went wrong is in the report and in the feed's stored state.
    func run(_ feed: Feed, state: FeedState) async -> PollReport {
        do {
            let answer = try await sources.look(feed, state: state)
            switch answer.kind {
            case .notModified: return try await settle(answer, of: feed, old: state, as: .notModified)
            case .unchanged: return try await settle(answer, of: feed, old: state, as: .unchanged)
            case .new:
                // The pages that entries link to may be slow: their feeds must not hold the places of others.
                if feed.fetchesPages { return try await take(answer, of: feed, old: state) }
                return try await workPlaces.pass { try await take(answer, of: feed, old: state) }
            }
        } catch let failure as PollFailure {
            return await note(failure, feed: feed, state: state)
        } catch {
            return await note(PollFailure("\(error)"), feed: feed, state: state)
        }
    }

    /// Nothing new: the state alone is stored.
    private func settle(
        _ answer: FeedExchange.Answer, of feed: Feed, old: FeedState, as outcome: PollReport.Outcome
    ) async throws -> PollReport {
        var harvest = Harvest(feed: answer.next)
        let remarks = conclude(&harvest, answer: answer, of: feed, old: old)
        _ = try await newsdesk.take(harvest)
        return report(feed, outcome, harvest.feed, remarks)
    }

    /// document -> parsed feed -> articles not yet stored -> records -> stories, alerts, notices in ONE transaction.
    private func take(_ answer: FeedExchange.Answer, of feed: Feed, old: FeedState) async throws -> PollReport {
        // Only what runs on the feed's bytes stands under its mark: a program ended while it stored is no fault of the feed.
        let (parsed, fresh, scored) = try await marks.reading(feed.url) { reach in
            let parsed = try answer.parsed ?? reading.parse(answer.document, feed: feed)
            let fresh = try await sieve.unseen(parsed, feed: feed)
            let origin = FeedOrigin(document: answer.document, parsed: parsed)
            return (parsed, fresh, await reading.scored(fresh, feed: feed, origin: origin, reach: reach))
        }
        let isBaseline = old.succeededAt == nil
        var harvest = Harvest(feed: answer.next)
        harvest.articles = scored
        harvest.alerting = alerting(isBaseline: isBaseline)
        harvest.feed.title = parsed.title ?? old.title
        harvest.feed.wishes = FeedWishes(parsed)
        let new = fresh.count { $0.changedFrom == nil }
        let isGap = coverage(
            of: parsed, overlaps: answer.overlaps, fresh: new, old: old, next: &harvest.feed)
        if isGap { harvest.notices.append(watch.gap(feed, state: harvest.feed, now: now())) }
        let remarks = conclude(&harvest, answer: answer, of: feed, old: old)
        let intake = try await newsdesk.take(harvest)
        await sources.stored(feed, state: harvest.feed)
        harvest.feed.articleCount += intake.articles
        let outcome = PollReport.Outcome.stored(
            articles: intake.articles, alerts: intake.alerts, isBaseline: isBaseline && catchUpSeconds == 0)
        let told = answer.parsed?.problems ?? []
        return report(
            feed, outcome, harvest.feed, remarks + told + (isGap ? ["a poll did not overlap the one before"] : []))
    }

    /// Takes new entries into the feed's rhythm. True where this poll did not overlap the one before: all entries are new,
    /// none is dated before it, and there are two at least, for a feed of one entry never overlaps.
    private func coverage(
        of parsed: ParsedFeed, overlaps: Bool, fresh: Int, old: FeedState, next: inout FeedState
    ) -> Bool {
        let dates = parsed.entries.map { $0.published ?? $0.updated }
        guard let lastPoll = old.succeededAt else {
            next.rhythm = .first(dates: dates, entries: parsed.entries.count, now: now())
            return false
        }
        let isGap =
            overlaps && old.rhythm.entryCount > 0 && fresh > 1 && fresh == parsed.entries.count
            && !dates.contains { $0.map { $0 < lastPoll } ?? false }
        next.rhythm.note(new: fresh, total: parsed.entries.count, isGap: isGap, lastPoll: lastPoll, now: now())
        return isGap
    }

    /// What every good answer brings: an end of troubles, a sighting of a move, the next poll.
    private func conclude(
        _ harvest: inout Harvest, answer: FeedExchange.Answer, of feed: Feed, old: FeedState
    ) -> [String] {
        var remarks: [String] = []
        if outage.note(feed.url, failed: false, now: now()) == .ended { remarks.append("the outage is over") }
        harvest.notices += watch.afterSuccess(
            feed, state: &harvest.feed, isFirstSight: old.succeededAt == nil, now: now())
        if let target = harvest.feed.move.note(answer.document.redirects, of: feed) {
            remarks.append("the feed has moved for good; it is asked at \(HostName.of(target)) from now on")
        }
        harvest.feed.nextCheckAt = schedule.afterSuccess(feed, state: harvest.feed, hints: answer.hints, now: now())
        if let capped = answer.hints.capRemark { remarks.append(capped) }
        return remarks
    }

    private func alerting(isBaseline: Bool) -> AlertingScope {
        guard isBaseline else { return .newsOnly }
        return catchUpSeconds > 0 ? .publishedSince(now().adding(seconds: -catchUpSeconds)) : .baseline
    }

    private func report(
        _ feed: Feed, _ outcome: PollReport.Outcome, _ state: FeedState, _ remarks: [String]
    ) -> PollReport {
        var report = PollReport(feed: feed, outcome: outcome, state: state)
        report.remarks = remarks
        return report
    }
}

extension FeedWishes {
    init(_ parsed: ParsedFeed) {
        self.init(
            ttlSeconds: parsed.ttlMinutes.map { Int64(min($0, 1_000_000)) * 60 },
            skipHours: parsed.quietHours.hours.reduce(0) { $0 | 1 << UInt32($1) },
            skipDays: parsed.quietHours.days.reduce(0) { $0 | 1 << UInt8($1) })
    }
}
