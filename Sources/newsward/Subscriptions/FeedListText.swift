/// The list of feeds in the text of newsward.yaml, changed line by line so that all else stays as the user wrote it.
///
/// Comments inside an entry go with it; comments above it stay.
struct FeedListText {
    /// Why the text cannot be changed by a program.
    struct Problem: Error {
        let line: Int
        let message: String
    }

    private var lines: [String]
    /// The lines of each entry.
    private let entries: [Range<Int>]
    /// The line of `feeds:`; nil where the file has none.
    private let head: Int?
    /// Blanks before the dash of an entry.
    private let indentation: Int
    private let lineEnd: String

    init(_ text: String) throws(Problem) {
        lineEnd = text.contains("\r\n") ? "\r" : ""
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        // "\r\n" is one character to Swift: without this the lines would not be cut at it.
        if !lineEnd.isEmpty {
            lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
        }
        head = lines.firstIndex { $0.hasPrefix("feeds:") }
        guard let head else {
            (entries, indentation) = ([], 2)
            return
        }
        let rest = Self.withoutComment(lines[head].dropFirst("feeds:".count).prefix { $0 != "#" })
        guard rest.isEmpty || rest == "[]" else {
            throw Problem(line: head + 1, message: "the list of feeds is written in one line; write one entry a line")
        }
        (entries, indentation) = Self.entries(lines, after: head)
    }

    var count: Int { entries.count }

    /// The text with entries behind those that are there.
    func adding(_ feeds: [FeedEntry]) -> String {
        var new = lines
        let block = feeds.flatMap { $0.yaml(indentation: indentation) }.map { $0 + lineEnd }
        if let head {
            new[head] = new[head].replacing(" []", with: "", maxReplacements: 1)
            let place = entries.last?.upperBound ?? head + 1
            new.insert(contentsOf: block, at: place)
            if place == lines.count { new.append("") }
        } else {
            if new.last?.isEmpty == true { new.removeLast() }
            new += ["" + lineEnd, "feeds:" + lineEnd] + block + [""]
        }
        return new.joined(separator: "\n")
    }

    /// The text without some of its entries.
    func removing(_ places: Set<Int>) -> String {
        var new = lines
        for place in places.sorted(by: >) { new.removeSubrange(entries[place]) }
        return new.joined(separator: "\n")
    }

    private static func entries(_ lines: [String], after head: Int) -> ([Range<Int>], Int) {
        var entries: [Range<Int>] = []
        var indentation: Int?
        for number in (head + 1)..<max(lines.count, head + 1) {
            let line = lines[number]
            let blanks = line.prefix { $0 == " " }.count
            let content = withoutComment(line.dropFirst(blanks))
            if content.isEmpty {
                // A comment that is set deeper than the dash belongs to the entry above it.
                let isComment = line.dropFirst(blanks).first == "#"
                if isComment, blanks > indentation ?? .max, entries.last?.upperBound == number {
                    entries[entries.count - 1] = entries[entries.count - 1].lowerBound..<(number + 1)
                }
                continue
            }
            let isDash = content == "-" || content.hasPrefix("- ")
            if blanks == 0, !isDash { break }
            if isDash, blanks == indentation ?? blanks {
                indentation = blanks
                entries.append(number..<(number + 1))
            } else if let last = entries.last {
                entries[entries.count - 1] = last.lowerBound..<(number + 1)
            }
        }
        return (entries, indentation ?? 2)
    }

    /// The content of a line that begins with a comment is empty; a `#` later in it may stand in a text.
    private static func withoutComment(_ text: Substring) -> Substring {
        let content = text.drop { $0 == " " || $0 == "\t" }
        guard content.first != "#" else { return "" }
        return content.last.map { $0 == "\r" || $0 == " " } == true ? withoutComment(content.dropLast()) : content
    }
}
