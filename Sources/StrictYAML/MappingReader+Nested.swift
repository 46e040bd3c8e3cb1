/// A text of a list, with its place for messages.
public struct LocatedString: Sendable, Hashable {
    public let value: String
    public let location: YAMLLocation

    public init(value: String, location: YAMLLocation) {
        self.value = value
        self.location = location
    }
}

extension MappingReader {
    // MARK: Lists of texts

    /// A list of texts; empty when the key is missing.
    public func strings(_ key: String) -> [String] {
        locatedStrings(key).map(\.value)
    }

    /// A list of texts; nil when the key is missing.
    public func optionalStrings(_ key: String) -> [String]? {
        has(key) ? strings(key) : nil
    }

    /// A list of texts, each with its place; empty when the key is missing.
    public func locatedStrings(_ key: String) -> [LocatedString] {
        guard let member = member(key), let items = list(of: member, "a list of texts, such as [one, two]") else {
            return []
        }
        return items.enumerated().compactMap { index, item in
            let place = YAMLLocation(file: file, line: item.line, keyPath: "\(path(to: key))[\(index + 1)]")
            guard let text = scalarText(item) else {
                problem(at: place, "must be a text, not \(kind(of: item))")
                return nil
            }
            if text.isEmpty {
                problem(at: place, "must not be empty")
                return nil
            }
            return LocatedString(value: text, location: place)
        }
    }

    // MARK: Mappings

    /// A mapping; nil when the key is missing or is none.
    public func mapping<Value>(_ key: String, _ body: (MappingReader) -> Value) -> Value? {
        guard let member = member(key) else { return nil }
        return read(member.value, path: path(to: key), body)
    }

    /// A mapping that must be there; nil only after a problem.
    public func requiredMapping<Value>(_ key: String, _ body: (MappingReader) -> Value) -> Value? {
        guard let member = required(key) else { return nil }
        return read(member.value, path: path(to: key), body)
    }

    /// A list of mappings; empty when the key is missing.
    public func mappings<Value>(_ key: String, _ body: (MappingReader) -> Value) -> [Value] {
        guard let member = member(key), let items = list(of: member, "a list of mappings") else { return [] }
        return items.enumerated().compactMap { index, item in
            read(item, path: "\(path(to: key))[\(index + 1)]", body)
        }
    }

    // MARK: Reading containers

    private func read<Value>(_ node: YAMLNode, path: String, _ body: (MappingReader) -> Value) -> Value? {
        guard case .mapping(let members) = node.content else {
            let place = YAMLLocation(file: file, line: node.line, keyPath: path)
            problem(at: place, "must be a mapping (keys and values), not \(kind(of: node))")
            return nil
        }
        let reader = MappingReader(members: members, line: node.line, keyPath: path, collector: collector)
        let value = body(reader)
        reader.reportUnknownKeys()
        return value
    }

    private func list(of member: YAMLMember, _ form: String) -> [YAMLNode]? {
        switch member.value.content {
        case .list(let items): return items
        // `key:` with every item commented out is an empty list, as a sample file leaves it.
        case .scalar("", isPlain: true): return []
        default:
            problem(member.key, "must be \(form), not \(kind(of: member.value))")
            return nil
        }
    }
}
