public import NewsModel
import Storage

/// Reads a data folder beside the daemon that writes it.
public struct StoreReader: Sendable {
    private let store: any NewsStore

    /// - Throws: where there is no database in the folder yet, or it cannot be read.
    public init(dataFolder: String) throws(MonitorFailure) {
        do {
            store = try SQLiteNewsStore.openReadOnly(folder: dataFolder)
        } catch {
            throw MonitorFailure(error)
        }
    }

    /// The feeds' checking states by URL; empty where nothing was ever polled into the folder.
    public static func feedStates(dataFolder: String) async throws(MonitorFailure) -> [String: FeedState] {
        guard SQLiteNewsStore.exists(inFolder: dataFolder) else { return [:] }
        do {
            let states = try await SQLiteNewsStore.openReadOnly(folder: dataFolder).feedStates()
            return Dictionary(states.map { ($0.url, $0) }, uniquingKeysWith: { first, _ in first })
        } catch {
            throw MonitorFailure(error)
        }
    }

    /// The latest alerts as JSON, newest first.
    public func alerts(limit: Int) async throws(MonitorFailure) -> [String] {
        do {
            return try await store.latestAlerts(limit: limit).map { alert in
                var json = JSONWriter()
                alert.write(to: &json)
                return json.text
            }
        } catch {
            throw MonitorFailure(error)
        }
    }

    /// The feeds that are set aside, each with the reason.
    public func quarantinedFeeds() async throws(MonitorFailure) -> [(url: String, reason: String)] {
        do {
            return try await store.feedStates().compactMap { state in
                guard let reason = state.disabledReason, reason.hasPrefix(Quarantine.reasonPrefix) else { return nil }
                return (state.url, reason)
            }
        } catch {
            throw MonitorFailure(error)
        }
    }

    /// The articles that are set aside, oldest first.
    public func setAsideArticles() async throws(MonitorFailure) -> [SetAsideArticle] {
        do {
            return try await store.setAsideArticles()
        } catch {
            throw MonitorFailure(error)
        }
    }

    /// The silences that were added while the program ran and have not ended, as JSON.
    public func silences(now: Timestamp) async throws(MonitorFailure) -> [String] {
        do {
            return try await store.silences(endingAfter: now).map { silence in
                var json = JSONWriter()
                silence.write(to: &json)
                return json.text
            }
        } catch {
            throw MonitorFailure(error)
        }
    }

    /// Every try of a delivery as JSON, first to last.
    public func attempts(of deliveryID: String) async throws(MonitorFailure) -> [String] {
        do {
            return try await store.attempts(of: deliveryID).map { attempt in
                var json = JSONWriter()
                attempt.write(to: &json)
                return json.text
            }
        } catch {
            throw MonitorFailure(error)
        }
    }

    /// The deliveries that were given up, as JSON, newest first.
    public func deadDeliveries(limit: Int) async throws(MonitorFailure) -> [String] {
        do {
            return try await store.deliveries(in: .dead, limit: limit).map { delivery in
                var json = JSONWriter()
                json.object { json in
                    json.name("id")
                    json.string(delivery.id)
                    json.name("receiver")
                    json.string(delivery.receiver)
                    json.name("attempts")
                    json.integer(delivery.attemptCount)
                    json.name("created_at")
                    json.string(delivery.createdAt.iso8601)
                    json.name("last_error")
                    json.string(delivery.lastError)
                    json.name("notices")
                    json.array(delivery.notices) { json, notice in json.string(notice) }
                }
                return json.text
            }
        } catch {
            throw MonitorFailure(error)
        }
    }
}
