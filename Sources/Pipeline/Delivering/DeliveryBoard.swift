import Alerting
import NewsModel

/// The receivers, routes and silences in force. A reload puts a new generation in their place.
actor DeliveryBoard {
    /// What one reading of the alerts folder gave.
    struct Generation: Sendable {
        let number: Int
        let flusher: GroupFlusher
        let workers: DeliveryWorkers
    }

    private let outbox: any Outbox
    private let parts: ReceiverParts
    private let now: @Sendable () -> Timestamp
    private(set) var current: Generation

    init(
        _ configuration: AlertingConfiguration, outbox: any Outbox, parts: ReceiverParts,
        now: @escaping @Sendable () -> Timestamp
    ) {
        self.outbox = outbox
        self.parts = parts
        self.now = now
        current = Self.generation(1, configuration, outbox: outbox, parts: parts, now: now)
    }

    func replace(_ configuration: AlertingConfiguration) {
        current = Self.generation(current.number + 1, configuration, outbox: outbox, parts: parts, now: now)
    }

    private static func generation(
        _ number: Int, _ configuration: AlertingConfiguration, outbox: any Outbox, parts: ReceiverParts,
        now: @escaping @Sendable () -> Timestamp
    ) -> Generation {
        let receivers = configuration.makeReceivers(parts)
        return Generation(
            number: number,
            flusher: GroupFlusher(
                outbox: outbox, receivers: receivers, routes: configuration.routes, silences: configuration.silences),
            workers: DeliveryWorkers(
                receivers: receivers, outbox: outbox, fallbacks: configuration.routes.fallbacks, now: now))
    }
}
