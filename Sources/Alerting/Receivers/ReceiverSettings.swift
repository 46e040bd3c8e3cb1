internal import StrictYAML

/// A receiver as `receivers.yaml` describes it.
public struct ReceiverSettings: Sendable {
    public let name: String
    /// Its type in `receivers.yaml`: `stdout`, `slack`, `email`.
    public let typeName: String
    /// Servers on this machine or in its network need the user's word: he wrote the address into the file.
    public let allowsLocalAddress: Bool
    /// Where the entry stands, for messages about it.
    let location: YAMLLocation
    /// The template that the user may have written for it; nil where there is none.
    let template: MessageTemplate?
    /// The same form with another template, for receivers whose whole body is one.
    let formWithTemplate: (@Sendable (MessageTemplate) -> any WebhookForm)?
    let make: @Sendable (ReceiverParts) -> any Receiver

    /// The receiver itself.
    func receiver(_ parts: ReceiverParts) -> any Receiver { make(parts) }
}
