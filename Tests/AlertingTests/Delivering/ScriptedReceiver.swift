import NewsModel
import Synchronization

@testable import Alerting

/// A receiver that answers as a test says, and remembers what it got.
final class ScriptedReceiver: Receiver {
    let name: String
    let identity: String
    let alertsPerMessage: Int
    let bytesPerMessage: Int
    let parallelDeliveries: Int
    let secondsBetweenDeliveries: Int
    private let answer: @Sendable (Delivery, Timestamp) async -> DeliveryResult
    private let log = Mutex<[Delivery]>([])

    init(
        _ name: String = "hook", identity: String = "here", alerts: Int = 20, bytes: Int = 20_000, parallel: Int = 1,
        spacing: Int = 0,
        answer: @escaping @Sendable (Delivery, Timestamp) async -> DeliveryResult = { _, _ in
            .delivered(status: 200, detail: "ok")
        }
    ) {
        self.name = name
        self.identity = identity
        alertsPerMessage = alerts
        bytesPerMessage = bytes
        parallelDeliveries = parallel
        secondsBetweenDeliveries = spacing
        self.answer = answer
    }

    var received: [Delivery] { log.withLock { $0 } }

    func render(_ alerts: [Alert], context: NotificationContext) -> AlertNotification {
        let kind = context.kind == .alert ? "" : "\(context.kind.rawValue): "
        let text = kind + alerts.map { "\($0.id)@\($0.revision)" }.joined(separator: " ") + " in " + context.deliveryID
        return AlertNotification(body: Array(text.utf8), contentType: "text/plain")
    }

    func deliver(_ delivery: Delivery, now: Timestamp) async -> DeliveryResult {
        log.withLock { $0.append(delivery) }
        return await answer(delivery, now)
    }
}

extension Delivery {
    var text: String { String(decoding: body, as: UTF8.self) }
}

let refused = DeliveryResult.retry(after: nil, throttled: false, status: 500, detail: "no")
