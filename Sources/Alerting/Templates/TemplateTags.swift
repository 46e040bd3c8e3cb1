import StrictYAML

/// The tags of a Mustache template, looked over before the template is used.
struct TemplateTags {
    let file: String
    private(set) var problems: [YAMLProblem] = []

    /// Refuses tags that a message template does not need (partials, unescaped values, other delimiters) and names that
    /// no alert has.
    init(checking text: String, file: String) {
        self.file = file
        var rest = Array(text.utf8)[...]
        var line = 1
        while let open = Self.next("{{", in: rest) {
            line += Self.lineBreaks(rest[rest.startIndex..<open])
            let inside = rest[(open + 2)...]
            // What has no end is told by the parser.
            guard let close = Self.next("}}", in: inside) else { return }
            check(String(decoding: inside[inside.startIndex..<close], as: UTF8.self), line: line)
            line += Self.lineBreaks(rest[open..<close])
            rest = rest[(close + 2)...]
        }
    }

    private mutating func check(_ tag: String, line: Int) {
        let trimmed = tag.trimmed
        guard let first = trimmed.utf8.first else { return refuse(line, "a tag is empty") }
        switch first {
        case UInt8(ascii: "!"): return
        case UInt8(ascii: "{"), UInt8(ascii: "&"):
            return refuse(line, "{{\(trimmed)}}: values are always escaped; write {{name}}")
        case UInt8(ascii: ">"), UInt8(ascii: "<"), UInt8(ascii: "$"), UInt8(ascii: "="), UInt8(ascii: "%"):
            return refuse(line, "{{\(trimmed)}}: partials, blocks, pragmas and other delimiters are not taken here")
        case UInt8(ascii: "#"), UInt8(ascii: "^"), UInt8(ascii: "/"):
            checkName(String(trimmed.dropFirst()).trimmed, line: line)
        default:
            checkName(trimmed, line: line)
        }
    }

    private mutating func checkName(_ name: String, line: Int) {
        // uppercased(company): the transforms of swift-mustache stand around the name; last() stands for a place in a list.
        let bare = name.split(separator: "(").last.map { String($0.prefix { $0 != ")" }).trimmed } ?? name
        if bare == "." || Self.names.contains(bare) || Self.places.contains(name) { return }
        let meant = NearestName.of(bare, among: Self.names).map { " (did you mean \"\($0)\"?)" } ?? ""
        refuse(line, "unknown name \"\(bare)\"\(meant); valid names: \(Self.names.joined(separator: ", "))")
    }

    /// Every name that some template may use.
    static let names = AlertView.names + BodyView.names
    private static let places: Set<String> = ["first()", "last()", "index()", "even()", "odd()"]

    private mutating func refuse(_ line: Int, _ message: String) {
        problems.append(YAMLProblem(file: file, line: line, message))
    }

    private static func next(_ mark: StaticString, in bytes: ArraySlice<UInt8>) -> Int? {
        let wanted = Array("\(mark)".utf8)
        guard bytes.count >= 2 else { return nil }
        return (bytes.startIndex..<(bytes.endIndex - 1)).first { bytes[$0] == wanted[0] && bytes[$0 + 1] == wanted[1] }
    }

    private static func lineBreaks(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
    }
}

extension String {
    /// Without spaces and line breaks at both ends.
    fileprivate var trimmed: String {
        let dropped = drop { $0.isWhitespace }
        let end = dropped.lastIndex { !$0.isWhitespace }
        return end.map { String(dropped[...$0]) } ?? ""
    }
}
