/// What receivers reach the world through.
public struct ReceiverParts: Sendable {
    public var output: any LineOutput
    /// For addresses on the internet: the private ones are refused.
    public var poster: any WebhookPoster
    /// For addresses on this machine that the user wrote into `receivers.yaml`.
    public var localPoster: any WebhookPoster
    /// Relative paths of file receivers lie in this folder.
    public var dataFolder: String

    public init(
        output: any LineOutput, poster: any WebhookPoster, localPoster: any WebhookPoster, dataFolder: String
    ) {
        self.output = output
        self.poster = poster
        self.localPoster = localPoster
        self.dataFolder = dataFolder
    }
}

extension ReceiverSettings {
    /// The receiver itself.
    func receiver(_ parts: ReceiverParts) -> any Receiver {
        let poster = allowsLocalAddress ? parts.localPoster : parts.poster
        switch kind {
        case .stdout(let format, let template):
            return StdoutReceiver(name: name, format: format, template: template, view: view, output: parts.output)
        case .file(let path, let syncs):
            let isAbsolute = path.hasPrefix("/")
            return FileReceiver(name: name, path: isAbsolute ? path : "\(parts.dataFolder)/\(path)", syncs: syncs)
        case .webhook(let url, let keys, let signature, let parallel):
            return WebhookReceiver(
                name: name, form: .generic, url: url, keys: keys, signature: signature, poster: poster,
                parallelDeliveries: parallel)
        case .slack(let url, let template):
            let payload = SlackPayload(template: template, view: view)
            return WebhookReceiver(
                name: name, form: .slack(payload), url: url, keys: [], signature: nil, poster: poster)
        }
    }
}
