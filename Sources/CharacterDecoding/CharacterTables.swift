import Synchronization

/// Tables from bytes to characters, built once from iconv, so that the common sets are read without a call into C.
enum CharacterTables {
    /// Marks a byte or pair that stands for no character.
    static let unknown: UInt32 = 0xFFFF_FFFF

    private static let singleByte = Mutex<[String: [UInt32]]>([:])

    /// The 128 characters of the bytes 0x80...0xFF, or nil where the C library does not know the set.
    static func upperHalf(of name: String) -> [UInt32]? {
        if let known = singleByte.withLock({ $0[name] }) { return known }
        guard let converter = IconvConverter(from: name) else { return nil }
        var table = (UInt8(0x80)...0xFF).map { byte -> UInt32 in
            if let scalar = character(converter.convert([byte])) { return scalar }
            // The standard gives the holes of the Windows sets their C1 controls.
            return byte < 0xA0 ? UInt32(byte) : unknown
        }
        if name == "KOI8-U" {
            // The standard's koi8-u holds the Belarusian letter at these two places.
            table[0x2E] = 0x045E
            table[0x3E] = 0x040E
        }
        singleByte.withLock { $0[name] = table }
        return table
    }

    /// CP949: row `lead - 0x81`, column `trail - 0x41`, 190 columns a row; empty where the C library lacks the set.
    static let korean: [UInt16] = {
        guard let converter = IconvConverter(from: "CP949") else { return [] }
        var table: [UInt16] = []
        table.reserveCapacity(126 * 190)
        for lead in UInt8(0x81)...0xFE {
            for trail in UInt8(0x41)...0xFE {
                table.append(UInt16(truncatingIfNeeded: character(converter.convert([lead, trail])) ?? 0))
            }
        }
        return table
    }()

    private static func character(_ converted: (utf8: [UInt8], replaced: Int)) -> UInt32? {
        guard converted.replaced == 0 else { return nil }
        let scalars = String(decoding: converted.utf8, as: UTF8.self).unicodeScalars
        return scalars.count == 1 ? scalars.first?.value : nil
    }
}
