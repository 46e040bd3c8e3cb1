/// A receiver as `receivers.yaml` describes it.
public struct ReceiverSettings: Sendable {
    enum Kind: Sendable {
        case stdout(StdoutReceiver.Format, MessageTemplate?)
        case file(path: String, syncs: Bool)
        case webhook(url: Secret, keys: [Secret], signature: WebhookSignature?, parallel: Int)
        case slack(url: Secret, MessageTemplate)
    }

    public let name: String
    let kind: Kind
    let view: AlertView
    /// Webhook servers on this machine or in its network need the user's word: he wrote the address into the file.
    public let allowsLocalAddress: Bool

    /// `stdout`, `file`, `webhook` or `slack`, for lists of receivers.
    public var typeName: String {
        switch kind {
        case .stdout: "stdout"
        case .file: "file"
        case .webhook: "webhook"
        case .slack: "slack"
        }
    }
}
