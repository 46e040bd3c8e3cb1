extension MappingReader {
    // MARK: Text

    /// A text that must be there and hold something.
    public func string(_ key: String) -> String {
        required(key).flatMap { text(of: $0) } ?? ""
    }

    /// A text; nil when the key is missing.
    public func optionalString(_ key: String) -> String? {
        member(key).flatMap { text(of: $0) }
    }

    /// A text that `parse` understands; `form` completes "must be ...".
    public func parsed<Value>(_ key: String, _ form: String, _ parse: (String) -> Value?) -> Value? {
        guard let member = member(key), let text = text(of: member) else { return nil }
        if let value = parse(text) { return value }
        problem(key, "must be \(form), not \(quoted(text))")
        return nil
    }

    /// One of a fixed set of words, by their raw values; `fallback` when the key is missing.
    public func oneOf<Choice: RawRepresentable & CaseIterable>(
        _ key: String, default fallback: Choice
    ) -> Choice where Choice.RawValue == String {
        guard let member = member(key) else { return fallback }
        return choice(of: member) ?? fallback
    }

    /// One of a fixed set of words; nil when the key is missing.
    public func optionalOneOf<Choice: RawRepresentable & CaseIterable>(
        _ key: String, _: Choice.Type = Choice.self
    ) -> Choice? where Choice.RawValue == String {
        member(key).flatMap { choice(of: $0) }
    }

    /// One of a fixed set of words that must be there; nil only after a problem.
    public func requiredOneOf<Choice: RawRepresentable & CaseIterable>(
        _ key: String, _: Choice.Type = Choice.self
    ) -> Choice? where Choice.RawValue == String {
        required(key).flatMap { choice(of: $0) }
    }

    // MARK: Numbers

    /// A whole number in a range; `fallback` when the key is missing.
    public func integer(_ key: String, in range: ClosedRange<Int>, default fallback: Int) -> Int {
        optionalInteger(key, in: range) ?? fallback
    }

    /// A whole number in a range that must be there.
    public func integer(_ key: String, in range: ClosedRange<Int>) -> Int {
        guard required(key) != nil else { return range.lowerBound }
        return optionalInteger(key, in: range) ?? range.lowerBound
    }

    /// A whole number in a range; nil when the key is missing.
    public func optionalInteger(_ key: String, in range: ClosedRange<Int>) -> Int? {
        let form = "a whole number from \(range.lowerBound) to \(range.upperBound)"
        guard let member = member(key), let text = plainText(of: member, form) else { return nil }
        if let number = Int(text), range.contains(number) { return number }
        problem(key, "must be \(form), not \(quoted(text))")
        return nil
    }

    /// `true` or `false`; `fallback` when the key is missing.
    public func bool(_ key: String, default fallback: Bool) -> Bool {
        guard let member = member(key), let text = plainText(of: member, "true or false") else { return fallback }
        if text == "true" || text == "false" { return text == "true" }
        problem(key, "must be true or false, not \(quoted(text))")
        return fallback
    }

    /// Seconds of a duration such as `30s`, `5m`, `24h` or `3d`; `fallback` when the key is missing.
    public func duration(_ key: String, default fallback: Int, in range: ClosedRange<Int> = 0...864_000_000) -> Int {
        optionalDuration(key, in: range) ?? fallback
    }

    /// Seconds of a duration; nil when the key is missing.
    public func optionalDuration(_ key: String, in range: ClosedRange<Int> = 0...864_000_000) -> Int? {
        guard let member = member(key), let text = text(of: member) else { return nil }
        guard let seconds = DurationText.seconds(text) else {
            problem(key, "must be a duration such as 30s, 5m, 24h or 3d, not \(quoted(text))")
            return nil
        }
        guard range.contains(seconds) else {
            let least = DurationText.text(seconds: range.lowerBound)
            let most = DurationText.text(seconds: range.upperBound)
            problem(key, "must be a duration from \(least) to \(most), not \(text)")
            return nil
        }
        return seconds
    }

    // MARK: Reading scalars

    private func choice<Choice: RawRepresentable & CaseIterable>(
        of member: YAMLMember
    ) -> Choice? where Choice.RawValue == String {
        guard let text = text(of: member) else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        let names = Choice.allCases.map(\.rawValue)
        let meant = NearestName.of(text, among: names).map { " (did you mean \"\($0)\"?)" } ?? ""
        problem(member.key, "unknown value \(quoted(text))\(meant); valid names: \(names.joined(separator: ", "))")
        return nil
    }

    func text(of member: YAMLMember) -> String? {
        guard let text = scalarText(member.value) else {
            problem(member.key, "must be a text, not \(kind(of: member.value))")
            return nil
        }
        if text.isEmpty {
            problem(member.key, "must not be empty")
            return nil
        }
        return text
    }

    /// The text of an unquoted scalar: a number in quotes is a text.
    private func plainText(of member: YAMLMember, _ form: String) -> String? {
        guard let text = scalarText(member.value) else {
            problem(member.key, "must be \(form), not \(kind(of: member.value))")
            return nil
        }
        guard case .scalar(_, isPlain: true) = member.value.content else {
            problem(member.key, "must be \(form), without quotes")
            return nil
        }
        if text.isEmpty {
            problem(member.key, "must not be empty")
            return nil
        }
        return text
    }

    /// The text of a scalar, empty for nothing, `~` and `null`; nil for a list or a mapping.
    func scalarText(_ node: YAMLNode) -> String? {
        guard case .scalar(let text, let isPlain) = node.content else { return nil }
        return isPlain && (text == "~" || text == "null") ? "" : text
    }

    func kind(of node: YAMLNode) -> String {
        switch node.content {
        case .scalar(let text, _): text.isEmpty ? "nothing" : quoted(text)
        case .list: "a list"
        case .mapping: "a mapping"
        }
    }

    /// A value as messages show it: in quotes, cut to 60 characters.
    func quoted(_ text: String) -> String {
        let scalars = text.unicodeScalars
        return scalars.count <= 60 ? "\"\(text)\"" : "\"\(String(String.UnicodeScalarView(scalars.prefix(59))))…\""
    }
}
