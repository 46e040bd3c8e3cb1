import Foundation
import Synchronization
import TestSupport

/// A publisher and a webhook receiver on loopback: what the program meets outside.
final class NewsPeer: Sendable {
    /// An entry of the feed.
    struct Item: Sendable {
        let slug: String
        let title: String
        let text: String
    }

    /// A notice that arrived.
    struct Notice: Sendable, Equatable {
        let id: String
        let body: String
    }

    private struct State {
        var items: [Item] = []
        var notices: [Notice] = []
        var waiters: [(condition: @Sendable ([Notice]) -> Bool, continuation: CheckedContinuation<Void, Never>)] = []
    }

    private let box: StateBox
    private let peer: LocalHTTPPeer

    /// - Parameter onNotice: called for each webhook before it is answered; its result is the answer's status.
    init(items: [Item], onNotice: @escaping @Sendable (Notice) -> Int = { _ in 204 }) throws {
        let box = StateBox(items)
        self.box = box
        peer = try LocalHTTPPeer { request in
            request.method == "POST" ? box.take(request, onNotice) : box.feed(request)
        }
    }

    var feedURL: String { peer.url + "/rss.xml" }
    var hookURL: String { peer.url + "/hook" }
    var notices: [Notice] { box.notices }
    /// Requests for the feed so far.
    var feedRequests: [LocalHTTPPeer.Request] { peer.requests.filter { $0.path == "/rss.xml" } }

    /// Publishes one more entry.
    func publish(_ item: Item) { box.publish(item) }

    /// Waits until the notices that arrived meet a condition.
    func wait(until condition: @escaping @Sendable ([Notice]) -> Bool) async {
        await box.wait(until: condition)
    }

    func stop() { peer.stop() }

    /// The state, shared with the peer's threads.
    private final class StateBox: Sendable {
        private let state: Mutex<State>

        init(_ items: [Item]) {
            state = Mutex(State(items: items))
        }

        var notices: [Notice] { state.withLock { $0.notices } }

        func publish(_ item: Item) {
            state.withLock { $0.items.append(item) }
        }

        func wait(until condition: @escaping @Sendable ([Notice]) -> Bool) async {
            await withCheckedContinuation { continuation in
                let isMet = state.withLock { state in
                    if condition(state.notices) { return true }
                    state.waiters.append((condition, continuation))
                    return false
                }
                if isMet { continuation.resume() }
            }
        }

        func take(_ request: LocalHTTPPeer.Request, _ onNotice: @Sendable (Notice) -> Int) -> LocalHTTPPeer.Answer {
            let notice = Notice(
                id: request.header("webhook-id") ?? "", body: String(decoding: request.body, as: UTF8.self))
            let status = onNotice(notice)
            guard status != 0 else { return .close }
            let met = state.withLock { state in
                state.notices.append(notice)
                let notices = state.notices
                let met = state.waiters.filter { $0.condition(notices) }.map(\.continuation)
                state.waiters.removeAll { $0.condition(notices) }
                return met
            }
            met.forEach { $0.resume() }
            return .response(status: status, headers: [], body: [])
        }

        func feed(_ request: LocalHTTPPeer.Request) -> LocalHTTPPeer.Answer {
            let items = state.withLock { $0.items }
            let etag = "\"v\(items.count)\""
            if request.header("If-None-Match") == etag {
                return .response(status: 304, headers: [("ETag", etag)], body: [])
            }
            return .response(
                status: 200, headers: [("Content-Type", "application/rss+xml"), ("ETag", etag)],
                body: Array(Self.rss(items).utf8))
        }

        private static func rss(_ items: [Item]) -> String {
            let entries = items.map { item in
                """
                <item><title>\(item.title)</title><link>http://news.invalid/\(item.slug)</link>
                <guid isPermaLink="false">\(item.slug)</guid><description>\(item.text)</description></item>
                """
            }
            return """
                <?xml version="1.0" encoding="UTF-8"?>
                <rss version="2.0"><channel><title>Test Wire</title><link>http://news.invalid/</link>
                <description>Entries of a test</description>\(entries.joined(separator: "\n"))</channel></rss>
                """
        }
    }
}
