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
    }

    /// What the term matches: each a sequence of words.
    let sequences: [[MarkedWord]]

    /// More alternatives than this in one term are a slip of the pen.
    static let mostSequences = 200

    /// Reads a term; throws what is wrong with it, in words for the author.
    init(_ text: String) throws(TermProblem) {
        var reader = TermReader(Array(text))
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

/// Reads the characters of a term from left to right.
private struct TermReader {
    private let characters: [Character]
    private var position = 0

    init(_ characters: [Character]) {
        self.characters = characters
    }

    /// Reads up to the end, or to a comma or closing brace when inside braces.
    mutating func sequences(inBraces: Bool = false) throws(TermProblem) -> [[TermSyntax.MarkedWord]] {
        var result: [[TermSyntax.MarkedWord]] = [[]]
        while let next = peek() {
            if next == " " || next == "\t" {
                position += 1
            } else if next == "{" {
                let alternatives = try braces()
                result = result.flatMap { head in alternatives.map { head + $0 } }
                if result.count > TermSyntax.mostSequences { return result }
            } else if next == "}" || (next == "," && inBraces) {
                if inBraces { return result }
                throw TermProblem("a } without its {")
            } else {
                let word = try word(inBraces: inBraces)
                result = result.map { $0 + [word] }
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
            if separator == "}" { return alternatives }
        }
    }

    private mutating func word(inBraces: Bool) throws(TermProblem) -> TermSyntax.MarkedWord {
        var text = ""
        var isSuffix = false
        if peek() == "~" {
            isSuffix = true
            position += 1
        }
        while let next = peek(), next != " ", next != "\t", next != "{", next != "}", !(next == "," && inBraces) {
            if next == "/", position + 1 < characters.count,
                let mark = TermSyntax.Mark(rawValue: String(characters[position + 1])),
                isMarkEnd(position + 2)
            {
                position += 2
                guard !text.isEmpty else { throw TermProblem("the mark /\(mark.rawValue) has no word before it") }
                return TermSyntax.MarkedWord(text: text, mark: mark, forms: try forms(), isSuffix: isSuffix)
            }
            if next == "/",
                position + 2 == characters.count || (position + 2 < characters.count && isMarkEnd(position + 2)),
                characters[position + 1].isLetter, characters[position + 1].isLowercase
            {
                throw TermProblem(
                    "unknown mark /\(characters[position + 1]); marks are /n /v /a (English), /n /h /v /x (Korean)")
            }
            text.append(next)
            position += 1
        }
        if text.isEmpty { throw TermProblem("~ has no word after it") }
        return TermSyntax.MarkedWord(text: text, mark: nil, isSuffix: isSuffix)
    }

    private func isMarkEnd(_ at: Int) -> Bool {
        at >= characters.count || [" ", "(", "}", ",", "\t"].contains(characters[at])
    }

    /// `(rose,risen)` after a mark.
    private mutating func forms() throws(TermProblem) -> [String] {
        guard peek() == "(" else { return [] }
        position += 1
        var forms = [""]
        while let next = peek(), next != ")" {
            if next == "," { forms.append("") } else { forms[forms.count - 1].append(next) }
            position += 1
        }
        guard peek() == ")" else { throw TermProblem("a ( without its )") }
        position += 1
        let trimmed = forms.map { Trimming.trim($0) }
        if trimmed.contains("") { throw TermProblem("an irregular form in the brackets is empty") }
        return trimmed
    }

    private func peek() -> Character? {
        position < characters.count ? characters[position] : nil
    }
}
