import Foundation
public import NewsModel

/// Writes moments as a clock in a time zone shows them, always with the offset: `2026-11-25 10:18 +09:00`.
public struct LocalTime: Sendable, Hashable {
    private let zone: TimeZone

    /// nil for a name that is not in the IANA list of zones.
    public init?(identifier: String) {
        guard let zone = TimeZone(identifier: identifier) else { return nil }
        self.zone = zone
    }

    private init(zone: TimeZone) {
        self.zone = zone
    }

    public static let utc = LocalTime(zone: .gmt)

    /// Seoul for Korean messages, UTC for the others.
    static func standard(for language: MessageLanguage) -> LocalTime {
        language == .korean ? LocalTime(identifier: "Asia/Seoul") ?? .utc : .utc
    }

    public func text(_ moment: Timestamp) -> String {
        let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment.seconds)))
        let date = CalendarDate(utc: moment.adding(seconds: Int64(offset)))
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let day = "\(date.year)-\(two(date.month))-\(two(date.day))"
        let minutes = abs(offset) / 60
        return
            "\(day) \(two(date.hour)):\(two(date.minute)) \(offset < 0 ? "-" : "+")\(two(minutes / 60)):\(two(minutes % 60))"
    }
}
