import Foundation
import NewsModel
import StrictYAML

/// Reads secrets that the configuration names by file or environment variable, never by value.
struct SecretReading {
    let environment: [String: String]

    init(environment: [String: String] = ProcessInfo.processInfo.environment) {
        self.environment = environment
    }

    /// The secret that `KEY_file` or `KEY_env` names, without blanks around it; nil where neither is there.
    func secret(_ reader: MappingReader, _ key: String) -> Secret? {
        let lines = SecretFile.lines(reader, "\(key)_file")
        guard let variable = reader.optionalString("\(key)_env") else {
            if let lines, lines.count > 1 { reader.problem("\(key)_file", "must hold one line") }
            return lines.map { Secret($0[0]) }
        }
        if reader.has("\(key)_file") {
            reader.problem("\(key)_file", "give one of \(key)_file and \(key)_env")
            return nil
        }
        let value = (environment[variable] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        if value.isEmpty { reader.problem("\(key)_env", "the environment has no \(variable)") }
        return value.isEmpty ? nil : Secret(value)
    }
}
