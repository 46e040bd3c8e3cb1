import NewsModel

/// Reads parameters.txt: `NAME | VALUE` under `[all]`, `[ko]` or `[en]`.
struct ParameterFileReader {
    private(set) var korean = ScoringParameters()
    private(set) var english = ScoringParameters()
    private(set) var problems: [LexiconProblem] = []

    init() {}

    /// Reads the file out of those of a lexicon. It is small, so it is no part of a compiled lexicon's image.
    init(_ sources: LexiconSources) {
        for source in sources.files where source.name == LexiconFiles.parameterFile {
            read(LexiconLine.lines(of: source.bytes, file: source.name))
        }
    }

    mutating func read(_ lines: [LexiconLine]) {
        var section: String?
        for line in lines {
            if let name = line.section?.name {
                section = name
                if !["all", "ko", "en"].contains(name) {
                    report(line, "unknown section [\(name)]; sections are [all] [ko] [en]")
                }
            } else if let section {
                readValue(line, section)
            } else {
                report(line, "a value before any section; begin with [all], [ko] or [en]")
            }
        }
    }

    private mutating func readValue(_ line: LexiconLine, _ section: String) {
        guard let parameter = ScoringParameters.named.first(where: { $0.name == line.term }) else {
            let names = ScoringParameters.named.map(\.name).joined(separator: ", ")
            return report(line, "unknown parameter `\(line.term)`; there are \(names)")
        }
        let values = line.fields.count == 2 ? line.fields[1].split(separator: " ").map { Double($0) ?? .nan } : []
        guard values.count == parameter.count, values.allSatisfy(parameter.range.contains) else {
            let count = parameter.count == 1 ? "one number" : "\(parameter.count) numbers"
            return report(
                line,
                "write \(parameter.name) | \(count) from \(parameter.range.lowerBound) to \(parameter.range.upperBound)"
            )
        }
        if section != "en" { parameter.set(&korean, values) }
        if section != "ko" { parameter.set(&english, values) }
    }

    private mutating func report(_ line: LexiconLine, _ message: String) {
        problems.append(line.problem(message))
    }
}

/// A number of the model as parameters.txt names it.
struct NamedParameter {
    let name: String
    /// How many numbers it has.
    let count: Int
    let range: ClosedRange<Double>
    let set: (inout ScoringParameters, [Double]) -> Void

    init(_ name: String, _ range: ClosedRange<Double>, _ set: @escaping (inout ScoringParameters, Double) -> Void) {
        self.name = name
        count = 1
        self.range = range
        self.set = { set(&$0, $1[0]) }
    }

    /// One number for each kind of cue.
    init(_ name: String, kinds set: @escaping (inout ScoringParameters, SIMD4<Double>) -> Void) {
        self.name = name
        count = 4
        range = -20...20
        self.set = { set(&$0, SIMD4($1)) }
    }
}

extension ScoringParameters {
    /// All numbers that parameters.txt may give.
    static var named: [NamedParameter] {
        [
            NamedParameter("movement", 0...4) { $0.movement = $1 },
            NamedParameter("negation", -2...1) { $0.negation = $1 },
            NamedParameter("denial", -2...1) { $0.denial = $1 },
            NamedParameter("cessation", -2...1) { $0.cessation = $1 },
            NamedParameter("forecast", 0...2) { $0.forecast = $1 },
            NamedParameter("opinion", 0...2) { $0.opinion = $1 },
            NamedParameter("doubt", 0...2) { $0.doubt = $1 },
            NamedParameter("question", 0...2) { $0.question = $1 },
            NamedParameter("contrast after", 0...4) { $0.contrastAfter = $1 },
            NamedParameter("contrast before", 0...4) { $0.contrastBefore = $1 },
            NamedParameter("comparison", 0...4) { $0.comparison = $1 },
            NamedParameter("event weight", 0...8) { $0.eventWeight = $1 },
            NamedParameter("widest pair", 1...60) { $0.widestPair = Int32($1) },
            NamedParameter("widest modifier", 1...60) { $0.widestModifier = Int32($1) },
            NamedParameter("scale", 0.1...100) { $0.scale = $1 },
            NamedParameter("title share", 0.1...8) { $0.titleShare = $1 },
            NamedParameter("lead sentences", 1...20) { $0.leadSentences = Int($1) },
            NamedParameter("positive bias", -20...20) { $0.positive.bias = $1 },
            NamedParameter("positive own", kinds: { $0.positive.own = $1 }),
            NamedParameter("positive other", kinds: { $0.positive.other = $1 }),
            NamedParameter("negative bias", -20...20) { $0.negative.bias = $1 },
            NamedParameter("negative own", kinds: { $0.negative.own = $1 }),
            NamedParameter("negative other", kinds: { $0.negative.other = $1 }),
        ]
    }
}
