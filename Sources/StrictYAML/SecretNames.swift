public import Foundation

/// Reads texts that a configuration names by file or environment variable, never by value: `KEY_file` or `KEY_env`.
public struct SecretNames: Sendable {
    private let environment: [String: String]
    /// Where relative paths begin; nil: the working folder.
    private let folder: URL?
    private static let maximumBytes = 64 << 10

    public init(
        environment: [String: String] = ProcessInfo.processInfo.environment, relativeTo folder: URL? = nil
    ) {
        self.environment = environment
        self.folder = folder
    }

    /// What `KEY_file` holds or `KEY_env` names, without blanks around it; nil where neither is there, and after a problem.
    public func text(_ reader: MappingReader, _ key: String, required: Bool = false) -> String? {
        switch (reader.optionalString("\(key)_file"), reader.optionalString("\(key)_env")) {
        case (nil, nil):
            let isThere = reader.has("\(key)_file") || reader.has("\(key)_env")
            if required, !isThere { reader.problem("missing key \"\(key)_file\" or \"\(key)_env\"") }
            return nil
        case (.some, .some):
            reader.problem("\(key)_file", "give one of \(key)_file and \(key)_env")
            return nil
        case (.some, nil):
            return content(reader, ofFile: "\(key)_file")
        case (nil, .some(let variable)):
            let value = environment[variable]?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
            if value.isEmpty { reader.problem("\(key)_env", "the environment has no \(Self.shown(variable))") }
            return value.isEmpty ? nil : value
        }
    }

    /// The text of the small file that a key names, without blanks around it; nil where there is no such key, and after a
    /// problem.
    public func content(_ reader: MappingReader, ofFile key: String) -> String? {
        guard let name = reader.optionalString(key) else { return nil }
        let path = URL(fileURLWithPath: name, relativeTo: folder).resolvingSymlinksInPath().path
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        let mode = (attributes?[.posixPermissions] as? NSNumber)?.intValue ?? 0
        if mode & 0o002 != 0 {
            reader.problem(key, "everybody may write to \(Self.shown(name)); chmod o-w it")
            return nil
        }
        guard attributes?[.type] as? FileAttributeType == .typeRegular,
            let data = FileManager.default.contents(atPath: path), data.count <= Self.maximumBytes,
            let text = String(validating: data, as: UTF8.self)
        else {
            reader.problem(key, "\(Self.shown(name)) cannot be read")
            return nil
        }
        let value = text.trimmingCharacters(in: .whitespacesAndNewlines)
        if value.isEmpty { reader.problem(key, "\(Self.shown(name)) is empty") }
        return value.isEmpty ? nil : value
    }

    /// A name in one line of bounded length, as it may stand in a message.
    private static func shown(_ name: String) -> String {
        String(
            String.UnicodeScalarView(name.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }.prefix(200)))
    }
}
