/// Where a delivery stands.
public enum DeliveryState: String, Sendable, Hashable, Codable {
    /// Not yet accepted by the receiver; it will be tried again.
    case due
    /// The receiver said yes.
    case delivered
    /// Given up for good and kept: the dead letters.
    case dead
}

/// One notification on its way to one receiver: frozen bytes under an id that stays through retries.
public struct Delivery: Sendable, Hashable {
    /// Hash of the receiver and the alert revisions in it; holds no dot.
    public let id: String
    public let receiver: String
    /// What is sent at every try, byte for byte.
    public let body: [UInt8]
    public let contentType: String
    /// `alertID@revision` of each notice in it.
    public let notices: [String]
    public var state: DeliveryState
    /// Tries made so far.
    public var attemptCount: Int
    public var nextAttemptAt: Timestamp
    public let createdAt: Timestamp
    /// What went wrong at the last try, secrets removed; nil after a success.
    public var lastError: String?

    public init(
        id: String, receiver: String, body: [UInt8], contentType: String, notices: [String], state: DeliveryState,
        attemptCount: Int, nextAttemptAt: Timestamp, createdAt: Timestamp, lastError: String? = nil
    ) {
        self.id = id
        self.receiver = receiver
        self.body = body
        self.contentType = contentType
        self.notices = notices
        self.state = state
        self.attemptCount = attemptCount
        self.nextAttemptAt = nextAttemptAt
        self.createdAt = createdAt
        self.lastError = lastError
    }
}

/// One try to hand a delivery over.
public struct DeliveryAttempt: Sendable, Hashable {
    public let deliveryID: String
    /// 1 for the first try.
    public let number: Int
    public let at: Timestamp
    /// Milliseconds from the start of the try to its answer.
    public let latencyMilliseconds: Int
    /// The HTTP status, for webhooks that answered.
    public let status: Int?
    /// The first 256 bytes of the answer or the error, cleaned of secrets.
    public let detail: String
    public let succeeded: Bool

    public init(
        deliveryID: String, number: Int, at: Timestamp, latencyMilliseconds: Int, status: Int?, detail: String,
        succeeded: Bool
    ) {
        self.deliveryID = deliveryID
        self.number = number
        self.at = at
        self.latencyMilliseconds = latencyMilliseconds
        self.status = status
        self.detail = detail
        self.succeeded = succeeded
    }
}

/// Dead letters by the time when they were made, `since` and `until` among them; nil for no limit.
public struct DeliveryRange: Sendable, Hashable {
    public var since: Timestamp?
    public var until: Timestamp?
    public var receiver: String?

    public init(since: Timestamp? = nil, until: Timestamp? = nil, receiver: String? = nil) {
        self.since = since
        self.until = until
        self.receiver = receiver
    }
}
