import StrictYAML
import Testing

/// Reads a text and gives back its problems as a user sees them; empty without problems.
func problems(_ text: String, _ body: (MappingReader) -> Void) -> [String] {
    do {
        try YAMLFile.read(text: text, name: "a.yaml", body)
        return []
    } catch {
        return error.problems.map(\.description)
    }
}

/// Reads a text that is expected to have no problem.
func value<Value>(_ text: String, _ body: (MappingReader) -> Value) throws -> Value {
    try YAMLFile.read(text: text, name: "a.yaml", body)
}
