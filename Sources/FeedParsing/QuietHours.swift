/// When a feed asks not to be polled: RSS `skipHours` and `skipDays`, in GMT.
public struct QuietHours: Sendable, Hashable {
    /// 0...23.
    public private(set) var hours: Set<Int> = []
    /// 0 Monday ... 6 Sunday.
    public private(set) var days: Set<Int> = []

    public init() {}

    /// 24 is the hour that RSS 0.91 counts midnight as.
    mutating func addHour(_ text: String?) {
        guard let hour = text.flatMap({ Int($0) }), (0...24).contains(hour) else { return }
        hours.insert(hour % 24)
    }

    /// An English name, in any case.
    mutating func addDay(_ text: String?) {
        guard let text, let day = Self.names.firstIndex(of: text.lowercased()) else { return }
        days.insert(day)
    }

    private static let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
}
