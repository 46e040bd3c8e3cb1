public import NewsModel

/// The rendered message for one group and receiver: the bytes that every try sends.
public struct AlertNotification: Sendable, Hashable {
    public let body: [UInt8]
    public let contentType: String

    public init(body: [UInt8], contentType: String) {
        self.body = body
        self.contentType = contentType
    }
}

/// What a message says of itself.
public struct NotificationContext: Sendable, Hashable {
    public let deliveryID: String
    public let groupKey: String
    public let createdAt: Timestamp
    public let kind: MessageKind

    public init(deliveryID: String, groupKey: String, createdAt: Timestamp, kind: MessageKind = .alert) {
        self.deliveryID = deliveryID
        self.groupKey = groupKey
        self.createdAt = createdAt
        self.kind = kind
    }
}

/// What came of one try to hand a delivery over. Details are cleaned and hold no secrets.
public enum DeliveryResult: Sendable, Hashable {
    /// Taken. With `pause`, the receiver wants nothing more before that moment.
    case delivered(status: Int?, detail: String, pause: Timestamp? = nil)
    /// Try again; `after` is the receiver's own wish, `throttled` says that it wants less altogether.
    case retry(after: Timestamp?, throttled: Bool, status: Int?, detail: String)
    /// Never try again. With `disables`, the receiver wants nothing more at all.
    case failed(disables: Bool, status: Int?, detail: String)
}

/// A named destination: makes messages in its own form, and hands them over.
public protocol Receiver: Sendable {
    var name: String { get }
    /// A hash of where it sends and with which keys: as long as it stays, what the other side said for good holds.
    var identity: String { get }
    /// Alerts that one message may hold; a larger group goes out in several.
    var alertsPerMessage: Int { get }
    /// Alerts that one digest may hold, each a line.
    var alertsPerDigest: Int { get }
    /// Bytes that a message should not pass while it can be split.
    var bytesPerMessage: Int { get }
    /// Deliveries that may be on their way at once.
    var parallelDeliveries: Int { get }
    /// The least number of seconds between two deliveries.
    var secondsBetweenDeliveries: Int { get }

    /// Makes the message. Pure: the same alerts and context give the same bytes.
    func render(_ alerts: [Alert], context: NotificationContext) -> AlertNotification
    /// Hands a delivery over, byte for byte, and says what came of it. Never throws, and ends within a minute.
    func deliver(_ delivery: Delivery, now: Timestamp) async -> DeliveryResult
}

extension Receiver {
    /// Alerts that one message of a kind may hold.
    public func alertLimit(of kind: MessageKind) -> Int {
        kind == .digest ? alertsPerDigest : alertsPerMessage
    }

    /// What it said where it wants nothing more; nil where it did not, or is another since.
    public func stop(among stops: [ReceiverStop]) -> ReceiverStop? {
        stops.first { $0.receiver == name && $0.identity == identity }
    }

    public var identity: String { ContentHash.hex(["receiver", name], bytes: 12) }
    public var alertsPerMessage: Int { 20 }
    public var alertsPerDigest: Int { 50 }
    public var bytesPerMessage: Int { 20_000 }
    public var parallelDeliveries: Int { 1 }
    public var secondsBetweenDeliveries: Int { 0 }
}
