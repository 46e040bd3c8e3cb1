import NewsModel

extension SentimentTerm {
    /// Writes terms as columns: text, rule, language, kind and three numbers of the meaning.
    static func write(_ terms: [SentimentTerm], to image: inout ImageWriter) {
        image.write(terms.map(\.term))
        image.write(terms.map(\.rule))
        image.write(terms.map { $0.language == .korean } as [Bool])
        image.write(terms.map { $0.code.kind })
        image.write(terms.flatMap { $0.code.numbers })
    }

    static func read(_ image: inout ImageReader) throws(ImageDamage) -> [SentimentTerm] {
        let texts = try image.strings()
        let rules = try image.strings()
        let korean = try image.bools()
        let kinds = try image.uint8s()
        let numbers = try image.doubles()
        let count = texts.count
        try ImageDamage.unless(
            rules.count == count && korean.count == count && kinds.count == count && numbers.count == 3 * count)
        var terms: [SentimentTerm] = []
        terms.reserveCapacity(count)
        for index in 0..<count {
            guard let meaning = SentimentMeaning(kinds[index], numbers[3 * index..<3 * index + 3]) else {
                throw ImageDamage()
            }
            terms.append(
                SentimentTerm(
                    term: texts[index], meaning: meaning, rule: rules[index],
                    language: korean[index] ? .korean : .english))
        }
        return terms
    }

    private var code: (kind: UInt8, numbers: [Double]) {
        switch meaning {
        case .polarity(let weight): (0, [weight, 0, 0])
        case .metric(let isGood, let alone): (isGood ? 1 : 2, [alone, 0, 0])
        case .direction(let sign, let strength, let alone): (3, [sign, strength, alone])
        case .modifier(let modifier):
            (
                4 + UInt8(Modifier.Kind.allCases.firstIndex(of: modifier.kind) ?? 0),
                [modifier.factor, modifier.reach == .after ? 1 : 0, 0]
            )
        }
    }
}

extension SentimentMeaning {
    /// What `SentimentTerm.code` wrote; nil for an unknown kind.
    fileprivate init?(_ kind: UInt8, _ numbers: ArraySlice<Double>) {
        let numbers = Array(numbers)
        switch kind {
        case 0: self = .polarity(numbers[0])
        case 1, 2: self = .metric(isGood: kind == 1, alone: numbers[0])
        case 3: self = .direction(sign: numbers[0], strength: numbers[1], alone: numbers[2])
        default:
            let kinds = Modifier.Kind.allCases
            guard Int(kind) - 4 < kinds.count else { return nil }
            self = .modifier(
                Modifier(
                    kind: kinds[Int(kind) - 4], factor: numbers[0], reach: numbers[1] == 1 ? .after : .before))
        }
    }
}
