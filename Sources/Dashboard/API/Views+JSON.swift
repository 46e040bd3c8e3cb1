import Foundation
import NewsModel
import Storage

extension DaemonStatus {
    /// Writes the answer of /api/status.
    func write(to json: inout JSONWriter, totals: StoreTotals) {
        json.object { json in
            json.name("version")
            json.string(version)
            json.name("lexicon")
            json.string(lexicon)
            json.name("started_at")
            json.string(startedAt.iso8601)
            json.name("now")
            json.string(now.iso8601)
            json.name("ready")
            json.bool(isReady)
            json.name("troubles")
            json.array(troubles) { json, trouble in json.string(trouble) }
            json.name("totals")
            totals.write(to: &json)
            json.name("fetching")
            fetching.write(to: &json)
            json.name("receivers")
            json.array(receivers) { json, receiver in receiver.write(to: &json) }
            json.name("feeds")
            json.array(feeds) { json, feed in feed.write(to: &json) }
        }
    }
}

extension ReceiverStatus {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("name")
            json.string(name)
            json.name("stopped")
            json.string(stop?.reason)
            json.name("stopped_at")
            json.string(stop?.at.iso8601)
        }
    }
}

extension StoreTotals {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("articles")
            json.integer(articles)
            json.name("stories")
            json.integer(stories)
            json.name("alerts")
            json.integer(alerts)
            json.name("pending_notices")
            json.integer(pendingNotices)
            json.name("muted_notices")
            json.integer(mutedNotices)
            json.name("due_deliveries")
            json.integer(dueDeliveries)
            json.name("delivered")
            json.integer(deliveredDeliveries)
            json.name("dead")
            json.integer(deadDeliveries)
            json.name("accounts")
            accounts.write(to: &json)
        }
    }
}

extension DecisionAccounts {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("decided")
            json.integer(decided)
            json.name("stored")
            json.integer(stored)
            json.name("alerted")
            json.integer(alerted)
            json.name("muted")
            json.integer(muted)
            json.name("digested")
            json.integer(digested)
            json.name("waiting")
            json.integer(waiting)
            json.name("balanced")
            json.bool(isBalanced)
        }
    }
}

extension FetchingStatus {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("active")
            json.integer(active)
            json.name("waiting")
            json.integer(waiting)
            json.name("longest_turn_ms")
            json.integer(longestTurnMilliseconds)
            json.name("outage")
            json.bool(isOutage)
        }
    }
}

extension ArticleSummary {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("id")
            json.string(id)
            json.name("title")
            json.string(title)
            json.name("url")
            json.string(url)
            json.name("source")
            json.string(source)
            json.name("language")
            json.string(language.rawValue)
            json.name("published_at")
            json.string(publishedAt?.iso8601)
            json.name("seen_at")
            json.string(seenAt.iso8601)
            json.name("story")
            json.string(storyID)
            json.name("severity")
            json.integer(severity)
            json.name("sentiment")
            json.number(sentimentScore)
            json.name("companies")
            json.array(companies) { json, name in json.string(name) }
            json.name("events")
            json.array(eventTypes) { json, type in json.string(type) }
            json.name("decision")
            json.string(decision)
        }
    }
}

extension Delivery {
    /// Writes a delivery for lists: what and whither, never its body.
    func writeSummary(to json: inout JSONWriter) {
        json.object { json in
            json.name("id")
            json.string(id)
            json.name("receiver")
            json.string(receiver)
            json.name("state")
            json.string(state.rawValue)
            json.name("attempts")
            json.integer(attemptCount)
            json.name("next_attempt_at")
            json.string(nextAttemptAt.iso8601)
            json.name("created_at")
            json.string(createdAt.iso8601)
            json.name("last_error")
            json.string(lastError)
            json.name("notices")
            json.array(notices) { json, notice in json.string(notice) }
        }
    }
}

/// URLs as they may be shown.
enum PublicURL {
    /// The URL without `user:password@`.
    static func withoutCredentials(_ url: String) -> String {
        guard let scheme = url.range(of: "://") else { return url }
        let rest = url[scheme.upperBound...]
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard let at = authority.lastIndex(of: "@") else { return url }
        return String(url[..<scheme.upperBound]) + String(rest[rest.index(after: at)...])
    }

    /// The URL where it is one that a browser may follow: http or https; otherwise nil.
    static func link(_ url: String?) -> String? {
        guard let url, url.hasPrefix("https://") || url.hasPrefix("http://") else { return nil }
        return withoutCredentials(url)
    }
}
