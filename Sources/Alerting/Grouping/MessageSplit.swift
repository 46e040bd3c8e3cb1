import NewsModel

/// Splits the notices of a group into messages of the size that their receiver takes.
struct MessageSplit {
    let receiver: any Receiver
    let groupKey: String
    let now: Timestamp

    struct Part {
        let notices: [PendingNotice]
        let delivery: Delivery
    }

    func parts(of pending: [PendingAlert]) -> [Part] {
        // Of several revisions of one alert only the newest is shown; the notices of the others are sent with it.
        var newest: [String: PendingAlert] = [:]
        for item in pending where item.notice.revision >= newest[item.notice.alertID]?.notice.revision ?? 0 {
            newest[item.notice.alertID] = item
        }
        var order: [PendingAlert] = []
        var seen: Set<String> = []
        for item in pending where seen.insert(item.notice.alertID).inserted {
            if let item = newest[item.notice.alertID] { order.append(item) }
        }
        let notices = Dictionary(grouping: pending.map(\.notice), by: \.alertID)
        let size = max(1, receiver.alertsPerMessage)
        return stride(from: 0, to: order.count, by: size).flatMap { start in
            split(order[start..<min(start + size, order.count)], notices)
        }
    }

    /// Halves a message until it is short enough or holds one alert.
    private func split(_ alerts: ArraySlice<PendingAlert>, _ notices: [String: [PendingNotice]]) -> [Part] {
        let mine = alerts.flatMap { notices[$0.notice.alertID] ?? [] }
        let names = mine.map(DeliveryID.notice)
        let id = DeliveryID.of(receiver: receiver.name, notices: names)
        let context = NotificationContext(deliveryID: id, groupKey: groupKey, createdAt: now)
        let message = receiver.render(alerts.map(\.alert), context: context)
        if alerts.count > 1, message.body.count > receiver.bytesPerMessage {
            let middle = alerts.startIndex + alerts.count / 2
            return split(alerts[..<middle], notices) + split(alerts[middle...], notices)
        }
        let delivery = Delivery(
            id: id, receiver: receiver.name, body: message.body, contentType: message.contentType, notices: names,
            state: .due, attemptCount: 0, nextAttemptAt: now, createdAt: now)
        return [Part(notices: mine, delivery: delivery)]
    }
}
