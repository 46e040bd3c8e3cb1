import NewsModel

/// What the template of a whole body can say: everything of the gravest alert, and beside it the message.
struct BodyView {
    let text: MessageText

    /// The names beside those of an alert.
    static let names = ["alerts", "count", "heading", "message", "delivery", "group", "created", "is_digest"]

    /// `message` is the text of all alerts, `alerts` a list for a section of its own.
    func context(_ alerts: [Alert], _ context: NotificationContext) -> [String: Any] {
        var view = text.view
        view.kind = context.kind
        let gravest = alerts.max { $0.severity < $1.severity }
        var values = gravest.map { view.context(for: $0) } ?? [:]
        values["alerts"] = alerts.map { view.context(for: $0) }
        values["count"] = alerts.count
        values["heading"] = text.words.heading(alerts, kind: context.kind)
        values["message"] = text.whole(alerts, kind: context.kind, limit: 8000)
        values["delivery"] = context.deliveryID
        values["group"] = CleanText.line(context.groupKey, limit: 300)
        values["created"] = view.clock.text(context.createdAt)
        values["is_digest"] = context.kind == .digest
        return values
    }
}
