/// A term of an events.txt, where it is written.
struct WrittenCue: Sendable {
    enum Place: Sendable, Hashable {
        /// In a named set: `@ceo`.
        case set(String)
        /// In a rule that raises events of a type.
        case rule(String)
        /// In the `not=` of a rule or section.
        case exclusion(String)
        /// Stands for a company that is not named.
        case party
        /// Hides the cues that it covers.
        case hidden

        var description: String {
            switch self {
            case .set(let name): "cue of the set \(name)"
            case .rule(let type): "cue of \(type)"
            case .exclusion(let type): "excludes \(type)"
            case .party: "stands for a company"
            case .hidden: "hides cues"
            }
        }
    }

    let term: String
    let line: LexiconLine
    let place: Place

    /// All terms of a file, in the order in which they are written.
    static func all(in lines: [LexiconLine]) -> [WrittenCue] {
        var section = ""
        var found: [WrittenCue] = []
        for line in lines {
            if line.term.hasPrefix("@"), !line.term.contains(" .. "), let equals = line.term.firstIndex(of: "=") {
                let name = Trimming.trim(line.term[..<equals])
                found += cues(String(line.term[line.term.index(after: equals)...]), line, .set(name))
            } else if let head = line.section {
                section = head.name
                found += exclusions(line, section)
            } else if section == "none" || section == "party" {
                found.append(WrittenCue(term: line.term, line: line, place: section == "none" ? .hidden : .party))
            } else {
                for chain in EventFileReader.split(line.term, separator: " & ") {
                    for element in EventFileReader.split(chain, separator: " .. ") where !element.hasPrefix("<") {
                        found += cues(element, line, .rule(section))
                    }
                }
                found += exclusions(line, section)
            }
        }
        return found
    }

    /// The sets that a `not=` names.
    static func excludingSets(in lines: [LexiconLine]) -> Set<String> {
        Set(
            lines.flatMap { $0.fields.dropFirst().filter { $0.hasPrefix("not=") } }
                .flatMap { EventFileReader.split(String($0.dropFirst(4)), at: UInt8(ascii: ";")) }
                .filter { $0.hasPrefix("@") })
    }

    private static func exclusions(_ line: LexiconLine, _ section: String) -> [WrittenCue] {
        line.fields.dropFirst().flatMap { field in
            field.hasPrefix("not=") ? cues(String(field.dropFirst(4)), line, .exclusion(section)) : []
        }
    }

    private static func cues(_ text: String, _ line: LexiconLine, _ place: Place) -> [WrittenCue] {
        EventFileReader.split(text, at: UInt8(ascii: ";")).filter { !$0.isEmpty && !$0.hasPrefix("@") }
            .map { WrittenCue(term: $0, line: line, place: place) }
    }
}
