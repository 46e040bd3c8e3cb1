import NewsModel
import TextMatching

/// Puts what the readers found together: terms become patterns, rules get numbers for their terms.
struct LexiconBuilder {
    private(set) var problems: [LexiconProblem] = []
    /// What `lexicon check` reports, but does no harm: a term that never counts.
    private(set) var warnings: [LexiconProblem] = []
    private(set) var patterns = PatternTable()
    private(set) var cues = CueTable()
    private(set) var sentimentTerms: [SentimentTerm] = []
    private(set) var rules: [EventRule] = []
    private(set) var companies: [LexiconCompany] = []
    private(set) var names: [LexiconName] = []
    private(set) var ordinary: OrdinaryWords
    private(set) var parameters = ParameterFileReader()
    let tails = TailGrammar.shared
    /// Numbers of the sets of terms of the language at hand, by their name or their one term.
    private var setNumbers: [String: Int] = [:]
    /// `FILE:LINE` of each name, for those who look into the lexicons.
    private(set) var nameRules: [String] = []
    /// Lines of `[none]` so far: they are numbered through both languages for the same.
    private var hiddenCount = 0
    private var typeNumbers: [EventType: Int] = [:]
    /// Whether each entry keeps its own number, for those who look into the lexicons; a scorer has equal ones joined.
    let keepsEntries: Bool

    /// - Parameter keepsEntries: gathers `warnings` and `nameRules` too.
    init(keepsEntries: Bool = false) {
        self.keepsEntries = keepsEntries
        ordinary = OrdinaryWords([], &problems)
    }

    mutating func read(_ files: LexiconFiles) {
        readLanguage(.korean, files)
        readLanguage(.english, files)
        readCompanies(files)
        parameters.read(files.lines[LexiconFiles.parameterFile] ?? [])
        problems += parameters.problems
        ordinary = OrdinaryWords(files.lines[LexiconFiles.ordinaryFile] ?? [], &problems)
    }

    private mutating func readLanguage(_ language: Language, _ files: LexiconFiles) {
        func lines(_ name: String) -> [LexiconLine] { files.lines["\(language.rawValue)/\(name)"] ?? [] }
        var reader = SentimentFileReader(language: language)
        reader.readPolarity(lines("polarity.txt"))
        reader.readMetrics(lines("metrics.txt"))
        reader.readDirections(lines("directions.txt"))
        reader.readModifiers(lines("modifiers.txt"))
        problems += reader.problems
        var known = ByteStringTable(capacity: reader.terms.count)
        var firstRules: [String] = []
        for (line, term) in reader.terms {
            let (number, isNew) = known.insert(Array(term.term.utf8))
            if !isNew {
                let first = firstRules[number]
                problems.append(line.problem("`\(term.term)` stands already at \(first); keep one of the two"))
                continue
            }
            firstRules.append(term.rule)
            addSentiment(term, line)
        }
        var events = EventFileReader(language: language)
        events.read(lines("events.txt"))
        problems += events.problems
        for (line, term) in events.hidden {
            addSurfaces(term, line, kind: .hideCues, payload: keepsEntries ? hiddenCount : 0, language)
            hiddenCount += 1
        }
        for (line, term) in events.parties {
            if let cue = cue(term, line, language) { cues.addParty(cue) }
        }
        setNumbers = [:]
        for rule in events.rules { add(rule, language) }
        if keepsEntries { reportUnreachable(events) }
    }

    /// A cue that `[none]` hides whole never counts.
    private mutating func reportUnreachable(_ events: EventFileReader) {
        let hidden = Dictionary(
            events.hidden.map { (Array($0.term.utf8), $0.line.rule) }, uniquingKeysWith: { first, _ in first })
        for rule in events.rules {
            for case .terms(let terms, _) in rule.chains.joined() {
                for term in terms {
                    guard let first = hidden[Array(term.utf8)] else { continue }
                    warnings.append(
                        rule.line.problem("`\(term)` is hidden whole at \(first) and never counts; keep one of the two")
                    )
                }
            }
        }
    }

    private mutating func addSentiment(_ term: SentimentTerm, _ line: LexiconLine) {
        let isHiding = term.meaning == .polarity(0)
        addSurfaces(term.term, line, kind: isHiding ? .hide : .sentiment, payload: sentimentTerms.count, term.language)
        sentimentTerms.append(term)
    }

    private mutating func add(_ rule: EventFileReader.Rule, _ language: Language) {
        var chains: [[RuleElement]] = []
        var anchor: (chain: Int, element: Int)?
        for (chainIndex, chain) in rule.chains.enumerated() {
            var elements: [RuleElement] = []
            for (index, element) in chain.enumerated() {
                switch element {
                case .special(let special): elements.append(special)
                case .terms(let terms, let name):
                    elements.append(.cues(set(of: terms, name: name, rule.line, language)))
                    anchor = (chainIndex, index)
                }
            }
            chains.append(elements)
        }
        guard let anchor else { return }
        let fields = rule.fields
        let exclusion =
            fields.exclusions.isEmpty
            ? nil : set(of: fields.exclusions, name: fields.exclusionName, rule.line, language)
        rules.append(
            EventRule(
                type: rule.type, typeNumber: number(of: rule.type), chains: chains, anchor: anchor,
                exclusion: exclusion, phase: fields.phase,
                score: fields.score,
                severity: fields.severity, role: fields.role, factLevel: fields.factLevel,
                needsParty: fields.needsParty, unless: fields.unless,
                rule: rule.line.rule, text: rule.line.term, language: language))
    }

    private mutating func number(of type: EventType) -> Int {
        if let number = typeNumbers[type] { return number }
        typeNumbers[type] = typeNumbers.count
        return typeNumbers.count - 1
    }

    private mutating func set(of terms: [String], name: String, _ line: LexiconLine, _ language: Language) -> Int {
        if let number = setNumbers[name] { return number }
        var numbers: [Int] = []
        for term in terms {
            if let cue = cue(term, line, language) { numbers.append(cue) }
        }
        let number = cues.set(numbers)
        setNumbers[name] = number
        return number
    }

    private mutating func cue(_ term: String, _ line: LexiconLine, _ language: Language) -> Int? {
        let (number, isNew) = cues.cue(term, language: language.rawValue)
        if isNew { addSurfaces(term, line, kind: .cue, payload: number, language) }
        return number
    }

    private mutating func addSurfaces(
        _ text: String, _ line: LexiconLine, kind: TermUse.Kind, payload: Int, _ language: Language
    ) {
        do {
            let surfaces = try TermExpansion.surfaces(of: try TermSyntax(text))
            let conditions: TermUse.Conditions = language == .korean ? .korean : .english
            for surface in surfaces { patterns.add(surface, kind: kind, payload: payload, conditions: conditions) }
        } catch {
            problems.append(line.problem("`\(text)`: \(error.message)"))
        }
    }

    /// Adds one term for `lexicon match`, whatever its language; gives what is wrong with it, or nil.
    mutating func addTerm(_ text: String, payload: Int) -> String? {
        do {
            for surface in try TermExpansion.surfaces(of: try TermSyntax(text)) {
                patterns.add(surface, kind: .cue, payload: payload, conditions: [.korean, .english])
            }
            return nil
        } catch {
            return "`\(text)`: \(error.message)"
        }
    }

    private mutating func readCompanies(_ files: LexiconFiles) {
        func lines(_ name: String) -> [LexiconLine] { files.lines["companies/\(name)"] ?? [] }
        var reader = CompanyFileReader()
        reader.readListed(lines("krx.txt"))
        reader.readListed(lines("us.txt"))
        reader.readAliases(lines("aliases.txt"))
        for extra in files.extras {
            reader.readListed(extra.filter { $0.term.contains(":") })
            reader.readUnlisted(extra.filter { !$0.term.contains(":") }, kind: .unlisted)
        }
        reader.readRaters(lines("raters.txt"))
        reader.readUnlisted(lines("unlisted.txt"), kind: .unlisted)
        reader.readUnlisted(lines("groups.txt"), kind: .group)
        reader.readContext(lines("context.txt"))
        problems += reader.problems
        companies = reader.companies
        addNames(ambiguous: Self.table(reader.ambiguous.map(\.name)), brands: Self.table(reader.brands))
    }

    private static func table(_ names: [String]) -> ByteStringTable {
        var table = ByteStringTable(capacity: names.count)
        for name in names { _ = table.insert(NormalText.pattern(name)) }
        return table
    }

    /// The first company of a name keeps it: listings in the order of the lists, then raters, unlisted ones, groups.
    ///
    /// A listing's own name goes before what others are called for short: DB is the company, DB증권 only its broker.
    private mutating func addNames(ambiguous: ByteStringTable, brands: ByteStringTable) {
        var listed = ByteStringTable(capacity: companies.count)
        var owners: [Int] = []
        for (index, company) in companies.enumerated() where company.company.id != nil {
            if listed.insert(NormalText.pattern(company.company.name)).isNew { owners.append(index) }
        }
        var added = ByteStringTable(capacity: companies.count * 2)
        for (index, company) in companies.enumerated() {
            for (name, line) in company.names {
                let bytes = NormalText.pattern(name)
                if let number = listed.number(of: bytes), owners[number] != index { continue }
                guard !bytes.isEmpty, added.insert(bytes).isNew else { continue }
                let entry = LexiconName(
                    company: Int32(index), isAmbiguous: ambiguous.contains(bytes), isBrand: brands.contains(bytes))
                let surface = Surface(bytes: bytes, tail: NameShape.tail, isSuffix: false, isVerb: false)
                patterns.add(surface, kind: .name, payload: names.count, conditions: NameShape.conditions(of: name))
                names.append(entry)
                if keepsEntries { nameRules.append(line.rule) }
            }
        }
    }
}

/// How a company's name may be written in a text.
enum NameShape {
    static let tail: TailSet = [.empty, .name]

    /// Latin names need a capital; short names of capitals only (SK, IBM, GE) need them all.
    static func conditions(of name: String) -> TermUse.Conditions {
        var conditions: TermUse.Conditions = [.korean, .english]
        guard let first = name.unicodeScalars.first, first.value < 0x250 else { return conditions }
        let (letters, capitals) = count(name)
        if letters == 0 { return conditions }
        conditions.insert(letters == capitals && letters <= 4 ? .allCapitals : .capital)
        if letters <= 4, letters != capitals { conditions.insert(.short) }
        return conditions
    }

    private static func count(_ name: String) -> (letters: Int, capitals: Int) {
        var letters = 0
        var capitals = 0
        for byte in name.utf8 {
            if byte >= 0x80 { return countNormal(name) }
            if (0x61...0x7A).contains(byte) { letters += 1 }
            if (0x41...0x5A).contains(byte) { capitals += 1 }
        }
        return (letters + capitals, capitals)
    }

    /// The same for a name with letters outside ASCII.
    private static func countNormal(_ name: String) -> (letters: Int, capitals: Int) {
        var letters = 0
        var capitals = 0
        let normal = NormalText(name)
        for index in normal.bytes.indices where normal.characterClass(at: index) == CharacterClass.letter {
            letters += 1
            if normal.flags[index] & CharacterClass.capital != 0 { capitals += 1 }
        }
        return (letters, capitals)
    }
}
