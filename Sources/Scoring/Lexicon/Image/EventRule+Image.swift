import NewsModel

extension EventRule {
    /// Writes rules as columns: twelve numbers each, then their elements and texts.
    static func write(_ rules: [EventRule], to image: inout ImageWriter) {
        image.write(rules.map(\.type.rawValue))
        image.write(rules.map { $0.phase?.rawValue ?? "" })
        image.write(rules.map { $0.role ?? "" })
        image.write(rules.map(\.factLevel.rawValue))
        image.write(rules.map { $0.unless.map(\.rawValue).joined(separator: " ") })
        image.write(rules.map(\.rule))
        image.write(rules.map(\.text))
        image.write(rules.map(\.score))
        image.write(
            rules.flatMap { rule in
                [
                    rule.typeNumber, rule.anchor.chain, rule.anchor.element, rule.exclusion ?? -1, rule.severity,
                    rule.needsParty ? 1 : 0, rule.language == .korean ? 1 : 0, rule.chains.count,
                ].map { Int32(truncatingIfNeeded: $0) }
            })
        image.write(rules.flatMap { $0.chains.map { Int32($0.count) } })
        image.write(rules.flatMap { $0.chains.joined().map(\.code) })
    }

    private static let numbersOfRule = 8

    static func read(_ image: inout ImageReader, setCount: Int) throws(ImageDamage) -> [EventRule] {
        let texts = try EventRuleTexts(&image)
        let scores = try image.doubles()
        let numbers = try image.int32s()
        var chainSizes = try image.int32s()[...]
        var elements = try image.int32s()[...]
        try ImageDamage.unless(scores.count == texts.count && numbers.count == numbersOfRule * texts.count)
        var rules: [EventRule] = []
        rules.reserveCapacity(texts.count)
        for index in 0..<texts.count {
            let own = Array(numbers[numbersOfRule * index..<numbersOfRule * (index + 1)]).map(Int.init)
            var chains: [[RuleElement]] = []
            try ImageDamage.unless(own[7] >= 0 && own[7] <= chainSizes.count)
            for _ in 0..<own[7] {
                let size = Int(chainSizes.removeFirst())
                try ImageDamage.unless(size >= 0 && size <= elements.count)
                var chain: [RuleElement] = []
                for code in elements.prefix(size) {
                    guard let element = RuleElement(code: code, setCount: setCount) else { throw ImageDamage() }
                    chain.append(element)
                }
                chains.append(chain)
                elements.removeFirst(size)
            }
            guard chains.indices.contains(own[1]), chains[own[1]].indices.contains(own[2]),
                case .cues = chains[own[1]][own[2]], own[3] < setCount, own[3] >= -1
            else { throw ImageDamage() }
            rules.append(
                EventRule(
                    type: EventType(rawValue: texts.types[index]), typeNumber: own[0], chains: chains,
                    anchor: (own[1], own[2]), exclusion: own[3] < 0 ? nil : own[3],
                    phase: try texts.phase(index), score: scores[index], severity: own[4], role: texts.role(index),
                    factLevel: try texts.factLevel(index), needsParty: own[5] == 1, unless: texts.unless(index),
                    rule: texts.rules[index], text: texts.texts[index], language: own[6] == 1 ? .korean : .english))
        }
        return rules
    }
}

/// The columns of text of the rules.
private struct EventRuleTexts {
    let types: [String]
    private let phases: [String]
    private let roles: [String]
    private let factLevels: [String]
    private let exceptions: [String]
    let rules: [String]
    let texts: [String]

    init(_ image: inout ImageReader) throws(ImageDamage) {
        types = try image.strings()
        phases = try image.strings()
        roles = try image.strings()
        factLevels = try image.strings()
        exceptions = try image.strings()
        rules = try image.strings()
        texts = try image.strings()
        for column in [phases, roles, factLevels, exceptions, rules, texts] where column.count != types.count {
            throw ImageDamage()
        }
    }

    var count: Int { types.count }

    func phase(_ index: Int) throws(ImageDamage) -> EventPhase? {
        if phases[index].isEmpty { return nil }
        guard let phase = EventPhase(rawValue: phases[index]) else { throw ImageDamage() }
        return phase
    }

    func role(_ index: Int) -> String? {
        roles[index].isEmpty ? nil : roles[index]
    }

    func factLevel(_ index: Int) throws(ImageDamage) -> FactLevel {
        guard let level = FactLevel(rawValue: factLevels[index]) else { throw ImageDamage() }
        return level
    }

    func unless(_ index: Int) -> [EventType] {
        exceptions[index].split(separator: " ").map { EventType(rawValue: String($0)) }
    }
}

extension RuleElement {
    /// A set of terms as its number, the others below zero.
    fileprivate var code: Int32 {
        switch self {
        case .cues(let set): Int32(set)
        case .company: -1
        case .rater: -2
        case .person: -3
        case .number: -4
        case .percent: -5
        case .money: -6
        }
    }

    fileprivate init?(code: Int32, setCount: Int) {
        switch code {
        case -1: self = .company
        case -2: self = .rater
        case -3: self = .person
        case -4: self = .number
        case -5: self = .percent
        case -6: self = .money
        default:
            guard code >= 0, code < setCount else { return nil }
            self = .cues(Int(code))
        }
    }
}
