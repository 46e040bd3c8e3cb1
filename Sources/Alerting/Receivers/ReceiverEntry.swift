import NewsModel
import StrictYAML

/// One entry of `receivers.yaml` while it is read: what the types of receivers have in common.
struct ReceiverEntry {
    let reader: MappingReader
    let name: String
    let typeName: String
    let view: AlertView
    let templates: MessageTemplates
    let secrets: SecretSource

    /// An address, and whether it is one of this machine that the user wrote down plainly.
    struct Address {
        let url: Secret
        let isLocal: Bool
        /// False for the service's own public address.
        let isSecret: Bool
    }

    /// The settings of a receiver of any kind.
    func settings(
        isLocal: Bool = false, template: MessageTemplate? = nil,
        formWithTemplate: (@Sendable (MessageTemplate) -> any WebhookForm)? = nil,
        _ make: @escaping @Sendable (ReceiverParts) -> any Receiver
    ) -> ReceiverSettings {
        ReceiverSettings(
            name: name, typeName: typeName, allowsLocalAddress: isLocal, location: reader.location,
            template: template, formWithTemplate: formWithTemplate, make: make)
    }

    /// The settings of a receiver that sends to an address.
    ///
    /// - Parameter suffix: what the service wants behind the address.
    func webhook(
        _ address: Address?, suffix: String = "", secrets: [Secret] = [], parallel: Int = 1,
        template: MessageTemplate? = nil,
        formWithTemplate: (@Sendable (MessageTemplate) -> any WebhookForm)? = nil, _ form: some WebhookForm
    ) -> ReceiverSettings? {
        guard let address else { return nil }
        let url = Secret(address.url.reveal() + suffix)
        let hidden = (address.isSecret ? [address.url] : []) + secrets
        let name = name
        return settings(isLocal: address.isLocal, template: template, formWithTemplate: formWithTemplate) { parts in
            WebhookReceiver(
                name: name, form: form, url: url, secrets: hidden,
                poster: address.isLocal ? parts.localPoster : parts.poster, parallelDeliveries: parallel)
        }
    }

    /// The template that the entry names, or the one that its type takes by itself.
    func template(default fallback: String) -> MessageTemplate? {
        let name = reader.optionalString("template") ?? fallback
        if let template = templates.template(name, language: view.language) { return template }
        let meant = NearestName.of(name, among: templates.names).map { " (did you mean \"\($0)\"?)" } ?? ""
        let valid = templates.names.joined(separator: ", ")
        reader.problem(
            "template",
            "there is no template \"\(name)\" for language \(view.language.rawValue)\(meant); valid names: \(valid)")
        return nil
    }

    /// The text of messages by the entry's template.
    func text(default fallback: String, _ escaping: Escaping, unit: TextUnit = .utf16) -> MessageText? {
        guard let full = template(default: fallback),
            let line = templates.template("line", language: view.language)
        else { return nil }
        return MessageText(full: full, line: line, view: view, escaping: escaping, unit: unit)
    }

    /// The address; `standard` is where the service listens when the entry names none.
    func address(standard: String? = nil) -> Address? {
        let plain = reader.optionalString("url")
        let isElsewhere = reader.has("url_file") || reader.has("url_env")
        if let plain {
            if isElsewhere { reader.problem("url", "give one of url, url_file, url_env") }
            guard WebhookAddress(plain)?.isLoopback == true else {
                reader.problem(
                    "url",
                    "a webhook address is a secret; put it into a file (url_file) or the environment (url_env). "
                        + "Only addresses of this machine, such as http://127.0.0.1:9000/hook, may stand here")
                return nil
            }
            return Address(url: Secret(plain), isLocal: true, isSecret: true)
        }
        if let standard, !isElsewhere { return Address(url: Secret(standard), isLocal: false, isSecret: false) }
        guard let url = secrets.text(reader, "url", required: true) else { return nil }
        guard let address = WebhookAddress(url.reveal()) else {
            let key = reader.has("url_file") ? "url_file" : "url_env"
            reader.problem(key, "does not hold an http or https address")
            return nil
        }
        return Address(url: url, isLocal: address.isLoopback, isSecret: true)
    }
}
