import NewsModel
import TextMatching

extension LexiconParts {
    /// All parts as bytes.
    func write(to image: inout ImageWriter) {
        image.write([hash])
        image.write(automaton)
        image.write(firstWords.tables.slots)
        image.write(firstWords.tables.rests)
        image.write(useStart)
        image.write(
            uses.map { UInt32($0.kind.rawValue) | UInt32($0.conditions.rawValue) << 8 | UInt32($0.tail.rawValue) << 16 }
        )
        image.write(uses.map(\.payload))
        image.write(suffixSyllables)
        tails.write(to: &image)
        SentimentTerm.write(sentimentTerms, to: &image)
        image.write(cueStart)
        image.write(cueSets)
        image.write(setCount)
        EventRule.write(rules, to: &image)
        companies.write(to: &image)
        image.write(names.map(\.company))
        image.write(names.map(\.isAmbiguous))
        image.write(names.map(\.isBrand))
        ordinary.write(to: &image)
        image.write(korean.numbers)
        image.write(english.numbers)
        image.write(codes)
        image.write(codeCompanies)
    }

    /// Takes the parts from bytes. Every number that leads into another table is checked.
    init(_ image: inout ImageReader) throws(ImageDamage) {
        hash = try image.strings().first ?? ""
        let tables = try image.automatonTables()
        let slots = try image.uint32s()
        let rests = try image.uint8s()
        useStart = try image.int32s()
        let flags = try image.uint32s()
        let payloads = try image.int32s()
        try ImageDamage.unless(useStart, cut: flags.count)
        try ImageDamage.unless(payloads.count == flags.count)
        let patternCount = useStart.count - 1
        guard let automaton = PatternAutomaton(tables: tables, patternCount: patternCount),
            let firstWords = FirstWords(slots: slots, rests: rests, automaton, patternCount: patternCount)
        else { throw ImageDamage() }
        self.automaton = automaton
        self.firstWords = firstWords
        uses = try Self.uses(flags, payloads)
        suffixSyllables = try image.bools()
        tails = try TailGrammar(&image)
        sentimentTerms = try SentimentTerm.read(&image)
        cueStart = try image.int32s()
        cueSets = try image.int32s()
        setCount = try image.int()
        rules = try EventRule.read(&image, setCount: setCount)
        companies = try CompanyTable(&image)
        let owners = try image.int32s()
        let ambiguous = try image.bools()
        let brands = try image.bools()
        try ImageDamage.unless(ambiguous.count == owners.count && brands.count == owners.count)
        names = owners.indices.map {
            LexiconName(company: owners[$0], isAmbiguous: ambiguous[$0], isBrand: brands[$0])
        }
        ordinary = try OrdinaryWords(&image)
        korean = try Self.parameters(&image)
        english = try Self.parameters(&image)
        let codeTables = try image.automatonTables()
        codeCompanies = try image.int32s()
        guard let codes = PatternAutomaton(tables: codeTables, patternCount: codeCompanies.count) else {
            throw ImageDamage()
        }
        self.codes = codes
        try check()
    }

    private static func uses(_ flags: [UInt32], _ payloads: [Int32]) throws(ImageDamage) -> [TermUse] {
        var uses: [TermUse] = []
        uses.reserveCapacity(flags.count)
        for (flags, payload) in zip(flags, payloads) {
            guard let kind = TermUse.Kind(rawValue: UInt8(truncatingIfNeeded: flags)) else { throw ImageDamage() }
            uses.append(
                TermUse(
                    kind: kind, conditions: TermUse.Conditions(rawValue: UInt8(truncatingIfNeeded: flags >> 8)),
                    tail: TailSet(rawValue: UInt16(truncatingIfNeeded: flags >> 16)), payload: payload))
        }
        return uses
    }

    private static func parameters(_ image: inout ImageReader) throws(ImageDamage) -> ScoringParameters {
        guard let parameters = ScoringParameters(numbers: try image.doubles()) else { throw ImageDamage() }
        return parameters
    }

    private func check() throws(ImageDamage) {
        try ImageDamage.unless(suffixSyllables.count == Syllable.count && setCount > CueTable.partySet)
        try ImageDamage.unless(cueStart, cut: cueSets.count)
        try ImageDamage.unless(cueSets, areBelow: setCount)
        try ImageDamage.unless(names.map(\.company), areBelow: companies.entries.count)
        try ImageDamage.unless(codeCompanies, areBelow: companies.entries.count)
        for use in uses {
            let count =
                switch use.kind {
                case .sentiment, .hide: sentimentTerms.count
                case .cue: cueStart.count - 1
                case .name: names.count
                case .hideCues: 1
                }
            guard use.payload >= 0, use.payload < count else { throw ImageDamage() }
        }
    }
}

extension ImageWriter {
    mutating func write(_ automaton: PatternAutomaton) {
        let tables = automaton.tables
        write(tables.slots)
        write(tables.tails)
        write(tables.stateCount)
    }
}

extension ImageReader {
    mutating func automatonTables() throws(ImageDamage) -> PatternAutomaton.Tables {
        PatternAutomaton.Tables(slots: try uint32s(), tails: try uint8s(), stateCount: try int())
    }
}
