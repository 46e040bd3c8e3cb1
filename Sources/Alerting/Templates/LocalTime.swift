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
        let minutes = abs(offset(at: moment)) / 60
        let sign = offset(at: moment) < 0 ? "-" : "+"
        return "\(day(of: moment)) \(time(of: moment)) \(sign)\(Self.two(minutes / 60)):\(Self.two(minutes % 60))"
    }

    /// The time alone, `10:18`, for a place beside another moment that stands there whole; with its day where that is
    /// another one, with the offset too where the clocks were changed in between.
    func text(_ moment: Timestamp, beside other: Timestamp) -> String {
        if offset(at: moment) != offset(at: other) { return text(moment) }
        return day(of: moment) == day(of: other) ? time(of: moment) : "\(day(of: moment)) \(time(of: moment))"
    }

    private func day(of moment: Timestamp) -> String {
        let date = local(moment)
        return "\(date.year)-\(Self.two(date.month))-\(Self.two(date.day))"
    }

    private func time(of moment: Timestamp) -> String {
        "\(Self.two(local(moment).hour)):\(Self.two(local(moment).minute))"
    }

    private func local(_ moment: Timestamp) -> CalendarDate {
        CalendarDate(utc: moment.adding(seconds: Int64(offset(at: moment))))
    }

    /// Seconds east of Greenwich.
    private func offset(at moment: Timestamp) -> Int {
        zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment.seconds)))
    }

    private static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
