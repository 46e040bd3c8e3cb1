import CharacterDecoding

/// Bytes of an unknown character set: always read, the same each time, and UTF-8 without a declaration as it stands; NUL
/// bytes are the mark of UTF-16 and UTF-32.
struct CharsetTarget: FuzzTarget {
    static let name = "charset"
    static let seeds: [[UInt8]] = [
        Array("<?xml version=\"1.0\" encoding=\"EUC-KR\"?><a>".utf8) + [0xB0, 0xA1, 0x8C, 0x63],
        [0xFF, 0xFE, 0x61, 0x00], [0xEF, 0xBB, 0xBF, 0x61], Array("<meta charset=shift_jis>가나다".utf8),
        [0xC7, 0xD1, 0xB1, 0xB9, 0x20, 0x93, 0x61, 0x94], [0x3C, 0x00, 0x00, 0x00, 0x61, 0x00, 0x00, 0x00],
    ]

    init() {}

    func check(_ bytes: [UInt8]) throws(FuzzFinding) {
        for declaration in [TextDecoder.Declaration.xml, .html, .none] {
            let first = TextDecoder().decodeToUTF8(bytes, contentType: nil, declaration: declaration)
            let second = TextDecoder().decodeToUTF8(bytes, contentType: nil, declaration: declaration)
            try FuzzFinding.unless(first == second, "a second reading gives other text")
            try FuzzFinding.unless(
                String(validating: first.utf8, as: UTF8.self) != nil, "what was read is no UTF-8")
        }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        guard String(validating: bytes, as: UTF8.self) != nil, !bytes.starts(with: mark), !bytes.contains(0) else {
            return
        }
        let plain = TextDecoder().decodeToUTF8(bytes, contentType: nil, declaration: .none)
        try FuzzFinding.unless(plain.utf8 == bytes, "UTF-8 is read as something else: \(plain.encoding)")
    }
}
