import StrictYAML

/// Reads when the alerts of a route go out.
struct TimingReader {
    /// nil when `times.yaml` could not be read, so that one mistake is not told twice.
    let times: Times?

    func timing(_ reader: MappingReader, inheriting parent: RouteTiming) -> RouteTiming {
        var timing = parent
        timing.muted = intervals(reader, "mute_time_intervals") ?? parent.muted
        timing.active = intervals(reader, "active_time_intervals") ?? parent.active
        timing.held = intervals(reader, "hold_time_intervals") ?? parent.held
        if reader.has("hold_outside") {
            timing.calendar = named(reader, "hold_outside", "calendar", times?.calendars)
        }
        if reader.has("digest") { timing.digest = named(reader, "digest", "digest", times?.digests) }
        timing.pageAbove = reader.optionalInteger("page_above", in: 0...100) ?? parent.pageAbove
        timing.sendsResolved = reader.bool("send_resolved", default: parent.sendsResolved)
        return timing
    }

    private func intervals(_ reader: MappingReader, _ key: String) -> [NamedInterval]? {
        guard reader.has(key) else { return nil }
        return reader.locatedStrings(key).compactMap { text in
            guard let times else { return nil }
            if let interval = times.intervals[text.value] { return interval }
            reader.problem(at: text.location, unknown("interval", text.value, times.intervals.keys.sorted()))
            return nil
        }
    }

    /// nil for `none`, with which a child ends what its parent says.
    private func named<Value>(
        _ reader: MappingReader, _ key: String, _ kind: String, _ known: [String: Value]?
    ) -> Value? {
        guard let name = reader.optionalString(key), name != "none", let known else { return nil }
        if let value = known[name] { return value }
        reader.problem(key, unknown(kind, name, known.keys.sorted()))
        return nil
    }

    private func unknown(_ kind: String, _ name: String, _ names: [String]) -> String {
        let meant = NearestName.of(name, among: names).map { " (did you mean \"\($0)\"?)" } ?? ""
        let valid = names.isEmpty ? "times.yaml defines none" : "valid names: \(names.joined(separator: ", "))"
        return "unknown \(kind) \"\(name)\"\(meant); \(valid)"
    }
}
