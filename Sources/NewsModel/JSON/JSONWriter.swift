/// Writes JSON into bytes, in the order of the calls: the same values give the same bytes.
///
/// Separators are kept by the writer; the caller opens, names, writes and closes. It cannot be copied: two writers that go
/// on from the same bytes make no sense.
public struct JSONWriter: ~Copyable, Sendable {
    private var sink: ByteSink
    private var needsComma = false

    /// - Parameter capacity: bytes to make room for at once.
    public init(capacity: Int = 0) {
        sink = ByteSink(capacity: capacity)
    }

    /// The bytes written so far.
    public var bytes: [UInt8] { sink.bytes }

    /// The text written so far.
    public var text: String { sink.text }

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
        sink.append(name: name, afterComma: needsComma)
        needsComma = false
    }

    public mutating func string(_ value: String) {
        separate()
        sink.append(quoted: value)
        needsComma = true
    }

    /// Writes a string, or `null`.
    public mutating func string(_ value: String?) {
        if let value { string(value) } else { null() }
    }

    public mutating func integer(_ value: Int) {
        separate()
        if value < 0 { sink.append(UInt8(ascii: "-")) }
        sink.append(decimal: UInt64(value.magnitude))
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
        if scaled < 0 { sink.append(UInt8(ascii: "-")) }
        let magnitude = scaled.magnitude
        sink.append(decimal: magnitude / 10_000)
        var rest = magnitude % 10_000
        guard rest > 0 else { return }
        var width = 4
        while rest % 10 == 0 {
            rest /= 10
            width -= 1
        }
        sink.append(UInt8(ascii: "."))
        sink.append(decimal: rest, atLeast: width)
    }

    /// Writes a moment as a string: `"2026-11-25T01:18:50Z"`.
    public mutating func time(_ moment: Timestamp) {
        separate()
        let date = CalendarDate(utc: moment)
        sink.append(UInt8(ascii: "\""))
        sink.append(decimal: UInt64(max(0, date.year)), atLeast: 4)
        part("-", date.month)
        part("-", date.day)
        part("T", date.hour)
        part(":", date.minute)
        part(":", date.second)
        sink.append(UInt8(ascii: "Z"))
        sink.append(UInt8(ascii: "\""))
        needsComma = true
    }

    private mutating func part(_ sign: Unicode.Scalar, _ value: Int) {
        sink.append(UInt8(ascii: sign))
        sink.append(decimal: UInt64(value), atLeast: 2)
    }

    /// Ends a line of JSON Lines; the next value begins another text.
    public mutating func endLine() {
        sink.append(UInt8(ascii: "\n"))
        needsComma = false
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
        sink.append(json)
        needsComma = true
    }

    private mutating func raw(_ text: StaticString) {
        separate()
        sink.append(ascii: text)
        needsComma = true
    }

    private mutating func open(_ bracket: Unicode.Scalar) {
        separate()
        sink.append(UInt8(ascii: bracket))
        needsComma = false
    }

    private mutating func close(_ bracket: Unicode.Scalar) {
        sink.append(UInt8(ascii: bracket))
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { sink.append(UInt8(ascii: ",")) }
    }
}
