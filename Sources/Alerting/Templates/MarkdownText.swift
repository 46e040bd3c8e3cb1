/// Text for servers that read some Markdown (Discord, Mattermost, Rocket.Chat, Teams, JANDI, Dooray).
///
/// Their dialects have no escape in common, so look-alike characters stand in for those that format, link or notify.
enum MarkdownText {
    static func escape(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            switch scalar {
            case "@": result.append(Mention.begins(scalars, at: index) ? "＠" : "@")
            default: result.append(lookAlikes[scalar] ?? scalar)
            }
        }
        return String(result)
    }

    private static let lookAlikes: [Unicode.Scalar: Unicode.Scalar] = [
        "*": "∗", "`": "ˋ", "~": "∼", "[": "［", "]": "］", "<": "‹", ">": "›", "|": "｜", "\\": "＼",
    ]

    /// Cuts ready-made Markdown, never inside a link.
    static func cut(_ text: String, limit: Int, unit: TextUnit) -> String {
        let kept = CleanText.cut(text, limit: limit, cost: unit.cost)
        guard kept != text else { return text }
        let body = kept.dropLast()
        // Values hold no brackets, so an open one is a link of the template.
        if let open = body.lastIndex(of: "["), !body[open...].contains(")") { return body[..<open] + "…" }
        return kept
    }
}

/// Where a service would read an `@` as the call of somebody.
enum Mention {
    /// True for an `@` before a name, or before `!` or `&` as Discord writes ids, but not for one inside a word, as in an
    /// address of mail.
    static func begins(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
        guard index + 1 < scalars.count, isWord(scalars[index + 1]) || "!&".unicodeScalars.contains(scalars[index + 1])
        else { return false }
        return index == 0 || !isASCIIWord(scalars[index - 1])
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        isASCIIWord(scalar) || scalar.properties.isAlphabetic
    }

    private static func isASCIIWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_": true
        default: false
        }
    }
}
