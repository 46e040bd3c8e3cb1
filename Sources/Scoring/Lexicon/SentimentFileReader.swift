import NewsModel

/// Reads polarity.txt, metrics.txt, directions.txt and modifiers.txt of one language.
struct SentimentFileReader {
    let language: Language
    private(set) var terms: [(line: LexiconLine, term: SentimentTerm)] = []
    private(set) var problems: [LexiconProblem] = []

    init(language: Language) {
        self.language = language
    }

    mutating func readPolarity(_ lines: [LexiconLine]) {
        for line in lines {
            guard line.fields.count == 2, let weight = number(line.fields[1]), (-4.0...4.0).contains(weight) else {
                report(line, "write TERM | WEIGHT, the weight a number from -4 to +4")
                continue
            }
            add(line, .polarity(weight))
        }
    }

    mutating func readMetrics(_ lines: [LexiconLine]) {
        for line in lines {
            guard (2...3).contains(line.fields.count), ["good", "bad"].contains(line.fields[1]) else {
                report(line, "write TERM | good or TERM | bad: what it means when the quantity is high")
                continue
            }
            guard let alone = alone(line) else { continue }
            add(line, .metric(isGood: line.fields[1] == "good", alone: alone))
        }
    }

    mutating func readDirections(_ lines: [LexiconLine]) {
        for line in lines {
            guard (2...3).contains(line.fields.count), let (sign, strength) = movement(line.fields[1]) else {
                report(line, "write TERM | up STRENGTH or TERM | down STRENGTH, the strength a number from 0.5 to 4")
                continue
            }
            guard let alone = alone(line) else { continue }
            add(line, .direction(sign: sign, strength: strength, alone: alone))
        }
    }

    /// The weight of the third field, 0 where there is none, nil where it cannot be read.
    private mutating func alone(_ line: LexiconLine) -> Double? {
        guard line.fields.count == 3 else { return 0 }
        guard let (key, value) = pair(line.fields[2]), key == "alone", let weight = number(value),
            (-4.0...4.0).contains(weight)
        else {
            report(line, "unknown field `\(line.fields[2])`; the only one is alone=WEIGHT, a number from -4 to +4")
            return nil
        }
        return weight
    }

    mutating func readModifiers(_ lines: [LexiconLine]) {
        var kind: Modifier.Kind?
        for line in lines {
            if let section = line.section {
                kind = Modifier.Kind(rawValue: section.name)
                if kind == nil {
                    let valid = Modifier.Kind.allCases.map { "[\($0.rawValue)]" }.joined(separator: " ")
                    report(line, "unknown section [\(section.name)]; sections are \(valid)")
                }
            } else if let kind {
                readModifier(line, kind)
            } else {
                report(line, "a term before any section; begin with a section such as [negation]")
            }
        }
    }

    private mutating func readModifier(_ line: LexiconLine, _ kind: Modifier.Kind) {
        var modifier = Modifier(kind: kind, factor: Self.defaultFactor(kind), reach: defaultReach(kind))
        for field in line.fields.dropFirst() {
            if let (key, value) = pair(field) {
                guard key == "reach", let reach = Modifier.Reach(rawValue: value) else {
                    report(line, "unknown field `\(field)`; the only one is reach=before or reach=after")
                    return
                }
                modifier.reach = reach
            } else if kind == .intensifier || kind == .diminisher, let factor = number(field),
                (0.0...4.0).contains(factor)
            {
                modifier.factor = factor
            } else {
                report(
                    line,
                    "cannot read `\(field)`; a factor is a number from 0 to 4, for [intensifier] and [diminisher] only")
                return
            }
        }
        add(line, .modifier(modifier))
    }

    private static func defaultFactor(_ kind: Modifier.Kind) -> Double {
        switch kind {
        case .intensifier: 1.4
        case .diminisher: 0.6
        default: 1
        }
    }

    private func defaultReach(_ kind: Modifier.Kind) -> Modifier.Reach {
        switch kind {
        case .intensifier, .diminisher, .contrast: .after
        default: language == .korean ? .before : .after
        }
    }

    private mutating func add(_ line: LexiconLine, _ meaning: SentimentMeaning) {
        terms.append((line, SentimentTerm(term: line.term, meaning: meaning, rule: line.rule, language: language)))
    }

    private mutating func report(_ line: LexiconLine, _ message: String) {
        problems.append(line.problem(message))
    }

    private func movement(_ field: String) -> (sign: Double, strength: Double)? {
        let parts = field.split(separator: " ")
        guard parts.count == 2, ["up", "down"].contains(parts[0]), let strength = number(String(parts[1])),
            (0.5...4.0).contains(strength)
        else { return nil }
        return (parts[0] == "up" ? 1 : -1, strength)
    }

    private func pair(_ field: String) -> (key: String, value: String)? {
        guard let equals = field.firstIndex(of: "=") else { return nil }
        return (Trimming.trim(field[..<equals]), Trimming.trim(field[field.index(after: equals)...]))
    }

    private func number(_ text: String) -> Double? {
        let digits = text.hasPrefix("+") ? String(text.dropFirst()) : text
        guard let value = Double(digits), value.isFinite else { return nil }
        return value
    }
}
