/// A span of time as configuration files write it: a whole number and one of `s`, `m`, `h`, `d`.
public enum DurationText {
    /// Seconds of `30s`, `5m`, `24h` or `3d`; nil for anything else, and for more than 10,000 days.
    public static func seconds(_ text: String) -> Int? {
        let bytes = Array(text.utf8)
        guard bytes.count >= 2, bytes.count <= 12, let unit = bytes.last else { return nil }
        let digits = bytes.dropLast()
        guard digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
        let number = digits.reduce(0) { $0 * 10 + Int($1 - 48) }
        let factors: [UInt8: Int] = [
            UInt8(ascii: "s"): 1, UInt8(ascii: "m"): 60, UInt8(ascii: "h"): 3600, UInt8(ascii: "d"): 86_400,
        ]
        guard let factor = factors[unit], number <= 864_000_000 / factor else { return nil }
        return number * factor
    }

    /// `90s`, `5m`, `24h`, `3d`: the shortest form of a number of seconds.
    public static func text(seconds: Int) -> String {
        guard seconds > 0 else { return "0s" }
        if seconds % 86_400 == 0 { return "\(seconds / 86_400)d" }
        if seconds % 3600 == 0 { return "\(seconds / 3600)h" }
        if seconds % 60 == 0 { return "\(seconds / 60)m" }
        return "\(seconds)s"
    }
}
