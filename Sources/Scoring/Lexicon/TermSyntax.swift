/// A term as written: words with marks, some with alternatives in braces.
struct TermSyntax: Sendable, Hashable {
    /// One word of a term.
    struct MarkedWord: Sendable, Hashable {
        var text: String
        var mark: Mark?
        /// Irregular forms, or the class of an irregular Korean stem.
        var forms: [String] = []
        /// `~`: may also stand at the end of a longer word.
        var isSuffix = false
    }

    enum Mark: String, Sendable {
        case noun = "n"
        case action = "h"
        case verb = "v"
        case adjective = "a"
        case exact = "x"

        init?(_ byte: UInt8) {
            switch byte {
            case UInt8(ascii: "n"): self = .noun
            case UInt8(ascii: "h"): self = .action
            case UInt8(ascii: "v"): self = .verb
            case UInt8(ascii: "a"): self = .adjective
            case UInt8(ascii: "x"): self = .exact
            default: return nil
            }
        }
    }

    /// What the term matches: each a sequence of words.
    let sequences: [[MarkedWord]]

    /// More alternatives than this in one term are a slip of the pen.
    static let mostSequences = 200

    /// Reads a term; throws what is wrong with it, in words for the author.
    init(_ text: String) throws(TermProblem) {
        var reader = TermReader(Array(text.utf8))
        sequences = try reader.sequences()
        if sequences.isEmpty || sequences.contains(where: \.isEmpty) { throw TermProblem("the term is empty") }
        if sequences.count > Self.mostSequences {
            throw TermProblem("the braces make \(sequences.count) terms; at most \(Self.mostSequences)")
        }
    }
}

/// Why a term cannot be read.
struct TermProblem: Error, Hashable {
    let message: String

    init(_ message: String) {
        self.message = message
    }
}

/// Reads the bytes of a term from left to right; all signs of the syntax are ASCII.
private struct TermReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Reads up to the end, or to a comma or closing brace when inside braces.
    mutating func sequences(inBraces: Bool = false) throws(TermProblem) -> [[TermSyntax.MarkedWord]] {
        var result: [[TermSyntax.MarkedWord]] = [[]]
        while let next = peek() {
            switch next {
            case UInt8(ascii: " "), UInt8(ascii: "\t"): position += 1
            case UInt8(ascii: "{"):
                let alternatives = try braces()
                result = result.flatMap { head in alternatives.map { head + $0 } }
                if result.count > TermSyntax.mostSequences { return result }
            case UInt8(ascii: ",") where inBraces: return result
            case UInt8(ascii: "}"):
                if inBraces { return result }
                throw TermProblem("a } without its {")
            default:
                let word = try word(inBraces: inBraces)
                for index in result.indices { result[index].append(word) }
            }
        }
        if inBraces { throw TermProblem("a { without its }") }
        return result
    }

    private mutating func braces() throws(TermProblem) -> [[TermSyntax.MarkedWord]] {
        position += 1
        var alternatives: [[TermSyntax.MarkedWord]] = []
        while true {
            let found = try sequences(inBraces: true)
            if found.contains(where: \.isEmpty) { throw TermProblem("an alternative in the braces is empty") }
            alternatives += found
            let separator = peek()
            position += 1
            if separator == UInt8(ascii: "}") { return alternatives }
        }
    }

    private mutating func word(inBraces: Bool) throws(TermProblem) -> TermSyntax.MarkedWord {
        var isSuffix = false
        if peek() == UInt8(ascii: "~") {
            isSuffix = true
            position += 1
        }
        let start = position
        while let next = peek(), !endsWord(next, inBraces) {
            guard next == UInt8(ascii: "/") else {
                position += 1
                continue
            }
            let text = String(decoding: bytes[start..<position], as: UTF8.self)
            if position + 1 < bytes.count, isMarkEnd(position + 2), let mark = TermSyntax.Mark(bytes[position + 1]) {
                position += 2
                guard !text.isEmpty else { throw TermProblem("the mark /\(mark.rawValue) has no word before it") }
                return TermSyntax.MarkedWord(text: text, mark: mark, forms: try forms(), isSuffix: isSuffix)
            }
            if position + 1 < bytes.count, isMarkEnd(position + 2), (0x61...0x7A).contains(bytes[position + 1]) {
                let letter = Unicode.Scalar(bytes[position + 1])
                throw TermProblem("unknown mark /\(letter); marks are /n /v /a (English), /n /h /v /x (Korean)")
            }
            position += 1
        }
        if start == position { throw TermProblem("~ has no word after it") }
        return TermSyntax.MarkedWord(
            text: String(decoding: bytes[start..<position], as: UTF8.self), mark: nil, isSuffix: isSuffix)
    }

    private func endsWord(_ byte: UInt8, _ inBraces: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "{"), UInt8(ascii: "}"): true
        case UInt8(ascii: ","): inBraces
        default: false
        }
    }

    private func isMarkEnd(_ at: Int) -> Bool {
        guard at < bytes.count else { return true }
        switch bytes[at] {
        case UInt8(ascii: " "), UInt8(ascii: "("), UInt8(ascii: "}"), UInt8(ascii: ","), UInt8(ascii: "\t"): return true
        default: return false
        }
    }

    /// `(rose,risen)` after a mark.
    private mutating func forms() throws(TermProblem) -> [String] {
        guard peek() == UInt8(ascii: "(") else { return [] }
        position += 1
        var forms: [String] = []
        var start = position
        while let next = peek(), next != UInt8(ascii: ")") {
            if next == UInt8(ascii: ",") {
                forms.append(Trimming.trimmed(bytes, start, position))
                start = position + 1
            }
            position += 1
        }
        forms.append(Trimming.trimmed(bytes, start, position))
        guard peek() == UInt8(ascii: ")") else { throw TermProblem("a ( without its )") }
        position += 1
        if forms.contains("") { throw TermProblem("an irregular form in the brackets is empty") }
        return forms
    }

    private func peek() -> UInt8? {
        position < bytes.count ? bytes[position] : nil
    }
}
