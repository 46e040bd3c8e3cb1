import NewsModel
import StrictYAML

/// Reads `silences.yaml`.
struct SilencesFile {
    let eventTypes: Set<String>

    func read(_ file: String) throws(YAMLErrors) -> Silences {
        try YAMLFile.read(file: file) { root in
            if !root.has("silences") { root.problem("missing key \"silences\"") }
            var names: Set<String> = []
            let silences = root.mappings("silences") { reader -> Silence in
                let silence = self.silence(reader)
                if !silence.name.isEmpty, !names.insert(silence.name).inserted {
                    reader.problem("name", "the name \"\(silence.name)\" is used twice")
                }
                return silence
            }
            return Silences(silences: silences)
        }
    }

    private func silence(_ reader: MappingReader) -> Silence {
        let form = "a time with a zone, such as 2026-12-01T09:00:00+09:00"
        let name = reader.string("name")
        let matchers = reader.matchers("matchers", with: MatcherParser(place: .alert, eventTypes: eventTypes))
        let from = reader.parsed("from", form, Self.moment)
        let until = reader.parsed("until", form, Self.moment)
        if !reader.has("until") { reader.problem("missing key \"until\": a silence without an end is forgotten") }
        if matchers.isEmpty {
            reader.problem("needs at least one matcher: a silence without one would mute everything")
        }
        if let from, let until, from >= until { reader.problem("until", "must be later than from") }
        return Silence(
            name: name, matchers: matchers, from: from, until: until ?? Timestamp(seconds: 0),
            why: reader.optionalString("why").map { CleanText.line($0, limit: 200) })
    }

    /// A time without a zone would be read as UTC, which nobody in Seoul means.
    private static func moment(_ text: String) -> Timestamp? {
        guard text.hasSuffix("Z") || text.dropFirst(10).contains(where: { $0 == "+" || $0 == "-" }) else { return nil }
        return Timestamp(iso8601: text)
    }
}
