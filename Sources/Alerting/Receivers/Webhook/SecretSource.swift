import Foundation
import StrictYAML

/// Where secrets come from: files and the environment, never the configuration itself.
struct SecretSource {
    let environment: [String: String]
    private static let maximumBytes = 64 << 10

    /// The secret that `KEY_file` or `KEY_env` names, without spaces around it.
    func text(_ reader: MappingReader, _ key: String, required: Bool) -> Secret? {
        guard let content = content(reader, key, required: required) else { return nil }
        return Secret(content)
    }

    /// A secret that may change while the program runs.
    func renewed(_ reader: MappingReader, _ key: String) -> RenewedSecret? {
        text(reader, key, required: true).map {
            RenewedSecret($0, file: reader.optionalString("\(key)_file"))
        }
    }

    /// Signing keys: one or several, a space or a line break between them; none when there is no such key.
    func keys(_ reader: MappingReader) -> (secrets: [Secret], signature: WebhookSignature?) {
        guard let content = content(reader, "secret", required: false) else { return ([], nil) }
        let keys = content.split(whereSeparator: \.isWhitespace).map(String.init)
        guard let signature = WebhookSignature(keys: keys) else {
            let key = reader.has("secret_file") ? "secret_file" : "secret_env"
            reader.problem(
                key, "does not hold keys as Standard Webhooks writes them: base64, with or without whsec_ in front")
            return ([], nil)
        }
        return (keys.map(Secret.init), signature)
    }

    private func content(_ reader: MappingReader, _ key: String, required: Bool) -> String? {
        let file = reader.optionalString("\(key)_file")
        let variable = reader.optionalString("\(key)_env")
        switch (file, variable) {
        case (nil, nil):
            let isThere = reader.has("\(key)_file") || reader.has("\(key)_env")
            if required, !isThere { reader.problem("missing key \"\(key)_file\" or \"\(key)_env\"") }
            return nil
        case (.some, .some):
            reader.problem("\(key)_file", "give one of \(key)_file and \(key)_env")
            return nil
        case (.some(let file), nil):
            return read(file, reader, "\(key)_file")
        case (nil, .some(let variable)):
            let value = environment[variable]?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
            if value.isEmpty {
                reader.problem("\(key)_env", "the environment has no \(CleanText.line(variable, limit: 80))")
            }
            return value.isEmpty ? nil : value
        }
    }

    private func read(_ file: String, _ reader: MappingReader, _ key: String) -> String? {
        let name = CleanText.line(file, limit: 200)
        let path = URL(fileURLWithPath: file).resolvingSymlinksInPath().path
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        let mode = (attributes?[.posixPermissions] as? NSNumber)?.intValue ?? 0
        if mode & 0o002 != 0 {
            reader.problem(key, "everybody may write to \(name); chmod o-w it")
            return nil
        }
        guard attributes?[.type] as? FileAttributeType == .typeRegular,
            let data = FileManager.default.contents(atPath: path), data.count <= Self.maximumBytes,
            let text = String(validating: data, as: UTF8.self)
        else {
            reader.problem(key, "\(name) cannot be read")
            return nil
        }
        let value = text.trimmingCharacters(in: .whitespacesAndNewlines)
        if value.isEmpty { reader.problem(key, "\(name) is empty") }
        return value.isEmpty ? nil : value
    }
}
