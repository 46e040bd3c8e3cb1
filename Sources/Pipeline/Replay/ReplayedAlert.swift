public import NewsModel

/// An alert of a replay, as it stands at the end of it.
public struct ReplayedAlert: Sendable, Hashable {
    /// The newest revision.
    public var alert: Alert
    /// Receivers that heard of it, by name.
    public var receivers: Set<String>

    public var id: String { alert.id }
    /// Codes of its events, in order; `none` for an alert without events.
    public var types: [String] {
        let codes = Set(alert.events.map(\.type.rawValue)).sorted()
        return codes.isEmpty ? ["none"] : codes
    }

    /// What another replay makes of the same alert, in plain words; empty where a reader would see no difference.
    func changes(to other: ReplayedAlert) -> [String] {
        var changes: [String] = []
        func compare<Value: Equatable>(_ name: String, _ before: Value, _ after: Value) {
            if before != after { changes.append("\(name) \(before) to \(after)") }
        }
        compare("severity", alert.severity, other.alert.severity)
        compare("revisions", alert.revision, other.alert.revision)
        compare("rule", alert.rule, other.alert.rule)
        compare("class", alert.sentiment.sentimentClass.rawValue, other.alert.sentiment.sentimentClass.rawValue)
        compare("events", types.joined(separator: ", "), other.types.joined(separator: ", "))
        compare("receivers", Self.list(receivers), Self.list(other.receivers))
        return changes
    }

    private static func list(_ names: Set<String>) -> String {
        names.isEmpty ? "nobody" : names.sorted().joined(separator: ", ")
    }
}
