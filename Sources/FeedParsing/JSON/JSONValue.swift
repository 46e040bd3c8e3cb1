/// A JSON value as it was read. Objects keep the order of their members.
enum JSONValue: Sendable {
    case null
    case bool(Bool)
    /// A number as it is spelled.
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([(name: String, value: JSONValue)])

    /// The last member of that name, as most readers take it.
    subscript(name: StaticString) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.last { $0.name.utf8.elementsEqual(name.description.utf8) }?.value
    }

    /// A string; numbers count too, for feeds give ids as numbers.
    var text: String? {
        switch self {
        case .string(let text): text
        case .number(let text): text
        default: nil
        }
    }

    var elements: [JSONValue] {
        if case .array(let elements) = self { return elements }
        return []
    }
}
