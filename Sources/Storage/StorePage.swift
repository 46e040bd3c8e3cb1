internal import GRDB
import NewsModel

/// A part of a list that may be too long to hold at once.
public struct StorePage<Item: Sendable>: Sendable {
    public let items: [Item]
    /// Where the next part begins; nil where this is the last.
    public let next: StorePlace?
}

/// A place in a list that is in the order of `seenAt`.
public struct StorePlace: Sendable, Hashable {
    private let seenAt: Int64
    private let number: Int64

    /// The place of a row with `seenAt` and `number`.
    init(_ row: Row) {
        seenAt = row["seenAt"]
        number = row["number"]
    }

    /// For a query with the first moment, the place after which the page begins (two values), and its length.
    static func arguments(since moment: Timestamp, after place: StorePlace?, limit: Int) -> StatementArguments {
        [moment.milliseconds, place?.seenAt ?? .min, place?.number ?? .min, max(1, limit)]
    }
}
