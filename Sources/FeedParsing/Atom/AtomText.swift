/// Atom's text constructs: plain text, HTML, XHTML; in Atom 0.3 also base64.
enum AtomText {
    /// The text is not HTML, as far as the feed says.
    static func isPlain(_ field: WireField) -> Bool {
        guard !field.isMarkup else { return false }
        guard let type = field.attribute(.type), !type.isEmpty else { return field.attribute(.mode) != "escaped" }
        return type == "text" || type == "text/plain"
    }

    static func title(_ field: WireField, _ reader: FieldReader) -> String? {
        guard let bytes = decoded(field, reader) else { return reader.title(field, isPlain: isPlain(field)) }
        let title = PlainText.title(bytes[...])
        return title.isEmpty ? nil : title
    }

    static func html(_ field: WireField, _ reader: FieldReader) -> String? {
        guard let bytes = decoded(field, reader) else { return reader.html(field, isPlain: isPlain(field)) }
        return reader.html(bytes[...], base: reader.base(field), isPlain: field.attribute(.type) == "text/plain")
    }

    /// The bytes of a text that was written in base64; nil where it was not.
    private static func decoded(_ field: WireField, _ reader: FieldReader) -> [UInt8]? {
        guard field.attribute(.mode) == "base64" || isBinary(field.attribute(.type)) else { return nil }
        return base64(reader.document.bytes(field))
    }

    /// RFC 4287 section 4.1.3.3: any other media type is base64.
    private static func isBinary(_ type: String?) -> Bool {
        guard let type, type.utf8.contains(UInt8(ascii: "/")) else { return false }
        return !type.hasPrefix("text/") && !type.hasSuffix("xml") && !type.hasPrefix("message/")
    }

    /// Text in base64; nil where it is none, or holds no text.
    static func base64(_ source: ArraySlice<UInt8>) -> [UInt8]? {
        var output: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for byte in source where byte > 0x20 && byte != UInt8(ascii: "=") {
            guard let value = sextet(byte) else { return nil }
            bits = bits << 6 | value
            count += 6
            if count >= 8 {
                count -= 8
                output.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        guard !output.contains(0), (try? UTF8Span(validating: output.span)) != nil else { return nil }
        return output
    }

    private static func sextet(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte) - 65
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte) - 71
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte) + 4
        case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
        case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
        default: nil
        }
    }
}
