import NewsModel
import StrictYAML

/// Prometheus Alertmanager, API v2: each alert with an end of its own, because news happen once and Alertmanager calls
/// what is not sent again resolved.
///
/// The API is that of github.com/prometheus/alertmanager, api/v2/openapi.yaml (postableAlerts), which could not be opened
/// here on 2026-11-25: POST /api/v2/alerts with an array of labels, annotations, startsAt, endsAt, generatorURL; 200 is
/// success. Not verified against the vendor.
struct AlertmanagerForm: WebhookForm {
    let text: MessageText
    /// Seconds that an alert stays active.
    let activeSeconds: Int
    let token: Secret?

    static func settings(_ entry: ReceiverEntry) -> ReceiverSettings? {
        let address = entry.address()
        let active = entry.reader.duration("active_for", default: 4 * 3600, in: 60...2_592_000)
        let token = entry.secrets.text(entry.reader, "token", required: false)
        guard let text = entry.text(default: "text", .text) else { return nil }
        return entry.webhook(
            address, secrets: token.map { [$0] } ?? [], template: text.full,
            AlertmanagerForm(text: text, activeSeconds: active, token: token))
    }

    func body(_ alerts: [Alert], context: NotificationContext) -> [UInt8] {
        let isResolved = context.kind == .resolved
        var json = JSONWriter()
        json.array(alerts) { json, alert in
            json.object { json in
                json.name("labels")
                json.object { json in writeLabels(of: alert, kind: context.kind, to: &json) }
                json.name("annotations")
                json.object { json in
                    json.name("summary")
                    json.string(CleanText.line(alert.title, limit: 300))
                    json.name("description")
                    json.string(text.text(of: alert, kind: context.kind, limit: 4000))
                    json.name("reason")
                    json.string(CleanText.line(alert.reason, limit: 200))
                }
                json.name("startsAt")
                json.string(alert.createdAt.iso8601)
                json.name("endsAt")
                let end = isResolved ? context.createdAt : context.createdAt.adding(seconds: Int64(activeSeconds))
                json.string(end.iso8601)
                if let link = alert.url.flatMap({ WebLink.safe($0, limit: 2000) }) {
                    json.name("generatorURL")
                    json.string(link)
                }
            }
        }
        return json.bytes
    }

    /// Labels are what Alertmanager knows an alert by, and what its routes choose by. A revision of another severity is
    /// therefore another alert there; the earlier one ends by itself.
    private func writeLabels(of alert: Alert, kind: MessageKind, to json: inout JSONWriter) {
        json.name("alertname")
        json.string(kind == .monitor ? "NewswardMonitor" : "NewswardAlert")
        json.name("alert_id")
        json.string(alert.id)
        json.name("company")
        json.string(text.view.company(alert.company))
        if let id = alert.company.id {
            json.name("company_id")
            json.string(CleanText.line(id, limit: 40))
        }
        json.name("rule")
        json.string(CleanText.line(alert.rule, limit: 80))
        json.name("severity")
        json.string(EventWords(language: .english).severity(alert.severity))
    }

    func headers(for delivery: Delivery, now: Timestamp) -> [(name: String, value: String)] {
        token.map { [(name: "Authorization", value: "Bearer \($0.reveal())")] } ?? []
    }
}
