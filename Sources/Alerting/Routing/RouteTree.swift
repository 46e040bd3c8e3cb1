public import NewsModel

/// One receiver that an alert goes to, and how it is grouped there.
public struct RouteDestination: Sendable, Hashable {
    public let receiver: String
    /// The way through the tree: `root/legal`.
    public let route: String
    /// Notices to a receiver with the same key go out together.
    public let groupKey: String
    /// Seconds that a new group waits before it goes out.
    public let groupWait: Int
    /// The least number of seconds between two notices of the group.
    public let groupInterval: Int

    /// The row that waits in the outbox for one revision of the alert.
    public func notice(for alert: Alert, now: Timestamp) -> PendingNotice {
        PendingNotice(
            alertID: alert.id, revision: alert.revision, receiver: receiver, route: route, groupKey: groupKey,
            dueAt: now.adding(seconds: Int64(groupWait)))
    }
}

/// The routes of `routes.yaml`: who hears of an alert.
public struct RouteTree: Sendable, Hashable {
    let root: Route
    var inhibitions: [Inhibition] = []
    var budgets: [String: RateBudget] = [:]
    /// By the receiver that fails.
    public internal(set) var fallbacks: [String: FallbackReceiver] = [:]

    /// The receivers of an alert, each once for every route that leads to it. Pure.
    ///
    /// The deepest matching nodes send; the first match among siblings ends the search unless it says `continue`.
    public func destinations(for alert: Alert) -> [RouteDestination] {
        walk(alert).destinations
    }

    /// Every node that was looked at, in order, and what came of it.
    public func trace(of alert: Alert) -> [RouteCheck] {
        walk(alert).steps
    }

    /// Notices that tell the end of an alert's case to those who heard of it, where their route asks for that.
    public func resolution(of alert: Alert, for listeners: [CaseListener], now: Timestamp) -> [PendingNotice] {
        listeners.compactMap { listener in
            guard let route = route(at: listener.route), route.timing.sendsResolved else { return nil }
            return PendingNotice(
                alertID: alert.id, revision: alert.revision, receiver: listener.receiver, route: route.path,
                groupKey: GroupKey.text(for: alert, route: route),
                dueAt: now.adding(seconds: Int64(route.grouping.wait)), kind: .resolved)
        }
    }

    /// The route with this path, for notices that it made; nil when it is no longer there.
    func route(at path: String) -> Route? {
        all.first { $0.path == path }
    }

    /// Every receiver that a route or a fallback names.
    var receivers: Set<String> {
        Set(all.flatMap(\.receivers)).union(fallbacks.values.map(\.name))
    }

    /// `interval nights`, `calendar krx`: what the routes use of `times.yaml`.
    var usedTimes: Set<String> {
        var names: Set<String> = []
        for timing in all.map(\.timing) {
            names.formUnion((timing.muted + timing.active + timing.held).map { "interval " + $0.name })
            if let calendar = timing.calendar { names.insert("calendar " + calendar.name) }
            if let digest = timing.digest { names.insert("digest " + digest.name) }
        }
        return names
    }

    /// The calendars that routes use.
    var calendars: Set<TradingCalendar> { Set(all.compactMap(\.timing.calendar)) }

    private var all: [Route] {
        var found: [Route] = []
        var open = [root]
        while let route = open.popLast() {
            found.append(route)
            open += route.children
        }
        return found
    }

    private func walk(_ alert: Alert) -> RouteWalk {
        var walk = RouteWalk(alert: alert)
        _ = walk.visit(root)
        return walk
    }
}

/// One alert's way through the tree.
private struct RouteWalk {
    let alert: Alert
    let subjects: [MatchSubject]
    var destinations: [RouteDestination] = []
    var steps: [RouteCheck] = []

    init(alert: Alert) {
        self.alert = alert
        subjects = MatchSubject.subjects(of: alert)
    }

    /// True when the route took the alert.
    mutating func visit(_ route: Route) -> Bool {
        guard subjects.contains(where: { route.matchers.hold(for: $0) }) else {
            steps.append(
                RouteCheck(route: route.path, matched: false, receivers: [], explanation: miss(of: route)))
            return false
        }
        let place = steps.count
        var isTakenByChild = false
        for child in route.children where visit(child) {
            isTakenByChild = true
            if !child.continues { break }
        }
        if !isTakenByChild { send(to: route) }
        let end = isTakenByChild ? "left to a route below" : "sends to " + route.receivers.joined(separator: ", ")
        let explanation = route.continues ? end + ", continues" : end
        steps.insert(
            RouteCheck(
                route: route.path, matched: true, receivers: isTakenByChild ? [] : route.receivers,
                explanation: explanation), at: place)
        return true
    }

    private mutating func send(to route: Route) {
        for receiver in route.receivers {
            let destination = RouteDestination(
                receiver: receiver, route: route.path, groupKey: GroupKey.text(for: alert, route: route),
                groupWait: route.grouping.wait, groupInterval: route.grouping.interval)
            if !destinations.contains(destination) { destinations.append(destination) }
        }
    }

    /// The matcher that stopped the event that came furthest.
    private func miss(of route: Route) -> String {
        var furthest = (position: -1, text: "")
        for subject in subjects {
            guard let position = route.matchers.firstIndex(where: { !$0.holds(for: subject) }) else { continue }
            let matcher = route.matchers[position]
            if position > furthest.position {
                furthest = (position, "needs \(matcher), it is \(subject.shown(matcher.field))")
            }
        }
        return furthest.text
    }
}
