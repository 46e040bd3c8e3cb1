import StrictYAML

/// Finds routes that no alert can reach: one whose earlier sibling takes all that it would take.
struct RouteReachability {
    private var earlier: [(matchers: [Matcher], path: String)] = []

    /// Looks at the next sibling; a path when that earlier route leaves nothing for it.
    mutating func blocker(of route: Route) -> String? {
        defer {
            if !route.continues { earlier.append((route.matchers, route.path)) }
        }
        return earlier.first { $0.matchers.cover(route.matchers) }?.path
    }
}
