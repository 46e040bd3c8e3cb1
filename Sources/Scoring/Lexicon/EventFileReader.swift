import NewsModel

/// Reads events.txt of one language into rules whose elements are still terms in text.
struct EventFileReader {
    /// An element before its terms are compiled.
    enum Element: Hashable {
        /// `name` is the set's name, or the one term.
        case terms([String], name: String)
        case special(RuleElement)
    }

    struct Rule {
        var line: LexiconLine
        var type: EventType
        var chains: [[Element]]
        var fields: Fields
    }

    /// What a section gives by default and a rule may change.
    struct Fields {
        var phase: EventPhase?
        var score = 0.0
        var severity = 30
        var role: String?
        var factLevel = FactLevel.fact
        var needsParty = true
        var exclusions: [String] = []
        var unless: [EventType] = []
        /// What `not=` says, as far as it was read; the same text stands for the same terms.
        var exclusionName = ""
    }

    let language: Language
    private(set) var rules: [Rule] = []
    /// Terms of `[none]`: they hide what they cover.
    private(set) var hidden: [(line: LexiconLine, term: String)] = []
    /// Terms of `[party]`: they stand for a company that is not named.
    private(set) var parties: [(line: LexiconLine, term: String)] = []
    private(set) var problems: [LexiconProblem] = []
    private var sets: [String: [String]] = [:]
    private var section = Section.outside

    private enum Section {
        case outside, none, party
        case type(EventType, Fields)
        /// A section whose head was refused: its lines are not reported again.
        case broken
    }

    init(language: Language) {
        self.language = language
    }

    mutating func read(_ lines: [LexiconLine]) {
        for line in lines where line.term.hasPrefix("@") && line.term.contains("=") && !line.term.contains("..") {
            readSet(line)
        }
        for line in lines {
            if line.term.hasPrefix("@"), line.term.contains("="), !line.term.contains("..") { continue }
            if let head = line.section { readSection(line, head) } else { readLine(line) }
        }
        checkUnless()
    }

    /// A type that no rule raises can never stand in for another.
    private mutating func checkUnless() {
        let raised = Set(rules.map(\.type))
        var reported: Set<EventType> = []
        for rule in rules {
            for type in rule.fields.unless where !raised.contains(type) && reported.insert(type).inserted {
                report(rule.line, "unless=\(type.rawValue): no rule of this file raises that type")
            }
        }
    }

    private mutating func readSet(_ line: LexiconLine) {
        guard let equals = line.term.firstIndex(of: "=") else { return }
        let name = Trimming.trim(line.term[..<equals])
        if sets[name] != nil { return report(line, "the set \(name) is defined twice") }
        var terms: [String] = []
        for part in Self.split(String(line.term[line.term.index(after: equals)...]), at: UInt8(ascii: ";")) {
            if part.hasPrefix("@") {
                guard let other = sets[part] else {
                    return report(line, "unknown set \(part); define it on a line above")
                }
                terms += other
            } else if !part.isEmpty {
                terms.append(part)
            }
        }
        if terms.isEmpty { return report(line, "the set \(name) is empty; write \(name) = TERM; TERM") }
        sets[name] = terms
    }

    private mutating func readSection(_ line: LexiconLine, _ head: (name: String, rest: String)) {
        switch head.name {
        case "none": section = .none
        case "party": section = .party
        default:
            guard Self.isType(head.name) else {
                report(line, "[\(head.name)] is no event type; write GROUP.TYPE in small letters, [none] or [party]")
                section = .broken
                return
            }
            var fields = Fields()
            for field in head.rest.split(separator: " ").map(String.init) + line.fields.dropFirst()
            where !apply(field, to: &fields) {
                report(line, Self.fieldHelp(field))
            }
            section = .type(EventType(rawValue: head.name), fields)
        }
    }

    private mutating func readLine(_ line: LexiconLine) {
        switch section {
        case .broken: break
        case .outside: report(line, "a rule before any section; begin with a section such as [legal.lawsuit]")
        case .none: hidden.append((line, line.term))
        case .party: parties.append((line, line.term))
        case .type(let type, var fields):
            for field in line.fields.dropFirst() where !apply(field, to: &fields) {
                report(line, Self.fieldHelp(field))
            }
            guard let chains = chains(of: line) else { return }
            rules.append(Rule(line: line, type: type, chains: chains, fields: fields))
        }
    }

    private mutating func chains(of line: LexiconLine) -> [[Element]]? {
        var chains: [[Element]] = []
        for part in Self.split(line.term, separator: " & ") {
            var chain: [Element] = []
            for text in Self.split(part, separator: " .. ") {
                guard let element = element(text, line) else { return nil }
                chain.append(element)
            }
            chains.append(chain)
        }
        let hasTerms = chains.joined().contains { if case .terms = $0 { true } else { false } }
        if !hasTerms {
            report(line, "a rule needs at least one term; <...> elements alone would fire everywhere")
            return nil
        }
        return chains
    }

    private mutating func element(_ text: String, _ line: LexiconLine) -> Element? {
        if text.isEmpty {
            report(line, "an element is empty; write TERM .. TERM or TERM & TERM")
            return nil
        }
        if text.hasPrefix("@") {
            guard let terms = sets[text] else {
                report(line, "unknown set \(text); define it with \(text) = TERM; TERM")
                return nil
            }
            return .terms(terms, name: text)
        }
        if text.hasPrefix("<") {
            guard let special = RuleElement.names[text] else {
                report(
                    line, "unknown element \(text); there are \(RuleElement.names.keys.sorted().joined(separator: " "))"
                )
                return nil
            }
            return .special(special)
        }
        return .terms([text], name: text)
    }

    /// False where the field cannot be read.
    private mutating func apply(_ field: String, to fields: inout Fields) -> Bool {
        guard let equals = field.firstIndex(of: "=") else { return field.isEmpty }
        let value = Trimming.trim(field[field.index(after: equals)...])
        switch Trimming.trim(field[..<equals]) {
        case "phase":
            guard let phase = EventPhase(rawValue: value) else { return false }
            fields.phase = phase
        case "score":
            guard let score = Double(value.hasPrefix("+") ? String(value.dropFirst()) : value),
                (-1.0...1.0).contains(score)
            else { return false }
            fields.score = score
        case "severity":
            guard let severity = Int(value), (0...100).contains(severity) else { return false }
            fields.severity = severity
        case "role":
            guard !value.isEmpty else { return false }
            fields.role = value
        case "fact":
            guard let level = FactLevel(rawValue: value) else { return false }
            fields.factLevel = level
        case "party":
            guard ["company", "any"].contains(value) else { return false }
            fields.needsParty = value == "company"
        case "unless":
            let names = Self.split(value, at: UInt8(ascii: ";"))
            guard names.allSatisfy(Self.isType) else { return false }
            fields.unless += names.map { EventType(rawValue: $0) }
        case "not":
            fields.exclusionName += "| not=\(value)"
            for term in Self.split(value, at: UInt8(ascii: ";")) where !term.isEmpty {
                if term.hasPrefix("@") {
                    guard let set = sets[term] else { return false }
                    fields.exclusions += set
                } else {
                    fields.exclusions.append(term)
                }
            }
        default: return false
        }
        return true
    }

    private static func fieldHelp(_ field: String) -> String {
        let phases = EventPhase.allCases.map(\.rawValue).joined(separator: " ")
        return "cannot read `\(field)`; fields are phase= (\(phases)), severity=0..100, score=-1..1, role=, "
            + "fact=fact|forecast|opinion, party=company|any, not=TERM; TERM, "
            + "unless=TYPE; TYPE"
    }

    private mutating func report(_ line: LexiconLine, _ message: String) {
        problems.append(line.problem(message))
    }

    /// `GROUP.TYPE`.
    private static func isType(_ name: String) -> Bool {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(isCodeLetter) }
    }

    private static func isCodeLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_")
    }

    static func split(_ text: String, at separator: UInt8) -> [String] {
        let bytes = Array(text.utf8)
        return bytes.split(separator: separator, omittingEmptySubsequences: false)
            .map { Trimming.trimmed(bytes, $0.startIndex, $0.endIndex) }
    }

    static func split(_ text: String, separator: String) -> [String] {
        let marker = Array(separator.utf8)
        let bytes = Array(text.utf8)
        var parts: [String] = []
        var start = 0
        var index = 0
        while index + marker.count <= bytes.count {
            if bytes[index] == marker[0], bytes[index..<index + marker.count].elementsEqual(marker) {
                parts.append(Trimming.trimmed(bytes, start, index))
                index += marker.count
                start = index
            } else {
                index += 1
            }
        }
        return parts + [Trimming.trimmed(bytes, start, bytes.count)]
    }
}
