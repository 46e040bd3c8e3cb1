import NewsModel
import StrictYAML

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
    /// nil for JSON.
    let text: MessageText?
    let output: any LineOutput

    func render(_ alerts: [Alert], context: NotificationContext) -> AlertNotification {
        guard let text, format != .json else {
            return AlertNotification(
                body: AlertJSON.lines(alerts, context: context), contentType: "application/x-ndjson")
        }
        var lines: [String] = []
        // A digest is a heading and its lines, of which none is left out.
        let isDigest = context.kind == .digest
        if isDigest { lines.append(text.words.heading(alerts, kind: .digest)) }
        for alert in alerts {
            let message = text.text(of: alert, kind: context.kind, limit: .max)
            if format == .line || isDigest { lines.append(CleanText.line(message)) } else { lines += [message, ""] }
        }
        if isDigest, format == .text { lines.append("") }
        let body = lines.map { $0 + "\n" }.joined()
        return AlertNotification(body: Array(body.utf8), contentType: "text/plain; charset=utf-8")
    }

    func deliver(_ delivery: Delivery, now: Timestamp) async -> DeliveryResult {
        do {
            try output.write(delivery.body)
            return .delivered(status: nil, detail: "written")
        } catch {
            return .retry(after: nil, throttled: false, status: nil, detail: "standard output cannot be written")
        }
    }

    static func settings(_ entry: ReceiverEntry) -> ReceiverSettings? {
        let reader = entry.reader
        let format = reader.oneOf("format", default: Format.text)
        let name = entry.name
        if format == .json {
            if reader.has("template") { reader.problem("template", "format json takes no template") }
            return entry.settings { StdoutReceiver(name: name, format: .json, text: nil, output: $0.output) }
        }
        guard let text = entry.text(default: format.rawValue, .text) else { return nil }
        return entry.settings(template: text.full) {
            StdoutReceiver(name: name, format: format, text: text, output: $0.output)
        }
    }
}
