/// Finds all repeated keys of a text, where Yams stops at the first one: each is given a name that nobody writes, and the
/// text is parsed again.
struct RepeatedKeys {
    struct Found {
        let name: String
        let line: Int
        let firstLine: Int
    }

    private(set) var found: [Found] = []
    private var lines: [[UInt8]]
    /// More repeated keys than this are not worth a parse each.
    private static let limit = 50
    /// From the private use area, so that no file means it.
    private static let mark = "\u{F8FF}repeated"

    init(text: String) {
        lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
    }

    var text: String {
        String(decoding: Array(lines.joined(separator: [UInt8(ascii: "\n")])), as: UTF8.self)
    }

    static func isRenamed(_ key: String) -> Bool {
        key.hasPrefix(mark)
    }

    /// Renames the next key of that name after the place of the first (line and column from 1, in code points).
    mutating func renameNext(_ name: String, firstLine: Int, firstColumn: Int) -> Bool {
        guard found.count < Self.limit, lines.indices.contains(firstLine - 1) else { return false }
        let column = byteColumn(firstColumn, in: lines[firstLine - 1])
        let place =
            standsInFlow(line: firstLine - 1, column: column)
            ? nextInFlow(name, line: firstLine - 1, column: column)
            : nextInBlock(name, line: firstLine - 1, column: column)
        guard let place else { return false }
        lines[place.line].replaceSubrange(place.bytes, with: Array("\(Self.mark)\(found.count)".utf8))
        found.append(Found(name: name, line: place.line + 1, firstLine: firstLine))
        return true
    }

    private typealias Place = (line: Int, bytes: Range<Int>)

    /// In a block mapping all keys stand in one column, until a line is indented less.
    private func nextInBlock(_ name: String, line first: Int, column: Int) -> Place? {
        for index in lines.indices.dropFirst(first + 1) {
            let line = lines[index]
            let indent = line.prefix { $0 == 0x20 }.count
            if indent == column, let bytes = nextKey(name, in: line, from: column), bytes.lowerBound == column {
                return (index, bytes)
            }
            let isBlank = line.count == indent || line[indent] == UInt8(ascii: "#") || line[indent] == 0x0D
            if indent < column, !isBlank { return nil }
        }
        return nil
    }

    /// In a `{flow: mapping}` the next key of that name is the one.
    private func nextInFlow(_ name: String, line first: Int, column: Int) -> Place? {
        for index in lines.indices.dropFirst(first) {
            if let bytes = nextKey(name, in: lines[index], from: index == first ? column + 1 : 0) {
                return (index, bytes)
            }
        }
        return nil
    }

    /// Where `name`, plain or quoted and followed by a colon, stands next in a line.
    private func nextKey(_ name: String, in line: [UInt8], from: Int) -> Range<Int>? {
        let spellings = [Array(name.utf8), Array("\"\(name)\"".utf8), Array("'\(name)'".utf8)]
        guard from < line.count else { return nil }
        for start in from..<line.count {
            if start > 0, ![0x20, UInt8(ascii: ","), UInt8(ascii: "{")].contains(line[start - 1]) { continue }
            for spelling in spellings where line[start...].starts(with: spelling) {
                let end = start + spelling.count
                if line[end...].first(where: { $0 != 0x20 }) == UInt8(ascii: ":") { return start..<end }
            }
        }
        return nil
    }

    private func standsInFlow(line: Int, column: Int) -> Bool {
        let before = lines[line][..<min(column, lines[line].count)].last { $0 != 0x20 }
        return before == UInt8(ascii: "{") || before == UInt8(ascii: ",")
    }

    private func byteColumn(_ column: Int, in line: [UInt8]) -> Int {
        String(decoding: line, as: UTF8.self).unicodeScalars.prefix(column - 1).reduce(0) { $0 + UTF8.width($1) }
    }
}
