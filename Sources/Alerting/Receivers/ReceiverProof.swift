import NewsModel
import StrictYAML

/// Renders the messages of receivers with the worst alert there is, before anything is sent: JSON that does not parse
/// and a message that cannot fit are errors of the configuration.
struct ReceiverProof {
    private let moment = Timestamp(seconds: 0)

    func problems(of receivers: [ReceiverSettings]) -> [YAMLProblem] {
        receivers.flatMap(problems(of:))
    }

    /// At most one problem a receiver: the others come from the same fault.
    private func problems(of settings: ReceiverSettings) -> [YAMLProblem] {
        let receiver = settings.receiver(.unreachable())
        for kind in MessageKind.allCases {
            // Two show what stands between the items of a list; more say nothing new.
            for alerts in [[TestAlert.make(now: moment)], hostile(1), hostile(2)] {
                let message = receiver.render(alerts, context: context(kind))
                if let problem = jsonProblem(message, settings, alerts, kind) { return [problem] }
                if alerts.count == 1, message.body.count > receiver.bytesPerMessage {
                    let size = "\(message.body.count) bytes for one alert; at most \(receiver.bytesPerMessage) fit"
                    return [problem(settings, line: 0, "makes a message of \(size)")]
                }
            }
        }
        return []
    }

    private func hostile(_ count: Int) -> [Alert] {
        Array(repeating: TestAlert.hostile(now: moment), count: count)
    }

    private func context(_ kind: MessageKind) -> NotificationContext {
        NotificationContext(deliveryID: "msg_check", groupKey: "check", createdAt: moment, kind: kind)
    }

    private func jsonProblem(
        _ message: AlertNotification, _ settings: ReceiverSettings, _ alerts: [Alert], _ kind: MessageKind
    ) -> YAMLProblem? {
        let media = message.contentType.prefix { $0 != ";" }.lowercased()
        guard media.hasSuffix("/json") || media.hasSuffix("+json"),
            let offset = JSONCheck.firstError(in: message.body)
        else { return nil }
        let near = CleanText.line(String(decoding: message.body[offset...].prefix(40), as: UTF8.self), limit: 30)
        let place = near.isEmpty ? "at its end" : "at \"\(near)\""
        let line = templateLine(settings, alerts, kind) ?? 0
        return problem(settings, line: line, "makes no JSON for a message of kind \(kind.rawValue): it breaks \(place)")
    }

    /// The line of the template that the broken place comes from.
    private func templateLine(_ settings: ReceiverSettings, _ alerts: [Alert], _ kind: MessageKind) -> Int? {
        guard let template = settings.template, let marked = try? LineMarks.marked(template),
            let form = settings.formWithTemplate?(marked)
        else { return nil }
        let (bytes, lines) = LineMarks.read(form.body(alerts, context: context(kind)))
        guard let offset = JSONCheck.firstError(in: bytes), !lines.isEmpty else { return nil }
        return lines[min(offset, lines.count - 1)]
    }

    private func problem(_ settings: ReceiverSettings, line: Int, _ message: String) -> YAMLProblem {
        if let template = settings.template, template.isOfUser {
            return YAMLProblem(file: template.file, line: max(line, 1), "\(message) (receiver \(settings.name))")
        }
        return YAMLProblem(at: settings.location, message)
    }
}

/// Marks in what a template makes, to tell which of its lines a byte comes from. They are characters that `CleanText`
/// takes out of every value.
private enum LineMarks {
    private static let first: UInt32 = 0xE0000
    private static let last: UInt32 = 0xE0FFF

    static func marked(_ template: MessageTemplate) throws(YAMLErrors) -> MessageTemplate {
        let lines = template.source.split(separator: "\n", omittingEmptySubsequences: false)
        let marked = lines.enumerated().map { index, line -> String in
            // A line with nothing but a tag leaves no line behind, and would with a mark.
            let bare = line.drop { $0 == " " }
            guard !bare.hasPrefix("{{#"), !bare.hasPrefix("{{/"), !bare.hasPrefix("{{^"), !bare.hasPrefix("{{!"),
                let mark = Unicode.Scalar(first + UInt32(min(index + 1, 0xFFF)))
            else { return String(line) }
            return String(Character(mark)) + line
        }
        return try MessageTemplate(marked.joined(separator: "\n"), file: template.file)
    }

    /// The text without marks, and for each byte its line.
    static func read(_ bytes: [UInt8]) -> (bytes: [UInt8], lines: [Int]) {
        var result: [UInt8] = []
        var lines: [Int] = []
        var line = 1
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            if (first...last).contains(scalar.value) {
                line = Int(scalar.value - first)
                continue
            }
            let text = Array(String(Character(scalar)).utf8)
            result += text
            lines += Array(repeating: line, count: text.count)
        }
        return (result, lines)
    }
}
