import NewsModel

extension FeedPoll {
    /// Writes a failure into the feed's state. Validators stay as they were.
    func note(_ failure: PollFailure, feed: Feed, state: FeedState) async -> PollReport {
        var harvest = Harvest(feed: state)
        harvest.feed.checkedAt = now()
        guard failure.kind != .paused else { return await postpone(failure, feed: feed, harvest: harvest) }
        harvest.feed.lastError = failure.message
        var remarks = [failure.hints.capRemark].compactMap { $0 }
        let isGone = failure.kind == .gone && state.move.target == nil
        if !isGone {
            if noteOutage(feed, state: state, harvest: &harvest) { remarks.append("most feeds fail together") }
            count(failure, feed: feed, state: &harvest.feed)
            if undoMove(of: &harvest.feed, after: failure) {
                remarks.append("the feed's new address does not work; the configured one is asked again")
            }
        } else {
            harvest.feed.errorCount += 1
            harvest.feed.disabledReason = failure.message
        }
        harvest.notices += watch.afterFailure(
            feed, state: &harvest.feed, isGone: isGone, isOutage: outage.isOn, now: now())
        // A store that fails here has failed the poll already; the next poll says so again.
        _ = try? await newsdesk.take(harvest)
        var report = PollReport(
            feed: feed, outcome: isGone ? .stopped(failure.message) : .failed(failure.message), state: harvest.feed)
        report.remarks = remarks
        return report
    }

    /// The host has asked for a pause: that is no failure of the feed.
    private func postpone(_ failure: PollFailure, feed: Feed, harvest: Harvest) async -> PollReport {
        var harvest = harvest
        harvest.feed.nextCheckAt = schedule.afterPause(
            feed, state: harvest.feed, seconds: failure.hints.retryAfterSeconds ?? 0, now: now())
        _ = try? await newsdesk.take(harvest)
        return PollReport(feed: feed, outcome: .postponed(failure.message), state: harvest.feed)
    }

    /// A failure among those of most feeds is not the feed's own: it is tried again in its usual time.
    private func count(_ failure: PollFailure, feed: Feed, state: inout FeedState) {
        if outage.isOn, failure.kind == .ordinary {
            state.nextCheckAt = schedule.afterPause(feed, state: state, now: now())
        } else {
            state.errorCount += 1
            state.nextCheckAt = schedule.afterFailure(
                feed, state: state, kind: failure.kind, hints: failure.hints, now: now())
        }
    }

    /// True where an outage began with this failure.
    private func noteOutage(_ feed: Feed, state: FeedState, harvest: inout Harvest) -> Bool {
        let change = outage.note(
            feed.url, failed: true, wasTold: state.trouble.told == .outage, now: now())
        guard change == .began else { return false }
        if !outage.wasTold {
            harvest.notices.append(
                MonitorNotice(
                    kind: .outage, subject: Release.name, title: "Most feeds fail together since \(now().iso8601)",
                    detail: "The last failure: \(harvest.feed.lastError ?? "unknown"). Look at the network, the name "
                        + "servers and the proxy of this machine. All feeds are still tried.",
                    key: "outage \(now().milliseconds)"))
        }
        return true
    }

    /// A move that does not last is undone after three failures, at once where the new address says 410.
    private func undoMove(of state: inout FeedState, after failure: PollFailure) -> Bool {
        guard state.move.target != nil, failure.kind == .gone || state.errorCount >= 3 else { return false }
        state.move = FeedMove()
        return true
    }
}
