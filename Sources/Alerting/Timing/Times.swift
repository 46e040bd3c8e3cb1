import StrictYAML

/// The intervals, digest schedules and calendars that routes may name.
struct Times: Sendable, Hashable {
    var intervals: [String: NamedInterval] = [:]
    var digests: [String: DigestSchedule] = [:]
    var calendars: [String: TradingCalendar] = [:]
    /// Where each stands in its file, for those that no route names: `interval nights`.
    var places: [String: YAMLLocation] = [:]

    static let none = Times()

    /// What is never used, as problems with file and line.
    func unused(by names: Set<String>) -> [YAMLProblem] {
        places.filter { !names.contains($0.key) }.sorted { $0.value.line < $1.value.line }.map { name, place in
            YAMLProblem(file: place.file, line: place.line, "no route uses \(name)")
        }
    }
}
