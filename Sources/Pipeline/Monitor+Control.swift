import Alerting
public import NewsModel
import Storage

/// What a user tells a monitor at work: through the control socket and the dashboard.
extension Monitor {
    /// Enables or stops a feed. False where it is not configured.
    public func setFeed(_ url: String, enabled: Bool) async throws(MonitorFailure) -> Bool {
        try await asking { () async throws(StorageError) in
            try await board.setFeed(url, enabled: enabled, reason: "disabled by the user", at: now())
        }
    }

    /// Makes a feed due now, for the poller that runs. False where it is not configured or is stopped.
    public func pollSoon(_ url: String) async throws(MonitorFailure) -> Bool {
        try await asking { () async throws(StorageError) in try await board.makeDue(url, at: now()) }
    }

    /// Lets an article that is set aside be read again, as long as its feed lists it. False where none is with this id.
    public func releaseArticle(id: String) async throws(MonitorFailure) -> Bool {
        try await asking { () async throws(StorageError) in
            guard let article = try await store.release(articleID: id) else { return false }
            try await board.readWhole(article.feedURL, at: now())
            return true
        }
    }

    /// Makes a dead or waiting delivery due now, under its id. False where there is none with this id.
    public func retry(deliveryID: String) async throws(MonitorFailure) -> Bool {
        try await asking { () async throws(StorageError) in try await store.retry(deliveryID: deliveryID, at: now()) }
    }

    /// Makes every dead letter of a range due now. Returns how many.
    public func retryDead(_ range: DeliveryRange) async throws(MonitorFailure) -> Int {
        try await asking { () async throws(StorageError) in try await store.retryDead(range, at: now()) }
    }

    /// Notes that a user knows of an alert. False where there is none with this id.
    public func acknowledge(alertID: String) async throws(MonitorFailure) -> Bool {
        try await asking { () async throws(StorageError) in try await store.acknowledge(alertID: alertID, at: now()) }
    }

    /// Adds a silence that begins now. Throws with what is wrong with its matchers.
    public func addSilence(
        matchers: [String], until end: Timestamp, why: String?
    ) async throws(MonitorFailure) -> StoredSilence {
        let start = now()
        let silence = StoredSilence(
            id: "silence-\(String(start.milliseconds, radix: 36))-\(matchers.count)", matchers: matchers,
            startsAt: start,
            endsAt: end, why: why, createdAt: start)
        do {
            try SilenceParser.check(silence)
        } catch {
            throw MonitorFailure(.configuration, error.description)
        }
        try await asking { () async throws(StorageError) in try await store.add(silence) }
        return silence
    }

    /// Ends a silence now. False where there is none with this id, or it has ended already.
    public func expireSilence(id: String) async throws(MonitorFailure) -> Bool {
        try await asking { () async throws(StorageError) in try await store.expireSilence(id: id, at: now()) }
    }

    /// Copies the database into a new file while everything goes on.
    public func backup(to path: String) async throws(MonitorFailure) {
        try await asking { () async throws(StorageError) in try await store.backup(to: path) }
    }

    /// What the store refuses is the monitor's failure.
    func asking<Value>(
        _ question: () async throws(StorageError) -> Value
    ) async throws(MonitorFailure) -> Value {
        do {
            return try await question()
        } catch {
            throw MonitorFailure(error)
        }
    }
}
