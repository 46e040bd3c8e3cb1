import NewsModel

/// A named part of the week or the year in a zone: `nights`, `weekend`.
struct NamedInterval: Sendable, Hashable {
    let name: String
    let zone: CivilZone
    /// Parts of a day; empty for whole days.
    let times: [MinuteRange]
    /// 0 (Sunday) to 6; empty for all.
    let weekdays: Set<Int>
    /// Days of the month, -1 for the last one; empty for all.
    let days: Set<Int>
    /// 1 to 12; empty for all.
    let months: Set<Int>

    /// An end is looked for so many days ahead.
    private static let horizonDays = 370

    func holds(at moment: Timestamp) -> Bool {
        let date = zone.date(at: moment)
        if times.isEmpty { return isOn(date) }
        return times.contains { range in
            let minute = date.minuteOfDay
            guard range.crossesMidnight else { return isOn(date) && minute >= range.start && minute < range.end }
            // The part after midnight belongs to the day on which it began.
            return minute >= range.start && isOn(date) || minute < range.end && isOn(date.adding(days: -1))
        }
    }

    /// When it ends, for a moment within it; nil where that is more than a year ahead.
    func end(after moment: Timestamp) -> Timestamp? {
        let today = zone.date(at: moment)
        let edges = Set(times.map { $0.end % 1440 } + [0]).sorted()
        for offset in 0...Self.horizonDays {
            let day = today.adding(days: offset)
            for edge in edges {
                let candidate = zone.moment(day.atMinute(edge))
                if candidate > moment, !holds(at: candidate) { return candidate }
            }
        }
        return nil
    }

    private func isOn(_ date: CalendarDate) -> Bool {
        guard weekdays.isEmpty || weekdays.contains(date.weekday) else { return false }
        guard months.isEmpty || months.contains(date.month) else { return false }
        guard !days.isEmpty else { return true }
        let length = daysInMonth(of: date)
        return days.contains(date.day) || days.contains(date.day - length - 1)
    }

    private func daysInMonth(of date: CalendarDate) -> Int {
        var last = date
        while !last.isLastDayOfMonth { last = last.adding(days: 1) }
        return last.day
    }
}
