import NewsModel

/// Reads the times, weekdays, days and months of `times.yaml` and of the calendars.
enum TimeText {
    private static let weekdayNames = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
    private static let monthNames = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    /// Minutes since midnight of `09:30`, 0...1440.
    static func minute(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2,
            parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), minute < 60, hour * 60 + minute <= 1440
        else { return nil }
        return hour * 60 + minute
    }

    /// `09:00-15:30`; an end before the beginning lies on the next day.
    static func minutes(_ text: String) -> MinuteRange? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let start = minute(String(parts[0])), let end = minute(String(parts[1])), start != end,
            start < 1440
        else { return nil }
        return MinuteRange(start: start, end: end)
    }

    /// `mon-fri`, `sat`: weekdays, 0 (Sunday) to 6.
    static func weekdays(_ text: String) -> [Int]? { names(text, weekdayNames).map { $0.map { $0 } } }

    /// `jan`, `nov-feb`: months, 1 to 12.
    static func months(_ text: String) -> [Int]? { names(text, monthNames).map { $0.map { $0 + 1 } } }

    /// `1`, `10-15`, `-1` (the last day of a month).
    static func days(_ text: String) -> [Int]? {
        if let day = Int(text) { return (1...31).contains(day) || (-31...(-1)).contains(day) ? [day] : nil }
        let parts = text.split(separator: "-")
        guard parts.count == 2, let first = Int(parts[0]), let last = Int(parts[1]), first <= last,
            (1...31).contains(first), last <= 31
        else { return nil }
        return Array(first...last)
    }

    /// A day such as `2026-12-31`.
    static func day(_ text: String) -> CalendarDate? {
        guard text.utf8.count == 10, let moment = Timestamp(iso8601: text) else { return nil }
        return CalendarDate(utc: moment)
    }

    /// One name, or two with a hyphen; a range may run over the end.
    private static func names(_ text: String, _ names: [String]) -> [Int]? {
        let parts = text.lowercased().split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        let places = parts.compactMap { names.firstIndex(of: $0) }
        guard places.count == parts.count, let first = places.first, let last = places.last, parts.count <= 2 else {
            return nil
        }
        let length = (last - first + names.count) % names.count
        return (0...length).map { (first + $0) % names.count }
    }
}

/// A part of a day in minutes since midnight. An end at or before the start lies on the next day.
struct MinuteRange: Sendable, Hashable {
    let start: Int
    let end: Int

    var crossesMidnight: Bool { end < start }
}
