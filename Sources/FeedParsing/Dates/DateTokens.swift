/// A piece of a date: a number, a word, or a sign.
struct DateToken: Sendable {
    enum Kind: Sendable { case number, word, sign }

    let kind: Kind
    /// Its place in the date's bytes.
    let range: Range<Int>
    /// A number's value, cut at 10^15; a sign's byte.
    let value: Int
    /// A blank stands before it.
    let isApart: Bool
    /// Some part of the date has taken it.
    var isUsed = false

    var digits: Int { kind == .number ? range.count : 0 }

    func isSign(_ character: Unicode.Scalar) -> Bool {
        kind == .sign && value == Int(character.value)
    }

    /// Cuts a date into at most 40 pieces; nil where it has more.
    static func cut(_ bytes: ArraySlice<UInt8>) -> [DateToken]? {
        var tokens: [DateToken] = []
        tokens.reserveCapacity(20)
        var position = bytes.startIndex
        var isApart = false
        while position < bytes.endIndex {
            if let blank = blankLength(bytes, position) {
                position += blank
                isApart = true
                continue
            }
            guard tokens.count < 40 else { return nil }
            let kind = kind(bytes[position])
            let start = position
            position += 1
            if kind != .sign {
                while position < bytes.endIndex, Self.kind(bytes[position]) == kind, blankLength(bytes, position) == nil
                {
                    position += 1
                }
            }
            let value = kind == .number ? number(bytes[start..<position]) : Int(bytes[start])
            tokens.append(DateToken(kind: kind, range: start..<position, value: value, isApart: isApart))
            isApart = false
        }
        return tokens
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int {
        digits.prefix(15).reduce(0) { $0 * 10 + Int($1) - 0x30 }
    }

    private static func kind(_ byte: UInt8) -> Kind {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): .number
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...0xFF: .word
        default: .sign
        }
    }

    /// The length of a blank: ASCII, no-break, or the wide one of East Asia.
    private static func blankLength(_ bytes: ArraySlice<UInt8>, _ position: Int) -> Int? {
        if bytes[position] <= 0x20 { return 1 }
        let rest = bytes[position...].prefix(3)
        if rest.starts(with: [0xC2, 0xA0]) { return 2 }
        return rest.elementsEqual([0xE3, 0x80, 0x80]) || rest.elementsEqual([0xE2, 0x80, 0xAF]) ? 3 : nil
    }
}
