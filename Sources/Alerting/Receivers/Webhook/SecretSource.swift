import NewsModel
import StrictYAML

/// Where the secrets of receivers come from: files and the environment, never the configuration itself.
struct SecretSource {
    private let names: SecretNames

    init(environment: [String: String]) {
        names = SecretNames(environment: environment)
    }

    /// The secret that `KEY_file` or `KEY_env` names, without spaces around it.
    func text(_ reader: MappingReader, _ key: String, required: Bool) -> Secret? {
        names.text(reader, key, required: required).map(Secret.init)
    }

    /// A secret that may change while the program runs.
    func renewed(_ reader: MappingReader, _ key: String) -> RenewedSecret? {
        text(reader, key, required: true).map {
            RenewedSecret($0, file: reader.optionalString("\(key)_file"))
        }
    }

    /// Signing keys: one or several, a space or a line break between them; none when there is no such key.
    func keys(_ reader: MappingReader) -> (secrets: [Secret], signature: WebhookSignature?) {
        guard let content = names.text(reader, "secret") else { return ([], nil) }
        let keys = content.split(whereSeparator: \.isWhitespace).map(String.init)
        guard let signature = WebhookSignature(keys: keys) else {
            let key = reader.has("secret_file") ? "secret_file" : "secret_env"
            reader.problem(
                key, "does not hold keys as Standard Webhooks writes them: base64, with or without whsec_ in front")
            return ([], nil)
        }
        return (keys.map(Secret.init), signature)
    }
}
