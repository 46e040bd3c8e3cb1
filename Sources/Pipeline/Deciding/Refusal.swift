/// How the decisions begin that refuse an article whatever it holds: they are stored, and read again by `alerts why-not`.
enum Refusal {
    static let baselinePrefix = "baseline: "
    static let datePrefix = "old news: "

    /// True for the stored decision of an article that was refused.
    static func isRefusal(_ decision: String) -> Bool {
        decision.hasPrefix(baselinePrefix) || decision.hasPrefix(datePrefix)
    }
}
