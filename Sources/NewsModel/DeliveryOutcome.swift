/// One try, and the delivery as it stands after it: what the store notes together.
public struct DeliveryOutcome: Sendable, Hashable {
    public let attempt: DeliveryAttempt
    public let delivery: Delivery

    public init(attempt: DeliveryAttempt, delivery: Delivery) {
        self.attempt = attempt
        self.delivery = delivery
    }
}
