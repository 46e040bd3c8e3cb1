import StrictYAML

/// Reads what routes.yaml says beside the tree: inhibitions, rate budgets, fallback receivers.
struct PolicyReader {
    let eventTypes: Set<String>
    let names: Names

    func inhibitions(_ root: MappingReader) -> [Inhibition] {
        var seen: Set<String> = []
        return root.mappings("inhibit") { reader -> Inhibition? in
            let parser = MatcherParser(place: .alert, eventTypes: eventTypes)
            let name = reader.string("name")
            if !name.isEmpty, !seen.insert(name).inserted {
                reader.problem("name", "the name \"\(name)\" is used twice")
            }
            let sources = reader.matchers("sources", with: parser)
            let targets = reader.matchers("targets", with: parser)
            let equal = reader.labels("equal") ?? []
            for (key, list) in [("sources", sources), ("targets", targets)] where list.isEmpty {
                reader.problem("needs at least one matcher under \"\(key)\"")
            }
            if equal.isEmpty {
                reader.problem("needs \"equal\", such as equal: [company]: else one alert would mute all the others")
            }
            return Inhibition(
                name: name, sources: sources, targets: targets, equal: equal,
                seconds: reader.duration("for", default: 3600, in: 60...604_800))
        }.compactMap { $0 }
    }

    func budgets(_ root: MappingReader) -> [String: RateBudget] {
        var budgets: [String: RateBudget] = [:]
        _ = root.mappings("budgets") { reader in
            let receiver = self.receiver(reader, "receiver")
            if let receiver, budgets[receiver] != nil {
                reader.problem("receiver", "\"\(receiver)\" has a budget already")
            }
            let budget = RateBudget(
                messages: reader.integer("messages", in: 1...100_000),
                seconds: reader.duration("per", default: 3600, in: 10...86_400),
                pageAbove: reader.optionalInteger("page_above", in: 0...100))
            if let receiver { budgets[receiver] = budget }
        }
        return budgets
    }

    func fallbacks(_ root: MappingReader) -> [String: FallbackReceiver] {
        var fallbacks: [String: FallbackReceiver] = [:]
        _ = root.mappings("fallbacks") { reader in
            let receiver = self.receiver(reader, "receiver")
            let other = self.receiver(reader, "to")
            let failures = reader.integer("after_failures", in: 1...10, default: 3)
            guard let receiver, let other else { return }
            if receiver == other { reader.problem("to", "must be another receiver than \"\(receiver)\"") }
            if fallbacks[receiver] != nil { reader.problem("receiver", "\"\(receiver)\" has a fallback already") }
            fallbacks[receiver] = FallbackReceiver(name: other, afterFailures: failures)
        }
        return fallbacks
    }

    private func receiver(_ reader: MappingReader, _ key: String) -> String? {
        let name = reader.string(key)
        guard !name.isEmpty else { return nil }
        names.check(LocatedString(value: name, location: reader.location(of: key)), reader)
        return name
    }
}
