/// A number of the model as parameters.txt names it.
struct NamedParameter {
    let name: String
    /// How many numbers it has.
    let count: Int
    let range: ClosedRange<Double>
    let get: (ScoringParameters) -> [Double]
    let set: (inout ScoringParameters, ArraySlice<Double>) -> Void

    init(_ name: String, _ range: ClosedRange<Double>, _ path: WritableKeyPath<ScoringParameters, Double>) {
        self.name = name
        count = 1
        self.range = range
        get = { [$0[keyPath: path]] }
        set = { $0[keyPath: path] = $1.first ?? 0 }
    }

    init<Whole: BinaryInteger>(
        _ name: String, _ range: ClosedRange<Double>, whole path: WritableKeyPath<ScoringParameters, Whole>
    ) {
        self.name = name
        count = 1
        self.range = range
        get = { [Double($0[keyPath: path])] }
        set = { $0[keyPath: path] = Whole($1.first ?? 0) }
    }

    /// One number for each kind of cue.
    init(_ name: String, kinds path: WritableKeyPath<ScoringParameters, SIMD4<Double>>) {
        self.name = name
        count = 4
        range = -20...20
        get = { parameters in (0..<4).map { parameters[keyPath: path][$0] } }
        set = { $0[keyPath: path] = SIMD4($1) }
    }
}

extension ScoringParameters {
    /// All numbers that parameters.txt may give.
    static var named: [NamedParameter] {
        [
            NamedParameter("movement", 0...4, \.movement),
            NamedParameter("negation", -2...1, \.negation),
            NamedParameter("denial", -2...1, \.denial),
            NamedParameter("cessation", -2...1, \.cessation),
            NamedParameter("forecast", 0...2, \.forecast),
            NamedParameter("opinion", 0...2, \.opinion),
            NamedParameter("doubt", 0...2, \.doubt),
            NamedParameter("question", 0...2, \.question),
            NamedParameter("contrast after", 0...4, \.contrastAfter),
            NamedParameter("contrast before", 0...4, \.contrastBefore),
            NamedParameter("comparison", 0...4, \.comparison),
            NamedParameter("signed percent", 0...4, \.signed),
            NamedParameter("event weight", 0...8, \.eventWeight),
            NamedParameter("widest pair", 1...60, whole: \.widestPair),
            NamedParameter("widest modifier", 1...60, whole: \.widestModifier),
            NamedParameter("scale", 0.1...100, \.scale),
            NamedParameter("title share", 0.1...8, \.titleShare),
            NamedParameter("lead sentences", 1...20, whole: \.leadSentences),
            NamedParameter("positive bias", -20...20, \.positive.bias),
            NamedParameter("positive own", kinds: \.positive.own),
            NamedParameter("positive other", kinds: \.positive.other),
            NamedParameter("negative bias", -20...20, \.negative.bias),
            NamedParameter("negative own", kinds: \.negative.own),
            NamedParameter("negative other", kinds: \.negative.other),
        ]
    }

    /// All of them in the order of `named`.
    var numbers: [Double] { Self.named.flatMap { $0.get(self) } }

    /// - Returns: nil where a number is missing, too many or out of its range.
    init?(numbers: [Double]) {
        self.init()
        var rest = numbers[...]
        for parameter in Self.named {
            let values = rest.prefix(parameter.count)
            guard values.count == parameter.count, values.allSatisfy(parameter.range.contains) else { return nil }
            parameter.set(&self, values)
            rest = rest.dropFirst(parameter.count)
        }
        guard rest.isEmpty else { return nil }
    }
}
