import NewsModel

/// The text of a message in the escaping of one service, by the receiver's templates, in the length that fits.
struct MessageText: Sendable {
    /// For an alert by itself.
    let full: MessageTemplate
    /// For an alert of a digest.
    let line: MessageTemplate
    let view: AlertView
    let escaping: Escaping
    let unit: TextUnit

    var words: MessageWords { MessageWords(view: view) }

    /// The heading, escaped.
    func heading(_ alerts: [Alert], kind: MessageKind, limit: Int) -> String {
        let plain = CleanText.cut(words.heading(alerts, kind: kind), limit: limit, cost: unit.cost)
        return escaping.cut(escaping.escape(plain), limit: limit, unit: unit)
    }

    /// The heading as plain text, for the parts of a message that know no markup.
    func plainHeading(_ alerts: [Alert], kind: MessageKind, limit: Int) -> String {
        CleanText.cut(words.heading(alerts, kind: kind), limit: limit, cost: unit.cost)
    }

    /// One alert; its values are made shorter until it fits, and only then is it cut.
    func text(of alert: Alert, kind: MessageKind, limit: Int) -> String {
        let template = kind == .digest ? line : full
        var text = ""
        for factor in [1, 2, 4, 8] {
            var smaller = view
            smaller.kind = kind
            smaller.limits = view.limits.shrunk(by: factor)
            text = CleanText.lines(template.render(alert, view: smaller, escaping: escaping))
            if unit.length(text) <= limit { return text.isEmpty ? "-" : text }
        }
        return escaping.cut(text, limit: limit, unit: unit)
    }

    /// A text for each alert, all together at most `total` long and each at most `each`; a digest is one text of lines.
    func sections(_ alerts: [Alert], kind: MessageKind, each: Int, total: Int) -> [String] {
        if kind == .digest { return [digest(alerts, limit: min(each, total))] }
        let share = min(each, total / max(alerts.count, 1))
        return alerts.map { text(of: $0, kind: kind, limit: share) }
    }

    /// Everything in one text: the alerts under one another with an empty line between them.
    func whole(_ alerts: [Alert], kind: MessageKind, limit: Int) -> String {
        let gaps = kind == .digest ? 0 : 2 * max(alerts.count - 1, 0)
        return sections(alerts, kind: kind, each: limit, total: limit - gaps).joined(separator: "\n\n")
    }

    /// A line for each alert, the gravest first, and how many had no room.
    private func digest(_ alerts: [Alert], limit: Int) -> String {
        let sorted = alerts.enumerated().sorted { left, right in
            (right.element.severity, left.offset) < (left.element.severity, right.offset)
        }.map(\.element)
        let reserve = unit.length("\n\(words.more(alerts.count))")
        var lines: [String] = []
        var used = 0
        for (index, alert) in sorted.enumerated() {
            let room = index + 1 == sorted.count ? limit : limit - reserve
            let line = text(of: alert, kind: .digest, limit: max(40, limit / 4))
            let size = unit.length(line) + (index > 0 ? 1 : 0)
            guard used + size <= room else {
                lines.append(escaping.escape(words.more(sorted.count - index)))
                break
            }
            lines.append(line)
            used += size
        }
        return lines.joined(separator: "\n")
    }
}
