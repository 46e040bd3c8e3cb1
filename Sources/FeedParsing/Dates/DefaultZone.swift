import Foundation

/// The zone of a date that names none.
struct DefaultZone: Sendable {
    private enum Rule: Sendable {
        case fixed(Int)
        case named(TimeZone)
    }

    private let rule: Rule

    static let utc = DefaultZone(seconds: 0)
    static let seoul = DefaultZone(seconds: 9 * 3600)

    private init(seconds: Int) {
        rule = .fixed(seconds)
    }

    /// Reads an IANA name or an offset such as `+09:00`; nil where it is neither.
    init?(_ text: String) {
        if text == "Asia/Seoul" {
            self = .seoul
        } else if let offset = ZoneNames.offset(Array(text.utf8)[...]) {
            rule = .fixed(offset)
        } else if let offset = Self.offset(text) {
            rule = .fixed(offset)
        } else if let zone = TimeZone(identifier: text) {
            rule = .named(zone)
        } else {
            return nil
        }
    }

    /// The moment at which a clock of this zone shows a date and time.
    func moment(secondsAsUTC: Int64) -> Int64 {
        switch rule {
        case .fixed(let offset): return secondsAsUTC - Int64(offset)
        case .named(let zone):
            // The offset depends on the moment, which depends on the offset: two steps settle all but the lost hour.
            let first = zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(secondsAsUTC)))
            let guess = secondsAsUTC - Int64(first)
            return secondsAsUTC - Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(guess))))
        }
    }

    private static func offset(_ text: String) -> Int? {
        let digits = text.utf8.filter { $0 >= 0x30 && $0 <= 0x39 }.map { Int($0) - 0x30 }
        guard let sign = text.utf8.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), text.utf8.count <= 6,
            digits.count == 4 || digits.count == 2
        else { return nil }
        let hours = digits[0] * 10 + digits[1]
        let minutes = digits.count == 4 ? digits[2] * 10 + digits[3] : 0
        guard hours <= 15, minutes <= 59 else { return nil }
        return (hours * 3600 + minutes * 60) * (sign == UInt8(ascii: "-") ? -1 : 1)
    }
}
