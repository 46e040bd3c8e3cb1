/// Global options are accepted before and after the subcommand; the parser knows them after it only.
enum ArgumentOrder {
    /// Names of global options, and whether a value follows.
    private static let globals = [
        "--config": true, "--log-level": true, "--lexicons": true, "--quiet": false, "--no-color": false,
    ]

    /// Moves global options that stand before the first other word behind everything else (but before a `--`).
    static func globalOptionsLast(_ arguments: [String]) -> [String] {
        var leading: [String] = []
        var rest = arguments[...]
        while let first = rest.first {
            if let takesValue = globals[first] {
                leading += rest.prefix(takesValue ? 2 : 1)
                rest = rest.dropFirst(takesValue ? 2 : 1)
            } else if let name = first.split(separator: "=").first.map(String.init), first.contains("="),
                globals[name] == true
            {
                leading.append(first)
                rest = rest.dropFirst()
            } else {
                break
            }
        }
        guard !leading.isEmpty, !rest.isEmpty else { return arguments }
        let end = rest.firstIndex(of: "--") ?? rest.endIndex
        return Array(rest[..<end]) + leading + Array(rest[end...])
    }
}
