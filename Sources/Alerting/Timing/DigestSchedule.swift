import NewsModel

/// The times at which a digest goes out: every day, or on some weekdays, in a zone.
struct DigestSchedule: Sendable, Hashable {
    let name: String
    let zone: CivilZone
    /// Minutes since midnight, sorted.
    let times: [Int]
    /// 0 (Sunday) to 6; empty for all.
    let weekdays: Set<Int>

    /// The first time after a moment.
    func next(after moment: Timestamp) -> Timestamp {
        let today = zone.date(at: moment)
        // Some weekday comes within a week, so the loop always ends with a time.
        for offset in 0...8 {
            let day = today.adding(days: offset)
            guard weekdays.isEmpty || weekdays.contains(day.weekday) else { continue }
            for minute in times {
                let candidate = zone.moment(day.atMinute(minute))
                if candidate > moment { return candidate }
            }
        }
        return moment.adding(seconds: 86_400)
    }
}
