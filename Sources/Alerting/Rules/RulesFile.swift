import StrictYAML

/// Reads `rules.yaml`.
struct RulesFile {
    let eventTypes: Set<String>

    func read(_ file: String) throws(YAMLErrors) -> AlertRules {
        try YAMLFile.read(file: file) { root in
            var rules: [AlertRule] = []
            _ = root.mappings("rules") { reader in
                guard let rule = rule(reader) else { return }
                if rules.contains(where: { $0.name == rule.name }) {
                    reader.problem("name", "the name \"\(rule.name)\" is used twice")
                }
                rules.append(rule)
            }
            if root.has("rules"), rules.isEmpty { root.problem("rules", "must hold at least one rule") }
            if !root.has("rules") { root.problem("missing key \"rules\"") }
            return AlertRules(rules: rules)
        }
    }

    private func rule(_ reader: MappingReader) -> AlertRule? {
        let parser = MatcherParser(place: .rule, eventTypes: eventTypes)
        let name = reader.string("name")
        let matchers = reader.matchers("matchers", with: parser)
        let again = reader.locatedStrings("notify_again")
        var news: Set<AlertRule.News> = []
        for text in again {
            if let item = AlertRule.News(rawValue: text.value) {
                news.insert(item)
            } else {
                let names = AlertRule.News.allCases.map(\.rawValue)
                let meant = NearestName.of(text.value, among: names).map { " (did you mean \"\($0)\"?)" } ?? ""
                reader.problem(
                    at: text.location,
                    "unknown value \"\(text.value)\"\(meant); valid names: \(names.joined(separator: ", "))")
            }
        }
        let rule = AlertRule(
            name: name, matchers: matchers, unnamed: reader.oneOf("unnamed", default: .subject),
            takesNoEvent: reader.bool("without_event", default: false),
            notifyAgain: reader.has("notify_again") ? news : [.event, .phase, .severity])
        if matchers.isEmpty {
            reader.problem("needs at least one matcher: a rule without one would alert on everything")
        }
        return name.isEmpty ? nil : rule
    }
}
