/// Reads the character set off the first bytes of a document.
enum ByteOrderMark {
    /// The set that a byte order mark names, and the mark's length.
    static func find(in bytes: [UInt8]) -> (charset: Charset, length: Int)? {
        switch (at(bytes, 0), at(bytes, 1), at(bytes, 2), at(bytes, 3)) {
        case (0xEF, 0xBB, 0xBF, _): (.utf8, 3)
        case (0x00, 0x00, 0xFE, 0xFF): (.utf32BigEndian, 4)
        case (0xFF, 0xFE, 0x00, 0x00): (.utf32LittleEndian, 4)
        case (0xFE, 0xFF, _, _): (.utf16BigEndian, 2)
        case (0xFF, 0xFE, _, _): (.utf16LittleEndian, 2)
        default: nil
        }
    }

    /// The set of a document that begins with an ASCII character in two or four bytes and has no mark.
    static func guessWide(_ bytes: [UInt8]) -> Charset? {
        switch (at(bytes, 0), at(bytes, 1), at(bytes, 2), at(bytes, 3)) {
        case (0, 0, 0, 9...0x7F): .utf32BigEndian
        case (9...0x7F, 0, 0, 0): .utf32LittleEndian
        case (0, 9...0x7F, 0, 1...0x7F): .utf16BigEndian
        case (9...0x7F, 0, 1...0x7F, 0): .utf16LittleEndian
        // "<?xm" in EBCDIC
        case (0x4C, 0x6F, 0xA7, 0x94): ebcdic(bytes)
        default: nil
        }
    }

    /// The declaration of a document in EBCDIC, which all its code pages spell alike.
    private static func ebcdic(_ bytes: [UInt8]) -> Charset? {
        let head = ByteDecoding.decode(Array(bytes.prefix(200)), as: Charset(name: "ibm037", method: .iconv("IBM037")))
            .utf8
        return CharsetDeclaration.inXML(head).flatMap { Charset(label: $0) }
    }

    /// The byte at a place, 256 past the end.
    private static func at(_ bytes: [UInt8], _ index: Int) -> Int {
        index < bytes.count ? Int(bytes[index]) : 256
    }
}
