import StrictYAML

/// Reads `receivers.yaml`.
struct ReceiversFile {
    let templates: MessageTemplates
    let secrets: SecretSource

    enum TypeName: String, CaseIterable {
        case stdout, file, webhook, slack, discord, teams, telegram, mattermost, rocketchat, googlechat, pagerduty
        case alertmanager, ntfy, dooray, jandi, kakaowork, naverworks, template, email, exec
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
        guard let type else {
            // What else the receiver may hold is not known: no complaint about its other keys.
            reader.keys.forEach { _ = reader.has($0) }
            return nil
        }
        let entry = ReceiverEntry(
            reader: reader, name: name, typeName: type.rawValue, view: view, templates: templates, secrets: secrets)
        return Self.settings(of: type, entry)
    }

    private static func settings(of type: TypeName, _ entry: ReceiverEntry) -> ReceiverSettings? {
        switch type {
        case .stdout: StdoutReceiver.settings(entry)
        case .file: FileReceiver.settings(entry)
        case .webhook: StandardWebhookForm.settings(entry)
        case .slack: SlackForm.settings(entry)
        case .discord: DiscordForm.settings(entry)
        case .teams: TeamsForm.settings(entry)
        case .telegram: TelegramForm.settings(entry)
        case .mattermost: MattermostForm.settings(entry)
        case .rocketchat: RocketChatForm.settings(entry)
        case .googlechat: GoogleChatForm.settings(entry)
        case .pagerduty: PagerDutyForm.settings(entry)
        case .alertmanager: AlertmanagerForm.settings(entry)
        case .ntfy: NtfyForm.settings(entry)
        case .dooray: DoorayForm.settings(entry)
        case .jandi: JandiForm.settings(entry)
        case .kakaowork: KakaoWorkForm.settings(entry)
        case .naverworks: NaverWorksForm.settings(entry)
        case .template: TemplateForm.settings(entry)
        case .email: MailReceiver.settings(entry)
        case .exec: ExecReceiver.settings(entry)
        }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (97...122).contains(byte) || (65...90).contains(byte) || (48...57).contains(byte) || "-_".utf8.contains(byte)
    }
}
