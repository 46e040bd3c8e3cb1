public import NewsModel

/// Dates of HTTP headers: the three forms of RFC 9110, 5.6.7, and what servers make of them.
public enum HTTPDate {
    /// The moment of a header's date, or nil. Taken: `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT`
    /// and `Sun Nov  6 08:49:37 1994`, in any case, with a missing weekday, and with UTC, Z or a numeric zone.
    /// A year of two digits is at most 50 years after `now`.
    public static func parse(_ text: String, now: Timestamp) -> Timestamp? {
        guard text.utf8.count <= 64 else { return nil }
        var words = text.split { $0 == " " || $0 == "," || $0 == "\t" }.map { $0.lowercased() }
        if let first = words.first, weekdays.contains(String(first.prefix(3))), first.utf8.allSatisfy(isLetter) {
            words.removeFirst()
        }
        // 06-Nov-94 is 06 Nov 94.
        if let first = words.first, first.contains("-") {
            words.replaceSubrange(0..<1, with: first.split(separator: "-").map(String.init))
        }
        if let first = words.first, months.contains(first) { return asctime(words, now: now) }
        guard words.count == 4 || words.count == 5, let day = number(words[0], digits: 1...2),
            let year = year(words[2], now: now), let offset = words.count == 5 ? zone(words[4]) : 0
        else { return nil }
        return moment(year: year, month: words[1], day: day, time: words[3], offset: offset)
    }

    /// nov 6 08:49:37 1994
    private static func asctime(_ words: [String], now: Timestamp) -> Timestamp? {
        guard words.count == 4, let day = number(words[1], digits: 1...2), let year = year(words[3], now: now) else {
            return nil
        }
        return moment(year: year, month: words[0], day: day, time: words[2], offset: 0)
    }

    private static func moment(year: Int, month: String, day: Int, time: String, offset: Int) -> Timestamp? {
        let clock = time.split(separator: ":", omittingEmptySubsequences: false)
        guard let month = months.firstIndex(of: month), clock.count == 3,
            let hour = number(String(clock[0]), digits: 1...2), let minute = number(String(clock[1]), digits: 2...2),
            let second = number(String(clock[2]), digits: 2...2)
        else { return nil }
        return CalendarDate(year: year, month: month + 1, day: day, hour: hour, minute: minute, second: second)?
            .timestamp(offsetSeconds: offset)
    }

    private static func year(_ text: String, now: Timestamp) -> Int? {
        if let year = number(text, digits: 4...4) { return year }
        guard let short = number(text, digits: 2...2) else { return nil }
        let present = CalendarDate(utc: now).year
        let year = present - present % 100 + short
        return year > present + 50 ? year - 100 : year
    }

    private static func zone(_ text: String) -> Int? {
        if ["gmt", "utc", "ut", "z"].contains(text) { return 0 }
        guard let sign = text.first, sign == "+" || sign == "-",
            let value = number(String(text.dropFirst()), digits: 4...4),
            value / 100 <= 23, value % 100 <= 59
        else { return nil }
        return (sign == "+" ? 1 : -1) * (value / 100 * 3600 + value % 100 * 60)
    }

    private static func number(_ text: String, digits: ClosedRange<Int>) -> Int? {
        guard digits.contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int(text)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte) }

    private static let weekdays: Set<String> = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
}
