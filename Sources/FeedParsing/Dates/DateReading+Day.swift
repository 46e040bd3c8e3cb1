import NewsModel

extension DateReading {
    /// The calendar day in what time and zone have left over.
    mutating func calendarDay() -> CalendarDate? {
        if let spelled = spelledDay() { return spelled }
        let numbers = tokens.filter { $0.kind == .number && !$0.isUsed }
        let months = tokens.indices.filter { !tokens[$0].isUsed && tokens[$0].kind == .word }
            .compactMap { index in MonthNames.month(word(index)) }
        // A weekday can look like a month ("mar." is Tuesday in French); the month comes after it.
        if let month = months.last { return namedDay(month, numbers) }
        switch numbers.count {
        case 1: return compactDay(numbers[0])
        case 2: return yearAndMonth(numbers)
        case 3: return numericDay(numbers)
        default: return nil
        }
    }

    /// `2026년 8월 14일`, `2026年8月14日`
    private func spelledDay() -> CalendarDate? {
        var parts = [0, 0, 1]
        var found = 0
        for index in tokens.indices where tokens[index].kind == .number && !tokens[index].isUsed {
            for (place, names) in [["년", "年"], ["월", "月"], ["일", "日"]].enumerated()
            where names.contains(where: { isWord(index + 1, $0) }) {
                parts[place] = tokens[index].value
                found += 1
            }
        }
        guard found >= 2, parts[0] > 0 else { return nil }
        return CalendarDate(year: parts[0] < 100 ? parts[0] + 2000 : parts[0], month: parts[1], day: parts[2])
    }

    /// A month's name with a day and a year; without a day only where there is no time either.
    private func namedDay(_ month: Int, _ numbers: [DateToken]) -> CalendarDate? {
        switch numbers.count {
        case 1 where numbers[0].digits == 4 && time == nil:
            return CalendarDate(year: numbers[0].value, month: month, day: 1)
        case 2:
            let isYearFirst = numbers[0].digits == 4
            let (year, day) = isYearFirst ? (numbers[0], numbers[1]) : (numbers[1], numbers[0])
            guard day.digits <= 2, let full = Self.year(year) else { return nil }
            return CalendarDate(year: full, month: month, day: day.value)
        default: return nil
        }
    }

    private static func year(_ token: DateToken) -> Int? {
        switch token.digits {
        case 4: token.value
        case 2: token.value < 70 ? token.value + 2000 : token.value + 1900
        default: nil
        }
    }

    /// One number for all: `20260814`, `20260814090500`, `260814`, `2026226` (the day of the year), `2026`.
    private mutating func compactDay(_ number: DateToken) -> CalendarDate? {
        let value = number.value
        let isAlone = tokens.allSatisfy { $0.isUsed || $0.kind == .number }
        switch number.digits {
        case 14, 12:
            guard time == nil else { return nil }
            let clock = number.digits == 14 ? value % 1_000_000 : value % 10_000 * 100
            time = (clock / 10_000, clock / 100 % 100, clock % 100)
            let day = number.digits == 14 ? value / 1_000_000 : value / 10_000
            return CalendarDate(year: day / 10_000, month: day / 100 % 100, day: day % 100)
        case 8: return CalendarDate(year: value / 10_000, month: value / 100 % 100, day: value % 100)
        case 7 where isAlone: return dayOfYear(value / 1000, value % 1000)
        case 6 where isAlone:
            let year = value / 10_000
            return CalendarDate(year: year < 70 ? year + 2000 : year + 1900, month: value / 100 % 100, day: value % 100)
        case 5 where isAlone: return dayOfYear(2000 + value / 1000, value % 1000)
        case 4 where isAlone && time == nil: return CalendarDate(year: value, month: 1, day: 1)
        // ISO 8601 of 1988 writes a hyphen for a century left out: -0312 is December 2003.
        case 4 where tokens.count == 2 && isSign(0, "-"):
            return CalendarDate(year: 2000 + value / 100, month: value % 100, day: 1)
        default: return nil
        }
    }

    private func dayOfYear(_ year: Int, _ day: Int) -> CalendarDate? {
        guard (1...366).contains(day), let first = CalendarDate(year: year, month: 1, day: 1) else { return nil }
        let date = CalendarDate(utc: first.timestamp().adding(seconds: Int64(day - 1) * 86_400))
        return date.year == year ? date : nil
    }

    /// `2003-12`, `2003-335`, `12/2003`, `-03-12`
    private func yearAndMonth(_ numbers: [DateToken]) -> CalendarDate? {
        guard time == nil else { return nil }
        switch (numbers[0].digits, numbers[1].digits) {
        case (4, 1...2): return CalendarDate(year: numbers[0].value, month: numbers[1].value, day: 1)
        case (4, 3): return dayOfYear(numbers[0].value, numbers[1].value)
        case (1...2, 4): return CalendarDate(year: numbers[1].value, month: numbers[0].value, day: 1)
        case (2, 2) where isSign(0, "-"):
            return CalendarDate(year: 2000 + numbers[0].value, month: numbers[1].value, day: 1)
        default: return nil
        }
    }

    /// Three numbers. Year first where that has four digits; else the sign between them tells the order, and a weekday
    /// settles what is left open.
    private func numericDay(_ numbers: [DateToken]) -> CalendarDate? {
        let (first, second, third) = (numbers[0], numbers[1], numbers[2])
        if first.digits == 4 { return CalendarDate(year: first.value, month: second.value, day: third.value) }
        guard first.digits <= 2, second.digits <= 2 else { return nil }
        let separator = tokens.first { $0.range.lowerBound == first.range.upperBound && $0.kind == .sign }
        let isTwoDigitYearFirst = third.digits == 2 && separator?.isSign("-") == true
        if isTwoDigitYearFirst, let year = Self.year(first),
            let date = CalendarDate(year: year, month: second.value, day: third.value)
        {
            return date
        }
        guard let year = Self.year(third) else { return nil }
        let monthFirst = CalendarDate(year: year, month: first.value, day: second.value)
        let dayFirst = CalendarDate(year: year, month: second.value, day: first.value)
        guard let monthFirst, let dayFirst else { return monthFirst ?? dayFirst }
        if let weekday = weekday(), weekday != Self.weekday(of: monthFirst), weekday == Self.weekday(of: dayFirst) {
            return dayFirst
        }
        return separator?.isSign("/") == true ? monthFirst : dayFirst
    }

    /// 0 for Monday, in English.
    private func weekday() -> Int? {
        let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        for index in tokens.indices where tokens[index].kind == .word {
            let start = String(decoding: word(index).prefix(3), as: UTF8.self).lowercased()
            if let found = names.firstIndex(of: start) { return found }
        }
        return nil
    }

    private static func weekday(of date: CalendarDate) -> Int {
        // 1970-01-01 was a Thursday.
        Int(((date.timestamp().seconds / 86_400) % 7 + 10) % 7)
    }
}
