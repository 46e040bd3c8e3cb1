import NewsModel

/// Ids of deliveries.
enum DeliveryID {
    /// From the receiver and the alert revisions in it: the same notices give the same id, also after a restore from a
    /// backup, so that the other side can tell a repeat. Holds no dot.
    static func of(receiver: String, notices: [String]) -> String {
        "msg_" + ContentHash.hex(["delivery", receiver] + notices.sorted(), bytes: 12)
    }
}
