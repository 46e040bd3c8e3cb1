import NewsModel

/// Splits the notices of a group into messages of one kind each, of the size that their receiver takes.
struct MessageSplit {
    let receiver: any Receiver
    let groupKey: String
    let now: Timestamp

    struct Part {
        let items: [PendingAlert]
        let delivery: Delivery

        var notices: [PendingNotice] { items.map(\.notice) }
    }

    func parts(of pending: [PendingAlert]) -> [Part] {
        let kinds = Dictionary(grouping: newestKind(pending), by: \.kind)
        return MessageKind.allCases.flatMap { kind in
            parts(of: kinds[kind, default: []].map(\.item), kind: kind)
        }
    }

    /// All notices of one alert go the way of its newest one: who is told of the end needs not be told of the beginning.
    private func newestKind(_ pending: [PendingAlert]) -> [(item: PendingAlert, kind: MessageKind)] {
        var newest: [String: PendingAlert] = [:]
        for item in pending where item.notice.revision >= newest[item.notice.alertID]?.notice.revision ?? 0 {
            newest[item.notice.alertID] = item
        }
        return pending.map { ($0, MessageKind(of: newest[$0.notice.alertID] ?? $0)) }
    }

    private func parts(of pending: [PendingAlert], kind: MessageKind) -> [Part] {
        // Of several revisions of one alert only the newest is shown; the notices of the others are sent with it.
        let byAlert = Dictionary(grouping: pending, by: \.notice.alertID)
        var seen: Set<String> = []
        let order = pending.map(\.notice.alertID).filter { seen.insert($0).inserted }
        let size = max(1, receiver.alertLimit(of: kind))
        return stride(from: 0, to: order.count, by: size).flatMap { start in
            let alerts = order[start..<min(start + size, order.count)].compactMap { byAlert[$0] }
            return split(alerts[...], kind)
        }
    }

    /// Halves a message until it is short enough or holds one alert.
    private func split(_ alerts: ArraySlice<[PendingAlert]>, _ kind: MessageKind) -> [Part] {
        let mine = alerts.flatMap { $0 }
        let names = mine.map(\.notice.name)
        let id = DeliveryID.of(receiver: receiver.name, notices: names)
        let context = NotificationContext(deliveryID: id, groupKey: groupKey, createdAt: now, kind: kind)
        let shown = alerts.compactMap { items in items.max { $0.notice.revision < $1.notice.revision }?.alert }
        let message = receiver.render(shown, context: context)
        if alerts.count > 1, message.body.count > receiver.bytesPerMessage {
            let middle = alerts.startIndex + alerts.count / 2
            return split(alerts[..<middle], kind) + split(alerts[middle...], kind)
        }
        let delivery = Delivery(
            id: id, receiver: receiver.name, body: message.body, contentType: message.contentType, notices: names,
            state: .due, attemptCount: 0, nextAttemptAt: now, createdAt: now)
        return [Part(items: mine, delivery: delivery)]
    }
}

extension MessageKind {
    /// The kind of message that a notice belongs in.
    init(of item: PendingAlert) {
        if item.notice.isCollected {
            self = .digest
        } else if item.notice.kind == .resolved {
            self = .resolved
        } else {
            self = item.alert.events.contains { $0.type.group == "monitor" } ? .monitor : .alert
        }
    }
}
