/// A date and a time of day in the proleptic Gregorian calendar, without a zone.
public struct CalendarDate: Sendable, Hashable {
    public var year: Int
    /// 1...12
    public var month: Int
    /// 1...31
    public var day: Int
    public var hour: Int
    public var minute: Int
    public var second: Int

    /// Makes a date, or nil where a part is out of its range (31 April, 25 o'clock). 24:00 and second 60 are taken.
    public init?(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        guard (1...9999).contains(year), (1...12).contains(month),
            (1...Self.daysIn(month: month, year: year)).contains(day),
            (0...24).contains(hour), (0...59).contains(minute), (0...60).contains(second),
            hour < 24 || (minute == 0 && second == 0)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
    }

    /// The date and time that a clock set to UTC shows at a moment.
    public init(utc moment: Timestamp) {
        let seconds = moment.seconds
        let days = Self.floorDivide(seconds, 86_400)
        let rest = Int(seconds - days * 86_400)
        // Days to civil date: the era method of H. Hinnant, "chrono-Compatible Low-Level Date Algorithms".
        let shifted = days + 719_468
        let era = Self.floorDivide(shifted, 146_097)
        let dayOfEra = Int(shifted - era * 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthIndex = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthIndex + 2) / 5 + 1
        month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
        year = yearOfEra + Int(era) * 400 + (month <= 2 ? 1 : 0)
        hour = rest / 3600
        minute = rest / 60 % 60
        second = rest % 60
    }

    /// The moment at which a clock `offsetSeconds` east of UTC shows this date and time.
    public func timestamp(offsetSeconds: Int = 0) -> Timestamp {
        let shiftedYear = Int64(month <= 2 ? year - 1 : year)
        let era = Self.floorDivide(shiftedYear, 400)
        let yearOfEra = shiftedYear - era * 400
        let monthIndex = Int64(month > 2 ? month - 3 : month + 9)
        let dayOfYear = (153 * monthIndex + 2) / 5 + Int64(day) - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        let days = era * 146_097 + dayOfEra - 719_468
        return Timestamp(seconds: days * 86_400 + Int64(hour * 3600 + minute * 60 + second - offsetSeconds))
    }

    private static func daysIn(month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func floorDivide(_ value: Int64, _ divisor: Int64) -> Int64 {
        value >= 0 ? value / divisor : (value - divisor + 1) / divisor
    }
}

extension Timestamp {
    /// ISO 8601 in UTC to the second, as all output writes it: `2026-11-25T01:18:50Z`.
    public var iso8601: String {
        let date = CalendarDate(utc: self)
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let year = String(repeating: "0", count: max(0, 4 - String(date.year).count)) + String(date.year)
        return "\(year)-\(two(date.month))-\(two(date.day))T\(two(date.hour)):\(two(date.minute)):\(two(date.second))Z"
    }

    /// Reads `2026-11-25`, `2026-11-25T01:18:50Z`, `2026-11-25 01:18:50.123+09:00` and the like; a missing zone means UTC.
    ///
    /// Returns nil for anything else: feeds, with their many forms, have a reader of their own.
    public init?(iso8601 text: String) {
        var scanner = ISODateScanner(bytes: Array(text.utf8))
        guard let value = scanner.timestamp() else { return nil }
        self = value
    }
}

/// Reads the strict ISO 8601 forms of `Timestamp(iso8601:)` over bytes.
private struct ISODateScanner {
    let bytes: [UInt8]
    var position = 0

    mutating func timestamp() -> Timestamp? {
        guard let year = number(4), take("-"), let month = number(2), take("-"), let day = number(2) else { return nil }
        guard position < bytes.count else {
            return CalendarDate(year: year, month: month, day: day)?.timestamp()
        }
        guard take("T") || take("t") || take(" "), let hour = number(2), take(":"), let minute = number(2) else {
            return nil
        }
        var second = 0
        var milliseconds: Int64 = 0
        if take(":") {
            guard let value = number(2) else { return nil }
            second = value
            if take(".") { milliseconds = fraction() }
        }
        guard let offset = zone(), position == bytes.count,
            let date = CalendarDate(year: year, month: month, day: day, hour: hour, minute: minute, second: second)
        else { return nil }
        return Timestamp(milliseconds: date.timestamp(offsetSeconds: offset).milliseconds + milliseconds)
    }

    private mutating func zone() -> Int? {
        if position == bytes.count || take("Z") || take("z") { return 0 }
        let sign = take("+") ? 1 : take("-") ? -1 : 0
        guard sign != 0, let hours = number(2), hours <= 23 else { return nil }
        _ = take(":")
        let minutes = number(2) ?? 0
        guard minutes <= 59 else { return nil }
        return sign * (hours * 3600 + minutes * 60)
    }

    private mutating func fraction() -> Int64 {
        var value: Int64 = 0
        var scale: Int64 = 100
        while position < bytes.count, (48...57).contains(bytes[position]) {
            value += Int64(bytes[position] - 48) * scale
            scale /= 10
            position += 1
        }
        return value
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private mutating func number(_ digits: Int) -> Int? {
        guard position + digits <= bytes.count else { return nil }
        var value = 0
        for byte in bytes[position..<position + digits] {
            guard (48...57).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 48)
        }
        position += digits
        return value
    }
}
