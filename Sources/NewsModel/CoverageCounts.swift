/// How many earlier articles there were in five windows before an article.
public struct CoverageCounts: Sendable, Hashable {
    public var hours12: Int
    public var hours24: Int
    public var days3: Int
    public var days5: Int
    public var days7: Int

    /// The windows' lengths in seconds, and the names that JSON uses.
    public static let windows: [(name: StaticString, seconds: Int64)] = [
        ("12h", 12 * 3600), ("24h", 24 * 3600), ("3d", 3 * 86_400), ("5d", 5 * 86_400), ("7d", 7 * 86_400),
    ]

    public init(hours12: Int = 0, hours24: Int = 0, days3: Int = 0, days5: Int = 0, days7: Int = 0) {
        self.hours12 = hours12
        self.hours24 = hours24
        self.days3 = days3
        self.days5 = days5
        self.days7 = days7
    }

    /// In the order of `windows`.
    public var values: [Int] { [hours12, hours24, days3, days5, days7] }
}
