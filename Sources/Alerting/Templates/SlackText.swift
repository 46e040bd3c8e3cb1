/// Text for Slack's mrkdwn and for servers that take Slack's messages.
enum SlackText {
    /// Escapes `&`, `<` and `>`, and takes the force out of what would format, link or notify.
    ///
    /// Slack itself reads mentions only inside `<...>`; Mattermost and Rocket.Chat also read `@channel` and
    /// `[text](address)` in plain text, and no escape exists for those: look-alike characters stand in.
    static func escape(_ text: String) -> String {
        var result = ""
        var previous: Unicode.Scalar?
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "*": result += "∗"
            case "`": result += "ˋ"
            case "~": result += "∼"
            case "@": result += beginsGroupName(scalars[(index + 1)...]) ? "＠" : "@"
            case "(" where previous == "]": result += " ("
            default: result.unicodeScalars.append(scalar)
            }
            previous = scalar
        }
        return result
    }

    /// For the parts that are no mrkdwn, where an escape would be shown as it is.
    static func plain(_ text: String) -> String {
        var result = escape(text)
        for (escape, sign) in [("&lt;", "‹"), ("&gt;", "›"), ("&amp;", "&")] {
            result = result.replacing(escape, with: sign)
        }
        return result
    }

    private static func beginsGroupName(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
        let names: [String] = ["channel", "here", "everyone", "all"]
        let word = rest.prefix(8).map { ("A"..."Z").contains($0) ? Unicode.Scalar($0.value + 32) ?? $0 : $0 }
        return names.contains { word.starts(with: $0.unicodeScalars) }
    }

    /// Cuts ready-made mrkdwn to a length, never inside an escape or a link.
    static func cut(_ text: String, limit: Int, unit: TextUnit = .utf16) -> String {
        let kept = CleanText.cut(text, limit: limit, cost: unit.cost)
        guard kept != text, !kept.isEmpty else { return kept }
        let body = kept.dropLast()
        // An unclosed < or & near the end belongs to what was cut.
        if let open = body.lastIndex(of: "<"), !body[open...].contains(">") { return body[..<open] + "…" }
        if let escape = body.lastIndex(of: "&"), !body[escape...].contains(";") { return body[..<escape] + "…" }
        return kept
    }
}
