import NewsModel

/// The sessions of an exchange: regular hours, holidays, days with other hours.
struct TradingCalendar: Sendable, Hashable {
    /// The name that `times.yaml` gives it.
    let name: String
    let zone: CivilZone
    /// 0 (Sunday) to 6.
    let weekdays: Set<Int>
    /// The regular session.
    let session: MinuteRange
    /// Days without a session: `2026-12-25`.
    let holidays: Set<String>
    /// Days with another session: early closes, late openings.
    let specialDays: [String: MinuteRange]
    /// The last day for which holidays are known; later, every weekday counts as a trading day.
    let filledUntil: String
    /// Seconds before the opening at which the digest of what was held goes out.
    let digestLead: Int

    private static let horizonDays = 30

    func isOpen(at moment: Timestamp) -> Bool {
        let date = zone.date(at: moment)
        guard let session = session(on: date) else { return false }
        return date.minuteOfDay >= session.start && date.minuteOfDay < session.end
    }

    /// The next opening after a moment; nil where there is none within 30 days.
    func nextOpening(after moment: Timestamp) -> Timestamp? {
        let today = zone.date(at: moment)
        for offset in 0...Self.horizonDays {
            let day = today.adding(days: offset)
            guard let session = session(on: day) else { continue }
            let opening = zone.moment(day.atMinute(session.start))
            if opening > moment { return opening }
        }
        return nil
    }

    /// When what comes at a moment may go out: at once within a session and between digest and opening (nil), else
    /// with the digest before the next opening.
    func digestTime(at moment: Timestamp) -> Timestamp? {
        guard !isOpen(at: moment), let opening = nextOpening(after: moment) else { return nil }
        let digest = opening.adding(seconds: -Int64(digestLead))
        return digest > moment ? digest : nil
    }

    private func session(on date: CalendarDate) -> MinuteRange? {
        let day = date.dayText
        guard !holidays.contains(day) else { return nil }
        if let special = specialDays[day] { return special }
        return weekdays.contains(date.weekday) ? session : nil
    }
}
