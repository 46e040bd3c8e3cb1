/// Makes text from feeds safe to show: no line breaks, no control characters, nothing that turns the reading direction
/// or hides. What is left cannot forge a line of output or drive a terminal.
public enum CleanText {
    /// One line of at most `limit` UTF-16 units (never more than that many characters anywhere), runs of spaces as one.
    public static func line(_ text: String, limit: Int = .max) -> String {
        var result = String.UnicodeScalarView()
        var pendingSpace = false
        // Nothing behind this many scalars can be shown; a feed may send megabytes.
        for scalar in text.unicodeScalars.prefix(limit == .max ? .max : limit * 4 + 64) {
            if isHidden(scalar) { continue }
            if isSpace(scalar) {
                pendingSpace = !result.isEmpty
                continue
            }
            if pendingSpace { result.append(" ") }
            pendingSpace = false
            result.append(scalar)
        }
        return cut(String(result), limit: limit)
    }

    /// Cleans every line of a text of several lines, and keeps its indentation.
    public static func lines(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { piece in
            let indent = piece.prefix { $0 == " " }
            return indent + line(String(piece.dropFirst(indent.count)))
        }.joined(separator: "\n")
    }

    /// The text cut to `limit` units, whole graphemes, with an ellipsis where something is missing.
    ///
    /// `cost` is what a scalar takes up in the target: UTF-16 units, or the length of its escape.
    public static func cut(
        _ text: String, limit: Int, cost: (Unicode.Scalar) -> Int = { $0.value > 0xFFFF ? 2 : 1 }
    ) -> String {
        guard limit < .max else { return text }
        if text.unicodeScalars.lazy.map(cost).prefix(limit + 1).reduce(0, +) <= limit { return text }
        var kept = String.UnicodeScalarView()
        var used = cost("…")
        for character in text {
            let size = character.unicodeScalars.reduce(0) { $0 + cost($1) }
            if used + size > limit { break }
            kept.append(contentsOf: character.unicodeScalars)
            used += size
        }
        // One grapheme can hold any number of joined marks: then scalars are the best that can be kept.
        if kept.isEmpty {
            for scalar in text.unicodeScalars {
                used += cost(scalar)
                if used > limit { break }
                kept.append(scalar)
            }
        }
        return limit > 0 ? String(kept) + "…" : ""
    }

    /// Line breaks of every kind, tabs, C0 and C1 controls, odd spaces.
    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x20, 0x7F...0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// Direction marks and overrides, zero-width characters, interlinear and tag characters, byte order marks.
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00AD, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF,
            0xFFF0...0xFFFB, 0xFFFE, 0xFFFF, 0xE0000...0xE0FFF:
            true
        default: false
        }
    }
}
