/// A line of a lexicon file that holds an entry or a section head, cut into its fields.
struct LexiconLine: Sendable {
    /// Relative to the lexicons folder.
    let file: String
    let number: Int
    let fields: [String]

    var rule: String { file + ":" + String(number) }
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
        lines(of: Array(text.utf8), file: file)
    }

    /// The same for the bytes of a file in UTF-8.
    static func lines(of bytes: [UInt8], file: String) -> [LexiconLine] {
        var result: [LexiconLine] = []
        var number = 0
        var start = 0
        while start <= bytes.count {
            number += 1
            var end = start
            var contentEnd = -1
            var hasContent = false
            var isBlankBefore = true
            while end < bytes.count, bytes[end] != UInt8(ascii: "\n") {
                let byte = bytes[end]
                let isBlank = byte == 0x20 || byte == 0x09
                if contentEnd < 0 {
                    if byte == UInt8(ascii: "#"), isBlankBefore {
                        contentEnd = end
                    } else if !isBlank, byte != 0x0D {
                        hasContent = true
                    }
                }
                isBlankBefore = isBlank
                end += 1
            }
            if hasContent {
                let fields = fields(of: bytes, start, contentEnd < 0 ? end : contentEnd)
                result.append(LexiconLine(file: file, number: number, fields: fields))
            }
            start = end + 1
        }
        return result
    }

    /// Fields are separated by a bar.
    private static func fields(of bytes: [UInt8], _ start: Int, _ end: Int) -> [String] {
        var fields: [String] = []
        var begin = start
        var index = start
        while index <= end {
            if index == end || bytes[index] == UInt8(ascii: "|") {
                fields.append(Trimming.trimmed(bytes, begin, index))
                begin = index + 1
            }
            index += 1
        }
        return fields
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

    /// The same for a part of the bytes of a text.
    static func trimmed(_ bytes: [UInt8], _ from: Int, _ to: Int) -> String {
        var start = from
        var end = to
        while start < end, let width = blankWidth(bytes, start, end) { start += width }
        while end > start {
            if blankWidth(bytes, end - 1, end) != nil {
                end -= 1
            } else if end - start >= 3, bytes[end - 1] == 0xBF, blankWidth(bytes, end - 3, end) == 3 {
                end -= 3
            } else {
                break
            }
        }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    /// Bytes of the blank at a place, nil where there is none.
    private static func blankWidth(_ bytes: [UInt8], _ at: Int, _ end: Int) -> Int? {
        switch bytes[at] {
        case 0x20, 0x09, 0x0D: 1
        case 0xEF: at + 2 < end && bytes[at + 1] == 0xBB && bytes[at + 2] == 0xBF ? 3 : nil
        default: nil
        }
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\t" || scalar == "\r" || scalar == "\u{FEFF}"
    }
}
