import NewsModel

/// Reads parameters.txt: `NAME | VALUE` under `[all]`, `[ko]` or `[en]`.
struct ParameterFileReader {
    private(set) var korean = ScoringParameters()
    private(set) var english = ScoringParameters()
    private(set) var problems: [LexiconProblem] = []

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
        if section != "en" { parameter.set(&korean, values[...]) }
        if section != "ko" { parameter.set(&english, values[...]) }
    }

    private mutating func report(_ line: LexiconLine, _ message: String) {
        problems.append(line.problem(message))
    }
}
