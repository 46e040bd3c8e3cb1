/// Text for HTML. By scalars, because a combining mark behind a `<` makes one character of both.
enum MarkupText {
    static func escape(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Cuts ready-made markup outside of tags and escapes, and closes the tags that are open there.
    static func cut(_ text: String, limit: Int, unit: TextUnit) -> String {
        guard unit.length(text) > limit else { return text }
        var room = limit
        // Each step drops what the closing tags need; three nested tags are the most that a template has.
        for _ in 0..<4 {
            let kept = outsideOfMarkup(CleanText.cut(text, limit: max(0, room), cost: unit.cost))
            let closed = kept + closingTags(of: kept)
            let excess = unit.length(closed) - limit
            if excess <= 0 { return closed }
            room -= excess
        }
        return ""
    }

    /// Without a tag or an escape that lost its end.
    private static func outsideOfMarkup(_ text: String) -> String {
        guard !text.isEmpty else { return "" }
        let body = text.dropLast()
        if let open = body.lastIndex(of: "<"), !body[open...].contains(">") { return body[..<open] + "…" }
        if let escape = body.lastIndex(of: "&"), !body[escape...].contains(";") { return body[..<escape] + "…" }
        return text
    }

    private static func closingTags(of text: String) -> String {
        var open: [Substring] = []
        for piece in text.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
            guard let tag = piece.firstIndex(of: ">").map({ piece[..<$0] }), !tag.hasSuffix("/") else { continue }
            if tag.hasPrefix("/") {
                if open.last == tag.dropFirst() { open.removeLast() }
            } else if let name = tag.split(separator: " ").first, name != "br" {
                open.append(name)
            }
        }
        return open.reversed().map { "</\($0)>" }.joined()
    }
}

/// Text for Telegram: its HTML, and no live mention of a user.
enum TelegramText {
    static func escape(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var calm = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            calm.append(scalar == "@" && Mention.begins(scalars, at: index) ? "＠" : scalar)
        }
        return MarkupText.escape(String(calm))
    }
}
