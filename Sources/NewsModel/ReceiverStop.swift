/// A receiver that wants nothing more: it answered 410 (Gone). It holds, over restarts too, until the receiver's address or
/// keys change, or the user sends something to it again.
public struct ReceiverStop: Sendable, Hashable {
    public let receiver: String
    /// Where the receiver sent, and with which keys, when it was told so: a hash.
    public let identity: String
    /// In plain words: `receiver hook answered 410: it wants no more`.
    public let reason: String
    public let at: Timestamp

    public init(receiver: String, identity: String, reason: String, at: Timestamp) {
        self.receiver = receiver
        self.identity = identity
        self.reason = reason
        self.at = at
    }
}
