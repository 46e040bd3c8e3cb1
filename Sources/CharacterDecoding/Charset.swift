/// A character set that can be read.
struct Charset: Hashable, Sendable {
    enum Method: Hashable, Sendable {
        case utf8
        case utf16(bigEndian: Bool)
        case utf32(bigEndian: Bool)
        /// One byte a character, through a table that is built once; the name is iconv's.
        case singleByte(String)
        /// Bytes 0x80... are U+F780...
        case userDefined
        /// CP949, which holds all that EUC-KR does and the 8,822 syllables that it lacks.
        case korean
        /// Several bytes a character, read by iconv under this name.
        case iconv(String)
    }

    /// The WHATWG name in lower case.
    let name: String
    let method: Method

    static let utf8 = Charset(name: "utf-8", method: .utf8)
    static let utf16LittleEndian = Charset(name: "utf-16le", method: .utf16(bigEndian: false))
    static let utf16BigEndian = Charset(name: "utf-16be", method: .utf16(bigEndian: true))
    static let utf32LittleEndian = Charset(name: "utf-32le", method: .utf32(bigEndian: false))
    static let utf32BigEndian = Charset(name: "utf-32be", method: .utf32(bigEndian: true))
    static let korean = Charset(name: "euc-kr", method: .korean)
    static let windows1252 = Charset(name: "windows-1252", method: .singleByte("CP1252"))

    /// False where the bytes show that a narrow name for windows-1252 (`us-ascii`, `iso-8859-1`) is wrong.
    func holds(_ bytes: [UInt8]) -> Bool {
        switch name {
        case "us-ascii": !bytes.contains { $0 >= 0x80 }
        case "iso-8859-1": !bytes.contains { $0 >= 0x80 && $0 < 0xA0 }
        default: true
        }
    }

    /// True where the bytes 0...127 do not mean ASCII.
    var isWide: Bool {
        switch method {
        case .utf16, .utf32: true
        default: false
        }
    }
}
