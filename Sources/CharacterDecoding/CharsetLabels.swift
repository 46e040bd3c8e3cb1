extension Charset {
    /// Finds the character set of a label as servers and documents write it, in any case and with blanks around.
    ///
    /// Knows every label of the WHATWG Encoding Standard, the further names that Korean sites use for CP949, and any
    /// other name that iconv can read. The standard's `replacement` set (ISO-2022-KR and the like) is not read.
    init?(label: some StringProtocol) {
        let key = Self.normalized(label)
        guard !key.isEmpty, key.utf8.count <= 40 else { return nil }
        if let known = Self.byLabel[key] {
            self = known
        } else if !Self.refused.contains(key), Self.isPlainName(key), IconvConverter.knows(key) {
            self = Charset(name: key, method: .iconv(key))
        } else {
            return nil
        }
    }

    private static func normalized(_ label: some StringProtocol) -> String {
        var bytes: [UInt8] = []
        for byte in label.utf8.prefix(200) where byte > 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "'")
        {
            bytes.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// iconv takes suffixes such as `//TRANSLIT` and whole paths; a feed shall not reach those.
    private static func isPlainName(_ key: String) -> Bool {
        key.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
            case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: ":"): true
            default: false
            }
        }
    }

    /// Seven-bit sets in which markup can hide from a reader that takes the bytes for ASCII.
    private static let refused: Set<String> = [
        "csiso2022kr", "hz-gb-2312", "iso-2022-cn", "iso-2022-cn-ext", "iso-2022-kr", "replacement", "utf-7", "utf7",
        "unicode-1-1-utf-7", "csunicode11utf7",
    ]

    private static let byLabel: [String: Charset] = {
        var table: [String: Charset] = [:]
        func add(_ charset: Charset, _ labels: String) {
            table[charset.name] = charset
            for label in labels.split(separator: " ") { table[String(label)] = charset }
        }
        add(.utf8, "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8")
        add(.utf16BigEndian, "unicodefffe utf-16be")
        add(.utf16LittleEndian, "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le")
        add(.utf32BigEndian, "utf-32be ucs-4be")
        add(.utf32LittleEndian, "utf-32 utf-32le ucs-4 iso-10646-ucs-4 ucs-4le")
        add(
            .korean,
            """
            cseuckr csksc56011987 euc-kr euckr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ks_c_5601 ks_c-5601 \
            ksc5601 ksc_5601 ksc-5601 ks-c-5601 ks-c-5601-1987 windows-949 x-windows-949 cp949 x-cp949 ms949 949 uhc
            """)
        add(Charset(name: "x-user-defined", method: .userDefined), "")
        for (name, iconvName, labels) in singleByteSets {
            add(Charset(name: name, method: .singleByte(iconvName)), labels)
        }
        for (name, iconvName, labels) in multiByteSets { add(Charset(name: name, method: .iconv(iconvName)), labels) }
        return table
    }()

    private static let multiByteSets: [(String, String, String)] = [
        ("gbk", "GB18030", "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 iso-ir-58 x-gbk cp936 ms936"),
        ("gb18030", "GB18030", ""),
        ("big5", "BIG5-HKSCS", "big5-hkscs cn-big5 csbig5 x-x-big5 cp950"),
        ("euc-jp", "EUC-JP-MS", "cseucpkdfmtjapanese x-euc-jp eucjp"),
        ("iso-2022-jp", "ISO-2022-JP-3", "csiso2022jp"),
        ("shift_jis", "CP932", "csshiftjis ms932 ms_kanji shift-jis sjis windows-31j x-sjis cp932"),
    ]

    private static let singleByteSets: [(String, String, String)] = [
        ("windows-1252", "CP1252", "cp1252 x-cp1252"),
        // The standard reads these two as windows-1252 too; they keep their names where the bytes bear them out.
        ("us-ascii", "CP1252", "ansi_x3.4-1968 ascii"),
        (
            "iso-8859-1", "CP1252",
            """
            cp819 csisolatin1 ibm819 iso-ir-100 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 latin-1
            """
        ),
        ("windows-874", "CP874", "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620"),
        ("windows-1250", "CP1250", "cp1250 x-cp1250"),
        ("windows-1251", "CP1251", "cp1251 x-cp1251"),
        ("windows-1253", "CP1253", "cp1253 x-cp1253"),
        (
            "windows-1254", "CP1254",
            """
            cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5 x-cp1254
            """
        ),
        ("windows-1255", "CP1255", "cp1255 x-cp1255"),
        ("windows-1256", "CP1256", "cp1256 x-cp1256"),
        ("windows-1257", "CP1257", "cp1257 x-cp1257"),
        ("windows-1258", "CP1258", "cp1258 x-cp1258"),
        ("iso-8859-2", "ISO-8859-2", "csisolatin2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2"),
        ("iso-8859-3", "ISO-8859-3", "csisolatin3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3"),
        ("iso-8859-4", "ISO-8859-4", "csisolatin4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4"),
        (
            "iso-8859-5", "ISO-8859-5",
            "csisolatincyrillic cyrillic iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988"
        ),
        (
            "iso-8859-6", "ISO-8859-6",
            """
            arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6-e iso-8859-6-i iso-ir-127 \
            iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987
            """
        ),
        (
            "iso-8859-7", "ISO-8859-7",
            """
            csisolatingreek ecma-118 elot_928 greek greek8 iso-ir-126 iso8859-7 iso88597 iso_8859-7 iso_8859-7:1987 \
            sun_eu_greek
            """
        ),
        (
            "iso-8859-8", "ISO-8859-8",
            """
            csiso88598e csisolatinhebrew hebrew iso-8859-8-e iso-ir-138 iso8859-8 iso88598 iso_8859-8 \
            iso_8859-8:1988 visual
            """
        ),
        ("iso-8859-8-i", "ISO-8859-8", "csiso88598i logical"),
        ("iso-8859-10", "ISO-8859-10", "csisolatin6 iso-ir-157 iso8859-10 iso885910 l6 latin6"),
        ("iso-8859-13", "ISO-8859-13", "iso8859-13 iso885913"),
        ("iso-8859-14", "ISO-8859-14", "iso8859-14 iso885914"),
        ("iso-8859-15", "ISO-8859-15", "csisolatin9 iso8859-15 iso885915 iso_8859-15 l9"),
        ("iso-8859-16", "ISO-8859-16", ""),
        ("ibm866", "IBM866", "866 cp866 csibm866"),
        ("koi8-r", "KOI8-R", "cskoi8r koi koi8 koi8_r"),
        ("koi8-u", "KOI8-U", "koi8-ru"),
        ("macintosh", "MACINTOSH", "csmacintosh mac x-mac-roman"),
        ("x-mac-cyrillic", "MAC-UK", "x-mac-ukrainian"),
    ]
}
