/// Reads CP949, which is what the label EUC-KR means on the web.
enum KoreanDecoding {
    /// Decodes by the steps of the WHATWG standard: after a lead byte that leads nowhere, an ASCII byte is kept.
    static func decode(_ bytes: [UInt8]) -> (utf8: [UInt8], replaced: Int) {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + bytes.count / 2)
        var replaced = 0
        walk(bytes) { value in
            if value == CharacterTables.unknown { replaced += 1 }
            UTF8Writing.append(value == CharacterTables.unknown ? 0xFFFD : value, to: &output)
        }
        return (output, replaced)
    }

    /// True where the bytes read as CP949 with at most one broken place in 2,000 characters and most of what is not
    /// ASCII is Hangul: text in Latin letters with accents fails this.
    static func looksKorean(_ bytes: [UInt8]) -> Bool {
        var hangul = 0
        var other = 0
        var broken = 0
        walk(bytes) { value in
            if value == CharacterTables.unknown {
                broken += 1
            } else if value >= 0xAC00, value <= 0xD7A3 {
                hangul += 1
            } else if value >= 0x80 {
                other += 1
            }
        }
        return hangul > 1 && broken <= 1 + (hangul + other) / 2000 && hangul > other
    }

    @inline(__always)
    private static func walk(_ bytes: [UInt8], _ character: (UInt32) -> Void) {
        let table = CharacterTables.korean
        guard !table.isEmpty else { return }
        var position = 0
        let count = bytes.count
        while position < count {
            let lead = bytes[position]
            position += 1
            if lead < 0x80 {
                character(UInt32(lead))
                continue
            }
            guard lead >= 0x81, lead <= 0xFE, position < count else {
                character(CharacterTables.unknown)
                continue
            }
            let trail = bytes[position]
            let value = trail >= 0x41 && trail <= 0xFE ? table[(Int(lead) - 0x81) * 190 + Int(trail) - 0x41] : 0
            if value != 0 || trail >= 0x80 { position += 1 }
            character(value == 0 ? CharacterTables.unknown : UInt32(value))
        }
    }
}
