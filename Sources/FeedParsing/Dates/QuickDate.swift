import NewsModel

/// The two forms that nearly all feeds use, without cutting them into pieces first:
/// `Fri, 14 Aug 2026 09:05:00 +0900` and `2026-08-14T09:05:00+09:00`.
struct QuickDate {
    private let bytes: ArraySlice<UInt8>
    private var position: Int

    /// Reads exactly these forms with a zone in digits, `Z`, `GMT` or `UTC`; nil sends the date to `DateReading`.
    static func read(_ bytes: ArraySlice<UInt8>) -> Timestamp? {
        guard bytes.count >= 16, let first = bytes.first else { return nil }
        var reader = QuickDate(bytes: bytes, position: bytes.startIndex)
        return first >= UInt8(ascii: "0") && first <= UInt8(ascii: "9")
            && bytes[bytes.startIndex + 4] == UInt8(ascii: "-")
            ? reader.iso() : reader.rfc822()
    }

    private mutating func iso() -> Timestamp? {
        guard let year = number(4), take("-"), let month = number(2), take("-"), let day = number(2), take("T"),
            let hour = number(2), take(":"), let minute = number(2), take(":"), let second = number(2)
        else { return nil }
        var milliseconds = 0
        if take(".") {
            var scale = 100
            while position < bytes.endIndex, let digit = number(1) {
                milliseconds += digit * scale
                scale /= 10
            }
        }
        return moment(year, month, day, hour, minute, second, milliseconds)
    }

    private mutating func rfc822() -> Timestamp? {
        if let comma = bytes.prefix(4).last, comma == UInt8(ascii: ",") { position += 4 }
        while take(" ") {}
        guard let day = number(2) ?? number(1), take(" "), let month = monthName(), take(" "), let year = number(4),
            take(" "),
            let hour = number(2), take(":"), let minute = number(2), take(":"), let second = number(2), take(" ")
        else { return nil }
        return moment(year, month, day, hour, minute, second, 0)
    }

    private mutating func moment(
        _ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int, _ second: Int, _ milliseconds: Int
    ) -> Timestamp? {
        guard let offset = zone(), position == bytes.endIndex, year > 0,
            let date = CalendarDate(year: year, month: month, day: day, hour: hour, minute: minute, second: second)
        else { return nil }
        return Timestamp(milliseconds: date.timestamp(offsetSeconds: offset).milliseconds + Int64(milliseconds))
    }

    private mutating func zone() -> Int? {
        let rest = bytes[position...]
        if rest.elementsEqual("Z".utf8) || rest.elementsEqual("GMT".utf8) || rest.elementsEqual("UTC".utf8) {
            position = bytes.endIndex
            return 0
        }
        let isWest = take("-")
        guard isWest || take("+"), let hours = number(2) else { return nil }
        _ = take(":")
        guard let minutes = number(2), hours <= 15, minutes <= 59 else { return nil }
        return (hours * 3600 + minutes * 60) * (isWest ? -1 : 1)
    }

    private mutating func monthName() -> Int? {
        guard position + 3 <= bytes.endIndex, let month = MonthNames.english(bytes[position..<position + 3]) else {
            return nil
        }
        position += 3
        return month
    }

    /// Exactly so many digits.
    private mutating func number(_ digits: Int) -> Int? {
        guard position + digits <= bytes.endIndex else { return nil }
        var value = 0
        for byte in bytes[position..<position + digits] {
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
            value = value * 10 + Int(byte) - 0x30
        }
        position += digits
        return value
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard position < bytes.endIndex, bytes[position] == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }
}
