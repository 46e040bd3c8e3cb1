import Foundation
import StrictYAML

/// Reads `receivers.yaml`.
struct ReceiversFile {
    let templates: MessageTemplates
    let secrets: SecretSource

    enum TypeName: String, CaseIterable {
        case stdout, file, webhook, slack
    }

    func read(_ file: String) throws(YAMLErrors) -> [ReceiverSettings] {
        try YAMLFile.read(file: file) { root in
            var names: Set<String> = []
            if !root.has("receivers") { root.problem("missing key \"receivers\"") }
            return root.mappings("receivers") { reader -> ReceiverSettings? in
                let settings = receiver(reader)
                if let name = settings?.name, !names.insert(name).inserted {
                    reader.problem("name", "the name \"\(name)\" is used twice")
                }
                return settings
            }.compactMap { $0 }
        }
    }

    private func receiver(_ reader: MappingReader) -> ReceiverSettings? {
        let name = reader.string("name")
        let language = reader.oneOf("language", default: MessageLanguage.english)
        let clock = reader.parsed(
            "timezone", "a time zone such as Asia/Seoul or America/New_York", LocalTime.init(identifier:))
        let view = AlertView(language: language, clock: clock ?? .standard(for: language))
        let type = reader.requiredOneOf("type", TypeName.self)
        if !name.isEmpty, name.utf8.contains(where: { !Self.isNameByte($0) }) {
            reader.problem("name", "must hold only letters a-z, digits, - and _, not \"\(name)\"")
        }
        var isLocal = false
        let kind: ReceiverSettings.Kind?
        switch type {
        case .stdout: kind = stdout(reader, language)
        case .file: kind = .file(path: reader.string("path"), syncs: reader.bool("fsync", default: true))
        case .webhook:
            let (url, local) = address(reader)
            let keys = secrets.keys(reader)
            let parallel = reader.integer("parallel", in: 1...64, default: 1)
            isLocal = local
            kind = url.map { .webhook(url: $0, keys: keys.secrets, signature: keys.signature, parallel: parallel) }
        case .slack:
            let (url, local) = address(reader)
            let template = template(reader, default: "slack", language)
            isLocal = local
            kind = url.flatMap { url in template.map { .slack(url: url, $0) } }
        case nil:
            // What else the receiver may hold is not known: no complaint about its other keys.
            reader.keys.forEach { _ = reader.has($0) }
            kind = nil
        }
        return kind.map { ReceiverSettings(name: name, kind: $0, view: view, allowsLocalAddress: isLocal) }
    }

    private func stdout(_ reader: MappingReader, _ language: MessageLanguage) -> ReceiverSettings.Kind? {
        let format = reader.oneOf("format", default: StdoutReceiver.Format.text)
        if format == .json {
            if reader.has("template") { reader.problem("template", "format json takes no template") }
            return .stdout(.json, nil)
        }
        return template(reader, default: format.rawValue, language).map { .stdout(format, $0) }
    }

    private func template(
        _ reader: MappingReader, default fallback: String, _ language: MessageLanguage
    ) -> MessageTemplate? {
        let name = reader.optionalString("template") ?? fallback
        if let template = templates.template(name, language: language) { return template }
        let meant = NearestName.of(name, among: templates.names).map { " (did you mean \"\($0)\"?)" } ?? ""
        let valid = templates.names.joined(separator: ", ")
        reader.problem(
            "template",
            "there is no template \"\(name)\" for language \(language.rawValue)\(meant); valid names: \(valid)")
        return nil
    }

    /// The URL, and whether it is one of this machine that the user wrote down plainly.
    private func address(_ reader: MappingReader) -> (url: Secret?, isLocal: Bool) {
        let plain = reader.optionalString("url")
        if let plain {
            if reader.has("url_file") || reader.has("url_env") {
                reader.problem("url", "give one of url, url_file, url_env")
            }
            guard WebhookAddress(plain)?.isLoopback == true else {
                reader.problem(
                    "url",
                    "a webhook address is a secret; put it into a file (url_file) or the environment (url_env). "
                        + "Only addresses of this machine, such as http://127.0.0.1:9000/hook, may stand here")
                return (nil, false)
            }
            return (Secret(plain), true)
        }
        guard let url = secrets.text(reader, "url", required: true) else { return (nil, false) }
        guard let address = WebhookAddress(url.reveal()) else {
            let key = reader.has("url_file") ? "url_file" : "url_env"
            reader.problem(key, "does not hold an http or https address")
            return (nil, false)
        }
        return (url, address.isLoopback)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (97...122).contains(byte) || (65...90).contains(byte) || (48...57).contains(byte) || "-_".utf8.contains(byte)
    }
}
