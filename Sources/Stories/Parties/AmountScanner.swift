/// Finds amounts of money: `8,013억원`, `1조 2000억 원`, `$1.2 billion`, `800 billion won`.
enum AmountScanner {
    /// Amounts as `KRW:80e10`: currency, two significant digits, power of ten. Outlets round, so more digits would part
    /// reports of one event.
    static func amounts(in text: [Unicode.Scalar]) -> [String] {
        var found: [String] = []
        var place = 0
        while place < text.count {
            guard isDigit(text[place]) else {
                place += 1
                continue
            }
            let start = place
            var value = number(text, &place)
            var factor = unit(text, &place)
            value *= factor
            // 1조 2000억, 7만5000: the smaller parts follow.
            while let part = nextPart(text, place, below: factor) {
                value += part.value
                (factor, place) = (part.factor, part.end)
            }
            // More than all money there is: a row of digits, not an amount.
            if value > 0, value < 1e18, let currency = currencyBefore(text, start) ?? currencyAfter(text, place) {
                found.append(currency + ":" + rounded(value))
            }
        }
        return found
    }

    private static let units: [(word: String, factor: Double)] = [
        ("조", 1e12), ("천억", 1e11), ("백억", 1e10), ("억", 1e8), ("천만", 1e7), ("백만", 1e6), ("만", 1e4),
        ("trillion", 1e12), ("billion", 1e9), ("million", 1e6), ("thousand", 1e3), ("bn", 1e9), ("mn", 1e6),
        ("tn", 1e12),
        ("m", 1e6), ("b", 1e9), ("k", 1e3),
    ]
    private static let currencies: [(word: String, code: String)] = [
        ("원", "KRW"), ("won", "KRW"), ("krw", "KRW"), ("달러", "USD"), ("dollar", "USD"), ("usd", "USD"), ("유로", "EUR"),
        ("euro", "EUR"), ("엔", "JPY"), ("yen", "JPY"), ("위안", "CNY"), ("yuan", "CNY"), ("파운드", "GBP"), ("pound", "GBP"),
    ]
    private static let signs: [Unicode.Scalar: String] = ["$": "USD", "₩": "KRW", "€": "EUR", "£": "GBP", "¥": "JPY"]

    /// Reads digits with thousands commas and one decimal point.
    private static func number(_ text: [Unicode.Scalar], _ place: inout Int) -> Double {
        var (value, scale) = (0.0, 0.0)
        while place < text.count {
            let scalar = text[place]
            if isDigit(scalar) {
                value = value * 10 + Double(scalar.value - 0x30)
                scale *= 10
            } else if scalar == "," || scalar == "." {
                guard place + 1 < text.count, isDigit(text[place + 1]), scalar == "," || scale == 0 else { break }
                if scalar == "." { scale = 1 }
            } else {
                break
            }
            place += 1
        }
        return scale > 1 ? value / scale : value
    }

    private static func unit(_ text: [Unicode.Scalar], _ place: inout Int) -> Double {
        for unit in units where word(unit.word, in: text, at: afterBlank(text, place)) {
            place = afterBlank(text, place) + unit.word.unicodeScalars.count
            return unit.factor
        }
        return 1
    }

    private static func nextPart(
        _ text: [Unicode.Scalar], _ start: Int, below limit: Double
    ) -> (value: Double, factor: Double, end: Int)? {
        var place = afterBlank(text, start)
        guard place < text.count, isDigit(text[place]) else { return nil }
        let isApart = place > start
        let value = number(text, &place)
        let factor = unit(text, &place)
        // A bare number after a blank begins something else: 7만 5000명.
        return factor < limit && (factor > 1 || !isApart) ? (value * factor, factor, place) : nil
    }

    private static func currencyBefore(_ text: [Unicode.Scalar], _ start: Int) -> String? {
        start > 0 ? signs[text[start - 1]] : nil
    }

    private static func currencyAfter(_ text: [Unicode.Scalar], _ place: Int) -> String? {
        currencies.first { word($0.word, in: text, at: afterBlank(text, place)) }?.code
    }

    private static func afterBlank(_ text: [Unicode.Scalar], _ place: Int) -> Int {
        place < text.count && (text[place] == " " || text[place] == "-") ? place + 1 : place
    }

    /// True where the word stands at the place; a Latin one must not go on (`m` in `months`), but for a plural.
    private static func word(_ word: String, in text: [Unicode.Scalar], at place: Int) -> Bool {
        let scalars = Array(word.unicodeScalars)
        guard place + scalars.count <= text.count else { return false }
        for (offset, scalar) in scalars.enumerated() {
            let other = text[place + offset]
            let lower = (0x41...0x5A).contains(other.value) ? Unicode.Scalar(UInt8(other.value) | 0x20) : other
            guard lower == scalar else { return false }
        }
        guard scalars[0].isASCII else { return true }
        var end = place + scalars.count
        if end < text.count, text[end] == "s", scalars.count > 2 { end += 1 }
        return end >= text.count || !isLetter(text[end])
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        (0x41...0x5A).contains(scalar.value) || (0x61...0x7A).contains(scalar.value)
    }

    private static func rounded(_ value: Double) -> String {
        var (digits, power) = (value, 0)
        while digits >= 99.5 {
            digits /= 10
            power += 1
        }
        while digits < 9.5, power > -3 {
            digits *= 10
            power -= 1
        }
        return "\(Int(digits.rounded()))e\(power)"
    }
}
