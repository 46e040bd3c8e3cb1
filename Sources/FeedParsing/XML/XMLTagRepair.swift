/// Reads the attributes of one start tag, however they are written, and writes them well-formed.
struct XMLTagRepair {
    private let bytes: ArraySlice<UInt8>
    private var position: Int
    private let limit: Int
    private var names: [ArraySlice<UInt8>] = []

    /// Written attributes, each with a blank before it.
    private(set) var attributes: [UInt8] = []
    /// The tag ends in `/>`.
    private(set) var isClosed = false
    /// Attributes were left out because of a limit.
    private(set) var isOverLimit = false
    /// The place after the tag's `>`.
    private(set) var end = 0

    init(_ bytes: ArraySlice<UInt8>, from position: Int) {
        self.bytes = bytes
        self.position = position
        limit = min(bytes.endIndex, position + XMLLimits.tagBytes)
    }

    /// Reads up to the `>`; false where this is no tag.
    mutating func read() -> Bool {
        while position < limit {
            switch bytes[position] {
            case UInt8(ascii: ">"):
                end = position + 1
                return true
            case UInt8(ascii: "<"): return endsBeforeNextTag()
            case UInt8(ascii: "/"):
                isClosed = position + 1 < bytes.endIndex && bytes[position + 1] == UInt8(ascii: ">")
                position += 1
            case 0...0x20, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "="), UInt8(ascii: "?"): position += 1
            default: attribute()
            }
        }
        guard position < bytes.endIndex, let close = bytes[position...].firstIndex(of: UInt8(ascii: ">")) else {
            return false
        }
        isOverLimit = true
        isClosed = bytes[close - 1] == UInt8(ascii: "/")
        end = close + 1
        return true
    }

    /// `<item <title>`: the `>` was forgotten. A tag that has attributes or nothing but blanks so far is taken for one.
    private mutating func endsBeforeNextTag() -> Bool {
        let next = position + 1 < bytes.endIndex ? bytes[position + 1] : 0
        guard !names.isEmpty, !attributes.isEmpty, next | 0x20 >= UInt8(ascii: "a") || next == UInt8(ascii: "/") else {
            return false
        }
        guard names.count == 1 || attributes.contains(UInt8(ascii: "=")) else { return false }
        end = position
        return hasQuotedValue
    }

    private var hasQuotedValue = false

    private mutating func attribute() {
        let start = position
        while position < limit, !Self.endsName(bytes[position]), bytes[position] != UInt8(ascii: "=") { position += 1 }
        let name = bytes[start..<position]
        if name.isEmpty {
            position += 1
            return
        }
        while position < limit, bytes[position] <= 0x20 { position += 1 }
        var value: ArraySlice<UInt8> = name
        if position < limit, bytes[position] == UInt8(ascii: "=") {
            position += 1
            while position < limit, bytes[position] <= 0x20 { position += 1 }
            value = readValue()
        }
        write(name, value)
    }

    /// A quoted value ends at its quote; where that is missing, at the tag's end.
    private mutating func readValue() -> ArraySlice<UInt8> {
        guard position < limit else { return [] }
        let quote = bytes[position]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let start = position + 1
            if let close = bytes[start..<max(start, limit)].firstIndex(of: quote),
                !(bytes[start..<close].contains(UInt8(ascii: "<")) && bytes[start..<close].contains(UInt8(ascii: ">")))
            {
                hasQuotedValue = true
                position = close + 1
                return bytes[start..<close]
            }
            position = start
        }
        let start = position
        while position < limit, bytes[position] > 0x20, bytes[position] != UInt8(ascii: ">"),
            bytes[position] != UInt8(ascii: "<")
        {
            position += 1
        }
        // `<a href=x/>`: the slash belongs to the tag.
        if position < limit, bytes[position] == UInt8(ascii: ">"), position > start,
            bytes[position - 1] == UInt8(ascii: "/")
        {
            position -= 1
        }
        return bytes[start..<position]
    }

    private mutating func write(_ name: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>) {
        let first = name[name.startIndex]
        guard
            first | 0x20 >= UInt8(ascii: "a") && first | 0x20 <= UInt8(ascii: "z") || first == UInt8(ascii: "_")
                || first >= 0x80,
            !names.contains(where: { $0.elementsEqual(name) })
        else { return }
        // A prefix bound to nothing is an error of its own.
        if value.isEmpty, name.starts(with: "xmlns:".utf8) { return }
        guard names.count < XMLLimits.attributes else {
            isOverLimit = true
            return
        }
        names.append(name)
        attributes.append(UInt8(ascii: " "))
        Self.writeName(name, to: &attributes)
        attributes.append(contentsOf: "=\"".utf8)
        writeValue(value)
        attributes.append(UInt8(ascii: "\""))
    }

    private mutating func writeValue(_ value: ArraySlice<UInt8>) {
        var index = value.startIndex
        while index < value.endIndex {
            let byte = value[index]
            var scalar = UInt32(byte)
            var next = index + 1
            if byte == UInt8(ascii: "&"), let reference = CharacterReference(value, at: index) {
                scalar = reference.scalar
                next = reference.end
            }
            switch scalar {
            case 0x26: attributes.append(contentsOf: "&amp;".utf8)
            case 0x3C: attributes.append(contentsOf: "&lt;".utf8)
            case 0x22: attributes.append(contentsOf: "&quot;".utf8)
            case 0x09, 0x0A, 0x0D: attributes.append(UInt8(ascii: " "))
            case 0..<0x20: break
            case _ where next > index + 1: attributes.append(scalar: scalar)
            default: attributes.append(byte)
            }
            index = next
        }
    }

    static func endsName(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "<")
            || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "&")
    }

    /// Writes a name, with `_` for what no name may hold and for every colon but one in the middle.
    static func writeName(_ name: ArraySlice<UInt8>, to output: inout [UInt8]) {
        var colons = 0
        for index in name.indices {
            let byte = name[index]
            var isFine =
                HTMLScanner.isAlphanumeric(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
                || byte == UInt8(ascii: ".")
            if byte == UInt8(ascii: ":"), index > name.startIndex, index + 1 < name.endIndex, colons == 0 {
                let next = name[index + 1]
                colons += 1
                isFine =
                    next | 0x20 >= UInt8(ascii: "a") && next | 0x20 <= UInt8(ascii: "z") || next == UInt8(ascii: "_")
            }
            // Letters of other scripts are lawful for the most part, but not all; such names mean nothing here.
            output.append(isFine ? byte : UInt8(ascii: "_"))
        }
    }
}
