import NewsModel

/// Reads the dates that pages print or declare, over bytes, wherever in a short text they stand.
enum PageDate {
    /// Korea has kept UTC+9 all year since 1988.
    static let koreanOffset = 9 * 3600

    /// The first date in a text: ISO 8601, `2026.11.23 14:05`, `2026년 11월 23일 오후 2:05`, `April 16, 2024 1:50 pm`.
    ///
    /// - Parameter defaultOffset: seconds east of UTC for a date without a zone.
    static func timestamp(in text: String, defaultOffset: Int) -> Timestamp? {
        let bytes = Array(text.utf8.prefix(400))
        var scanner = PageDateScanner(bytes: bytes, defaultOffset: defaultOffset)
        return scanner.timestamp()
    }
}

/// Finds and reads one date.
struct PageDateScanner {
    let bytes: [UInt8]
    let defaultOffset: Int
    private var position = 0

    init(bytes: [UInt8], defaultOffset: Int) {
        self.bytes = bytes
        self.defaultOffset = defaultOffset
    }

    mutating func timestamp() -> Timestamp? {
        for start in bytes.indices {
            position = start
            let isNumberStart = ASCII.isDigit(bytes[start]) && (start == 0 || !ASCII.isDigit(bytes[start - 1]))
            let isWordStart = ASCII.isLetter(bytes[start]) && (start == 0 || !ASCII.isLetter(bytes[start - 1]))
            if isNumberStart, let day = numericDay() ?? compactDay() ?? dayBeforeMonth(start) { return withTime(day) }
            if isWordStart, let day = monthBeforeDay(start) { return withTime(day) }
        }
        return nil
    }

    private typealias Day = (year: Int, month: Int, day: Int)

    /// `2026-11-23`, `2026. 11. 23.`, `2026/11/23`, `2026년 11월 23일`.
    private mutating func numericDay() -> Day? {
        guard let year = number(digits: 4...4), (1990...2100).contains(year), separator(),
            let month = number(digits: 1...2),
            separator(), let day = number(digits: 1...2)
        else { return nil }
        _ = take("일")
        if position < bytes.count, bytes[position] == UInt8(ascii: ".") { position += 1 }
        return CalendarDate(year: year, month: month, day: day) == nil ? nil : (year, month, day)
    }

    /// `20261123` and `20261123140500`.
    private mutating func compactDay() -> Day? {
        let start = position
        guard let year = number(digits: 4...4, whole: false), (1990...2100).contains(year),
            let month = number(digits: 2...2, whole: false),
            let day = number(digits: 2...2, whole: false), CalendarDate(year: year, month: month, day: day) != nil
        else {
            position = start
            return nil
        }
        return (year, month, day)
    }

    /// `16 April 2024`.
    private mutating func dayBeforeMonth(_ start: Int) -> Day? {
        position = start
        guard let day = number(digits: 1...2) else { return nil }
        skipBlanks()
        guard let month = monthName() else { return nil }
        skipBlanks()
        guard let year = number(digits: 4...4), CalendarDate(year: year, month: month, day: day) != nil else {
            return nil
        }
        return (year, month, day)
    }

    /// `April 16, 2024` and `Apr. 16 2024`.
    private mutating func monthBeforeDay(_ start: Int) -> Day? {
        position = start
        guard let month = monthName() else { return nil }
        skipBlanks()
        guard let day = number(digits: 1...2) else { return nil }
        for suffix in ["st", "nd", "rd", "th"] where take(suffix) { break }
        skipBlanks()
        guard let year = number(digits: 4...4), CalendarDate(year: year, month: month, day: day) != nil else {
            return nil
        }
        return (year, month, day)
    }

    /// Adds the time of day and zone that follow within a few signs.
    private mutating func withTime(_ day: Day) -> Timestamp? {
        let dayEnd = position
        var hour = 0
        var minute = 0
        var second = 0
        var offset = defaultOffset
        if !readTime(&hour, &minute, &second) {
            position = dayEnd
        } else {
            offset = zone() ?? defaultOffset
        }
        return CalendarDate(year: day.year, month: day.month, day: day.day, hour: hour, minute: minute, second: second)?
            .timestamp(offsetSeconds: offset)
    }

    private mutating func readTime(_ hour: inout Int, _ minute: inout Int, _ second: inout Int) -> Bool {
        _ = take("T")
        skipBlanks()
        if position < bytes.count, bytes[position] == UInt8(ascii: "(") {
            // "2026.11.23(월) 14:05"
            guard let close = bytes[position...].prefix(12).firstIndex(of: UInt8(ascii: ")")) else { return false }
            position = close + 1
            skipBlanks()
        }
        _ = take("at")
        skipBlanks()
        var afternoon: Bool? = take("오후") ? true : take("오전") ? false : nil
        skipBlanks()
        guard let first = number(digits: 1...2, whole: false), first < 25 else { return false }
        hour = first
        if take(":") || take("시") {
            skipBlanks()
            minute = number(digits: 1...2) ?? 0
            _ = take("분")
            if take(":") { second = number(digits: 1...2) ?? 0 }
            if take(".") { _ = number(digits: 1...9) }
        } else if let tight = number(digits: 2...2, whole: false) {
            // "20261123140500"
            minute = tight
            second = number(digits: 2...2, whole: false) ?? 0
        } else {
            return false
        }
        skipBlanks()
        if afternoon == nil {
            afternoon = takeAny("p.m.", "pm", "PM", "P.M.") ? true : takeAny("a.m.", "am", "AM", "A.M.") ? false : nil
        }
        if afternoon == true, hour < 12 { hour += 12 }
        if afternoon == false, hour == 12 { hour = 0 }
        return minute < 60 && second < 61
    }

    private mutating func zone() -> Int? {
        skipBlanks()
        if takeAny("Z", "UTC", "GMT") { return 0 }
        if take("KST") { return PageDate.koreanOffset }
        if takeAny("EDT") { return -4 * 3600 }
        if takeAny("EST", "CDT") { return -5 * 3600 }
        if takeAny("PDT") { return -7 * 3600 }
        if takeAny("PST") { return -8 * 3600 }
        let sign = take("+") ? 1 : take("-") ? -1 : 0
        guard sign != 0, let hours = number(digits: 2...2, whole: false), hours < 15 else { return nil }
        _ = take(":")
        return sign * (hours * 3600 + (number(digits: 2...2) ?? 0) * 60)
    }

    // MARK: Pieces

    private mutating func skipBlanks() {
        while position < bytes.count, bytes[position] == 0x20 || bytes[position] == UInt8(ascii: ",") { position += 1 }
    }

    private mutating func separator() -> Bool {
        for sign in ["-", "/", ".", "년", "월"] where take(sign) {
            skipBlanks()
            return true
        }
        return false
    }

    private mutating func takeAny(_ words: String...) -> Bool {
        words.contains { take($0) }
    }

    private mutating func take(_ text: String) -> Bool {
        guard ByteSearch.hasPrefix(bytes[position...], Array(text.utf8)) else { return false }
        position += text.utf8.count
        return true
    }

    /// - Parameter whole: true where no further digit may follow.
    private mutating func number(digits: ClosedRange<Int>, whole: Bool = true) -> Int? {
        var value = 0
        var index = position
        while index < bytes.count, index - position < digits.upperBound, ASCII.isDigit(bytes[index]) {
            value = value * 10 + Int(bytes[index] - 0x30)
            index += 1
        }
        guard index - position >= digits.lowerBound else { return nil }
        if whole, index < bytes.count, ASCII.isDigit(bytes[index]) { return nil }
        position = index
        return value
    }

    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"].map
    { Array($0.utf8) }

    private mutating func monthName() -> Int? {
        var end = position
        while end < bytes.count, end - position < 10, ASCII.isLetter(bytes[end]) { end += 1 }
        guard end - position >= 3 else { return nil }
        let word = bytes[position..<end].map(ASCII.lower)
        guard let month = Self.months.firstIndex(of: Array(word.prefix(3))),
            Self.fullNames[month].starts(with: word) || word == Array("sept".utf8)
        else {
            return nil
        }
        position = end
        if position < bytes.count, bytes[position] == UInt8(ascii: ".") { position += 1 }
        return month + 1
    }

    private static let fullNames = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ].map { Array($0.utf8) }
}
