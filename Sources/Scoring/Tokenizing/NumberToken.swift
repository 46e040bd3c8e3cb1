/// A number in a text with its unit: 13.1 mn, 5억, 28.8%.
struct NumberToken: Sendable {
    /// Byte offsets into the normal form, unit included.
    var start: Int
    var end: Int
    /// The word that holds its first digit.
    var word: Int
    /// The amount, with the unit multiplied in: 5억 is 500,000,000.
    var value: Double
    var isPercent: Bool
    /// A currency stands before or after it, or it has a unit of money.
    var isMoney: Bool
    /// Looks like a year, a day or a quarter: no amount to compare.
    var isDate: Bool
}

/// Reads the numbers of a text.
struct NumberReader: Sendable {
    private(set) var numbers: [NumberToken] = []

    init() {}

    /// Takes the memory of numbers back.
    init(_ numbers: [NumberToken]) {
        self.numbers = numbers
    }

    init(_ text: NormalText, _ words: [Word]) {
        read(text, words)
    }

    /// Reads another text; the memory is used again.
    mutating func read(_ text: NormalText, _ words: [Word]) {
        numbers.clear()
        guard text.kinds & CharacterClass.number != 0 else { return }
        var skipTo = 0
        for index in words.indices {
            // A word of one kind of letters holds digits only where it begins with one.
            let word = words[index]
            guard word.isMixed || text.characterClass(at: Int(word.start)) == CharacterClass.digit else { continue }
            var position = max(Int(words[index].start), skipTo)
            let end = Int(words[index].end)
            while position < end {
                if text.characterClass(at: position) == CharacterClass.digit {
                    let token = read(text, position, index)
                    numbers.append(token)
                    position = token.end
                    skipTo = token.end
                } else {
                    position += 1
                }
            }
        }
    }

    private func read(_ text: NormalText, _ start: Int, _ word: Int) -> NumberToken {
        let bytes = text.bytes
        var position = start
        var value = 0.0
        var digits = 0
        func isDigit(_ at: Int) -> Bool { at < bytes.count && bytes[at] >= 0x30 && bytes[at] <= 0x39 }
        while position < bytes.count,
            isDigit(position) || (bytes[position] == UInt8(ascii: ",") && isDigit(position + 1))
        {
            if bytes[position] != UInt8(ascii: ",") {
                value = value * 10 + Double(bytes[position] - 0x30)
                digits += 1
            }
            position += 1
        }
        // Tokenised text has a space before the point: EUR13 .1 mn.
        var point = position
        if point < bytes.count, bytes[point] == 0x20 { point += 1 }
        var hasFraction = false
        if point < bytes.count, bytes[point] == UInt8(ascii: "."), isDigit(point + 1) {
            hasFraction = true
            var scale = 0.1
            position = point + 1
            while isDigit(position) {
                value += Double(bytes[position] - 0x30) * scale
                scale /= 10
                position += 1
            }
        }
        var token = NumberToken(
            start: start, end: position, word: word, value: value, isPercent: false, isMoney: false, isDate: false)
        readUnits(text, &token)
        token.isMoney = token.isMoney || hasCurrencyBefore(text, start)
        let isYear =
            !hasFraction && digits == 4 && (1900...2100).contains(value) && !token.isMoney && !token.isPercent
            && token.end == position
        token.isDate = token.isDate || isYear
        return token
    }

    private func readUnits(_ text: NormalText, _ token: inout NumberToken) {
        // 3조 5000억 is one amount, but each part is read alone: its first part decides a comparison well enough.
        while let unit = Self.unit(text.bytes, token.end) {
            switch unit.kind {
            case .scale(let factor): token.value *= factor
            case .percent: token.isPercent = true
            case .money: token.isMoney = true
            case .date: token.isDate = true
            }
            token.end = unit.end
            if case .date = unit.kind { return }
            if case .percent = unit.kind { return }
        }
    }

    private func hasCurrencyBefore(_ text: NormalText, _ start: Int) -> Bool {
        var at = start - 1
        if at >= 0, text.bytes[at] == 0x20 { at -= 1 }
        guard at >= 0 else { return false }
        if text.bytes[at] == UInt8(ascii: "$") { return true }
        return Self.currencies.contains { Self.ends(text.bytes, at + 1, with: $0) }
    }

    private static let currencies: [[UInt8]] = ["eur", "usd", "gbp", "sek", "krw", "won", "€", "£", "₩", "¥"].map {
        Array($0.utf8)
    }

    private static func ends(_ bytes: [UInt8], _ end: Int, with sign: [UInt8]) -> Bool {
        guard end >= sign.count else { return false }
        var index = sign.count
        while index > 0 {
            if bytes[end - sign.count + index - 1] != sign[index - 1] { return false }
            index -= 1
        }
        return true
    }

    private enum Unit {
        case scale(Double), percent, money, date
    }

    private static let units: [(text: [UInt8], kind: Unit, isWord: Bool)] = [
        ("%", .percent, false), ("percent", .percent, true), ("pct", .percent, true), ("프로", .percent, false),
        ("퍼센트", .percent, false),
        ("조", .scale(1e12), false), ("억", .scale(1e8), false), ("만", .scale(1e4), false), ("천", .scale(1e3), false),
        ("원", .money, false), ("달러", .money, false), ("유로", .money, false), ("엔", .money, false), ("위안", .money, false),
        ("million", .scale(1e6), true), ("mln", .scale(1e6), true), ("mn", .scale(1e6), true), ("m", .scale(1e6), true),
        ("billion", .scale(1e9), true), ("bln", .scale(1e9), true), ("bn", .scale(1e9), true), ("b", .scale(1e9), true),
        ("trillion", .scale(1e12), true), ("k", .scale(1e3), true), ("thousand", .scale(1e3), true),
        ("euros", .money, true), ("euro", .money, true), ("dollars", .money, true), ("eur", .money, true),
        ("usd", .money, true),
        ("cents", .money, true), ("년", .date, false), ("월", .date, false), ("일", .date, false), ("분기", .date, false),
        ("시", .date, false),
        ("주", .date, false), ("개월", .date, false), ("q", .date, true), ("th", .date, true), ("months", .date, true),
        ("years", .date, true),
        ("days", .date, true), ("year", .date, true), ("month", .date, true), ("h", .date, true),
    ].map { (Array($0.utf8), $1, $2) }

    /// The units that begin with each byte, in the order of `units`.
    private static let unitsByFirstByte: [[(text: [UInt8], kind: Unit, isWord: Bool)]] = (0..<256).map { byte in
        units.filter { Int($0.text[0]) == byte }
    }

    private static func unit(_ bytes: [UInt8], _ end: Int) -> (kind: Unit, end: Int)? {
        var at = end
        if at < bytes.count, bytes[at] == 0x20 { at += 1 }
        guard at < bytes.count else { return nil }
        for unit in unitsByFirstByte[Int(bytes[at])] {
            let stop = at + unit.text.count
            guard stop <= bytes.count else { continue }
            var index = 1
            while index < unit.text.count, bytes[at + index] == unit.text[index] { index += 1 }
            guard index == unit.text.count else { continue }
            // Korean units stand at their number; Latin ones end with their word.
            if unit.isWord, stop < bytes.count,
                (0x61...0x7A).contains(bytes[stop]) || (0x30...0x39).contains(bytes[stop])
            {
                continue
            }
            if !unit.isWord, at > end, unit.text[0] > 0x7F { continue }
            return (unit.kind, stop)
        }
        return nil
    }
}
