import NewsModel

/// Takes whole lines of output, in order, none mixed with another's.
public protocol LineOutput: Sendable {
    /// Writes bytes that end with a line break.
    /// - Throws: when they could not all be written.
    func write(_ lines: [UInt8]) throws
}

/// Shows alerts on standard output.
struct StdoutReceiver: Receiver {
    enum Format: String, Sendable, CaseIterable {
        /// Several lines for people, with an empty line behind each alert.
        case text
        /// One alert, one line.
        case line
        /// One alert, one JSON object on a line.
        case json
    }

    let name: String
    let format: Format
    let template: MessageTemplate?
    let view: AlertView
    let output: any LineOutput

    func render(_ alerts: [Alert], context: NotificationContext) -> AlertNotification {
        let texts: [[UInt8]] = alerts.map { alert in
            switch format {
            case .json: AlertJSON.line(alert, deliveryID: context.deliveryID)
            case .line: Array(CleanText.line(message(alert)).utf8)
            case .text: Array((CleanText.lines(message(alert)) + "\n").utf8)
            }
        }
        let body = texts.flatMap { $0 + [UInt8(ascii: "\n")] }
        return AlertNotification(
            body: body, contentType: format == .json ? "application/x-ndjson" : "text/plain; charset=utf-8")
    }

    func deliver(_ delivery: Delivery, now: Timestamp) async -> DeliveryResult {
        do {
            try output.write(delivery.body)
            return .delivered(status: nil, detail: "written")
        } catch {
            return .retry(after: nil, throttled: false, status: nil, detail: "standard output cannot be written")
        }
    }

    private func message(_ alert: Alert) -> String {
        template?.render(alert, view: view, escaping: .text) ?? ""
    }
}
