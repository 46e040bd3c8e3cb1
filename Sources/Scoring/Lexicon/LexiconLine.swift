/// A line of a lexicon file that holds an entry or a section head, cut into its fields.
struct LexiconLine: Sendable {
    /// Relative to the lexicons folder.
    let file: String
    let number: Int
    let fields: [String]

    var rule: String { "\(file):\(number)" }
    var term: String { fields.first ?? "" }

    func problem(_ message: String) -> LexiconProblem {
        LexiconProblem(file: file, line: number, message: message)
    }

    /// The section name of a line such as `[negation] reach=before`, and what follows it.
    var section: (name: String, rest: String)? {
        guard term.hasPrefix("["), let close = term.firstIndex(of: "]") else { return nil }
        let name = term[term.index(after: term.startIndex)..<close]
        return (Trimming.trim(name), Trimming.trim(term[term.index(after: close)...]))
    }

    /// Cuts a file's text into its lines with content. `#` starts a comment at the start of a line or after a space.
    static func lines(of text: String, file: String) -> [LexiconLine] {
        var result: [LexiconLine] = []
        var number = 0
        for raw in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            let bytes = withoutComment(raw)
            guard bytes.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else { continue }
            let fields = fields(of: bytes)
            result.append(LexiconLine(file: file, number: number, fields: fields))
        }
        return result
    }

    private static func withoutComment(_ raw: Substring.UTF8View.SubSequence) -> ArraySlice<UInt8> {
        let bytes = ArraySlice(raw)
        var isBlankBefore = true
        for index in bytes.indices {
            if bytes[index] == UInt8(ascii: "#"), isBlankBefore { return bytes[..<index] }
            isBlankBefore = bytes[index] == 0x20 || bytes[index] == 0x09
        }
        return bytes
    }

    /// Fields are separated by a bar with a space, or the end of the line, on each side.
    private static func fields(of bytes: ArraySlice<UInt8>) -> [String] {
        bytes.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
            .map { Trimming.trim(String(decoding: $0, as: UTF8.self)) }
    }
}

/// White space off both ends.
enum Trimming {
    static func trim(_ text: some StringProtocol) -> String {
        var view = Substring(text)
        while let first = view.unicodeScalars.first, isBlank(first) { view.unicodeScalars.removeFirst() }
        while let last = view.unicodeScalars.last, isBlank(last) { view.unicodeScalars.removeLast() }
        return String(view)
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\t" || scalar == "\r" || scalar == "\u{FEFF}"
    }
}
