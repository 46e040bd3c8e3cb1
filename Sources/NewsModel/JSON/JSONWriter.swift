/// Writes JSON into bytes, in the order of the calls: the same values give the same bytes.
///
/// Separators are kept by the writer; the caller opens, names, writes and closes.
public struct JSONWriter: Sendable {
    public private(set) var bytes: [UInt8] = []
    private var needsComma = false

    /// - Parameter capacity: bytes to make room for at once.
    public init(capacity: Int = 0) {
        if capacity > 0 { bytes.reserveCapacity(capacity) }
    }

    /// The text written so far.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Writes an object whose members `body` writes.
    public mutating func object(_ body: (inout JSONWriter) -> Void) {
        open("{")
        body(&self)
        close("}")
    }

    /// Writes an array with one element a call of `element`.
    public mutating func array<Items: Sequence>(
        _ items: Items, _ element: (inout JSONWriter, Items.Element) -> Void
    ) {
        open("[")
        for item in items { element(&self, item) }
        close("]")
    }

    /// Writes a member's name, which needs no escaping; the next call writes its value.
    public mutating func name(_ name: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }  // buffer: read during the call
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    public mutating func string(_ value: String) {
        separate()
        quote(value)
        needsComma = true
    }

    /// Writes a string, or `null`.
    public mutating func string(_ value: String?) {
        if let value { string(value) } else { null() }
    }

    public mutating func integer(_ value: Int) {
        separate()
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        digits(UInt64(value.magnitude), atLeast: 1)
        needsComma = true
    }

    /// Writes an integer, or `null`.
    public mutating func integer(_ value: Int?) {
        if let value { integer(value) } else { null() }
    }

    /// Writes a number with at most four decimals, so that records are short and stable; NaN and infinities become `null`.
    public mutating func number(_ value: Double) {
        guard value.isFinite, abs(value) < 1e12 else { return null() }
        let scaled = Int64((value * 10_000).rounded())
        separate()
        needsComma = true
        if scaled < 0 { bytes.append(UInt8(ascii: "-")) }
        let magnitude = scaled.magnitude
        digits(magnitude / 10_000, atLeast: 1)
        var rest = magnitude % 10_000
        guard rest > 0 else { return }
        var width = 4
        while rest % 10 == 0 {
            rest /= 10
            width -= 1
        }
        bytes.append(UInt8(ascii: "."))
        digits(rest, atLeast: width)
    }

    /// Writes a moment as a string: `"2026-11-25T01:18:50Z"`.
    public mutating func time(_ moment: Timestamp) {
        separate()
        let date = CalendarDate(utc: moment)
        bytes.append(UInt8(ascii: "\""))
        digits(UInt64(max(0, date.year)), atLeast: 4)
        for (sign, value) in [
            ("-", date.month), ("-", date.day), ("T", date.hour), (":", date.minute), (":", date.second),
        ]
            as [(Unicode.Scalar, Int)]
        {
            bytes.append(UInt8(ascii: sign))
            digits(UInt64(value), atLeast: 2)
        }
        bytes.append(UInt8(ascii: "Z"))
        bytes.append(UInt8(ascii: "\""))
        needsComma = true
    }

    /// Ends a line of JSON Lines; the next value begins another text.
    public mutating func endLine() {
        bytes.append(UInt8(ascii: "\n"))
        needsComma = false
    }

    /// Writes a number in decimal digits, zeros before it up to a width.
    private mutating func digits(_ value: UInt64, atLeast width: Int) {
        if value < 10, width == 1 { return bytes.append(UInt8(ascii: "0") + UInt8(value)) }
        // From the last digit to the first: no division by a number that is not known beforehand.
        let start = bytes.count
        var rest = value
        while rest > 0 || bytes.count - start < width {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        }
        var (first, last) = (start, bytes.count - 1)
        while first < last {
            bytes.swapAt(first, last)
            (first, last) = (first + 1, last - 1)
        }
    }

    public mutating func bool(_ value: Bool) {
        raw(value ? "true" : "false")
    }

    public mutating func null() {
        raw("null")
    }

    /// Writes bytes that are a JSON value already.
    public mutating func verbatim(_ json: [UInt8]) {
        separate()
        bytes.append(contentsOf: json)
        needsComma = true
    }

    private mutating func raw(_ text: StaticString) {
        separate()
        text.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }  // buffer: read during the call
        needsComma = true
    }

    private mutating func open(_ bracket: Unicode.Scalar) {
        separate()
        bytes.append(UInt8(ascii: bracket))
        needsComma = false
    }

    private mutating func close(_ bracket: Unicode.Scalar) {
        bytes.append(UInt8(ascii: bracket))
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
    }

    /// Copies first and looks then: nearly no string needs an escape, and bytes in a row are quick to look through.
    private mutating func quote(_ value: String) {
        bytes.append(UInt8(ascii: "\""))
        let start = bytes.count
        bytes.append(contentsOf: value.utf8)
        var isPlain = true
        for index in start..<bytes.count {
            let byte = bytes[index]
            if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F {
                isPlain = false
            }
        }
        if !isPlain {
            bytes.removeSubrange(start...)
            escape(value)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func escape(_ value: String) {
        for byte in value.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case UInt8(ascii: "\n"): bytes.append(contentsOf: [0x5C, 0x6E])
            case UInt8(ascii: "\t"): bytes.append(contentsOf: [0x5C, 0x74])
            case UInt8(ascii: "\r"): bytes.append(contentsOf: [0x5C, 0x72])
            case 0..<0x20, 0x7F:
                let hex = Array("0123456789abcdef".utf8)
                bytes.append(contentsOf: [0x5C, 0x75, 0x30, 0x30, hex[Int(byte >> 4)], hex[Int(byte & 15)]])
            default: bytes.append(byte)
            }
        }
    }
}
