import Foundation
import NewsModel
import StrictYAML

/// Reads secrets that the configuration names by file or environment variable, never by value.
struct SecretReading {
    /// The folder that relative paths are relative to.
    let base: String
    let environment: [String: String]
    private static let maximumBytes = 64 << 10

    init(base: String, environment: [String: String] = ProcessInfo.processInfo.environment) {
        self.base = base
        self.environment = environment
    }

    /// The secret that `KEY_file` or `KEY_env` names, without blanks around it; nil where neither is there.
    func secret(_ reader: MappingReader, _ key: String) -> Secret? {
        let file = reader.optionalString("\(key)_file")
        let variable = reader.optionalString("\(key)_env")
        if file != nil, variable != nil {
            reader.problem("\(key)_file", "give one of \(key)_file and \(key)_env")
            return nil
        }
        if let file { return content(of: file, reader, "\(key)_file") }
        guard let variable else { return nil }
        let value = (environment[variable] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        if value.isEmpty { reader.problem("\(key)_env", "the environment has no \(variable)") }
        return value.isEmpty ? nil : Secret(value)
    }

    private func content(of file: String, _ reader: MappingReader, _ key: String) -> Secret? {
        let path = URL(fileURLWithPath: file.hasPrefix("/") ? file : base + "/" + file).resolvingSymlinksInPath().path
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        let mode = (attributes?[.posixPermissions] as? NSNumber)?.intValue ?? 0
        if mode & 0o002 != 0 {
            reader.problem(key, "everybody may write to \(file); chmod o-w it")
            return nil
        }
        guard attributes?[.type] as? FileAttributeType == .typeRegular,
            let data = FileManager.default.contents(atPath: path), data.count <= Self.maximumBytes,
            let text = String(validating: data, as: UTF8.self)
        else {
            reader.problem(key, "\(file) cannot be read")
            return nil
        }
        let value = text.trimmingCharacters(in: .whitespacesAndNewlines)
        if value.isEmpty { reader.problem(key, "\(file) is empty") }
        return value.isEmpty ? nil : Secret(value)
    }
}
