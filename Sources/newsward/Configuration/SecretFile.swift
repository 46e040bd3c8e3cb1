import Foundation
import StrictYAML

/// A small file of the user's that holds a secret.
enum SecretFile {
    private static let maximumBytes = 64 << 10

    /// The lines of the file that a key names, without empty ones and spaces around; nil where there is no such key, and
    /// after a problem. A relative path is relative to the configuration.
    static func lines(_ reader: MappingReader, _ key: String) -> [String]? {
        guard let name = reader.optionalString(key) else { return nil }
        let base = URL(fileURLWithPath: reader.file).deletingLastPathComponent()
        let path = (name.hasPrefix("/") ? URL(fileURLWithPath: name) : base.appendingPathComponent(name))
            .resolvingSymlinksInPath().path
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        let mode = (attributes?[.posixPermissions] as? NSNumber)?.intValue ?? 0
        if mode & 0o002 != 0 {
            reader.problem(key, "everybody may write to \(name); chmod o-w it")
            return nil
        }
        guard attributes?[.type] as? FileAttributeType == .typeRegular,
            let data = FileManager.default.contents(atPath: path), data.count <= maximumBytes,
            let text = String(validating: data, as: UTF8.self)
        else {
            reader.problem(key, "\(name) cannot be read")
            return nil
        }
        let lines = text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { !$0.isEmpty }
        if lines.isEmpty { reader.problem(key, "\(name) is empty") }
        return lines.isEmpty ? nil : lines
    }
}
