/// One try, and the delivery as it stands after it: what the store notes together.
public struct DeliveryOutcome: Sendable, Hashable {
    public let attempt: DeliveryAttempt
    public let delivery: Delivery
    /// The receiver that is to get a notice for each alert in it; nil for none.
    public let fallback: String?
    /// Set where the receiver wants nothing more.
    public let stop: ReceiverStop?

    public init(
        attempt: DeliveryAttempt, delivery: Delivery, fallback: String? = nil, stop: ReceiverStop? = nil
    ) {
        self.attempt = attempt
        self.delivery = delivery
        self.fallback = fallback
        self.stop = stop
    }
}
