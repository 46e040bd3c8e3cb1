import Foundation
import NewsModel

/// A time zone with the conversions that schedules need. Weekdays are 0 (Sunday) to 6.
struct CivilZone: Sendable, Hashable {
    private let zone: TimeZone

    /// nil for a name that is not in the IANA list of zones.
    init?(identifier: String) {
        guard let zone = TimeZone(identifier: identifier) else { return nil }
        self.zone = zone
    }

    /// What a clock in the zone shows.
    func date(at moment: Timestamp) -> CalendarDate {
        CalendarDate(utc: moment.adding(seconds: offset(at: moment)))
    }

    /// When a clock in the zone shows a date and time. In the hour that is skipped in spring it is the moment of the skip
    /// or up to an hour beside it; of the hour that comes twice in autumn it is one of the two.
    func moment(_ date: CalendarDate) -> Timestamp {
        let asUTC = date.timestamp()
        let guess = asUTC.adding(seconds: -offset(at: asUTC))
        return asUTC.adding(seconds: -offset(at: guess))
    }

    private func offset(at moment: Timestamp) -> Int64 {
        Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment.seconds))))
    }
}

extension CalendarDate {
    /// 0 (Sunday) to 6.
    var weekday: Int {
        let days = timestamp().seconds / 86_400
        // 1970-01-01 was a Thursday.
        return Int(((days + 4) % 7 + 7) % 7)
    }

    var minuteOfDay: Int { hour * 60 + minute }

    /// Midnight of the day that comes a number of days later.
    func adding(days: Int) -> CalendarDate {
        atMinute(0).movedByDays(days)
    }

    /// The same day at a minute of it, 0...1439.
    func atMinute(_ minute: Int) -> CalendarDate {
        var date = self
        (date.hour, date.minute, date.second) = (minute / 60, minute % 60, 0)
        return date
    }

    private func movedByDays(_ days: Int) -> CalendarDate {
        CalendarDate(utc: timestamp().adding(seconds: Int64(days) * 86_400))
    }

    /// `2026-11-25`.
    var dayText: String { String(timestamp().iso8601.prefix(10)) }

    var isLastDayOfMonth: Bool { adding(days: 1).month != month }
}
