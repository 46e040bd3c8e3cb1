/// Reads what `ImageWriter` wrote, and never past the end: whatever the bytes are, it gives tables or throws.
struct ImageReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { position == bytes.count }

    mutating func int() throws(ImageDamage) -> Int {
        guard bytes.count - position >= 8 else { throw ImageDamage() }
        var value: UInt64 = 0
        for offset in 0..<8 { value |= UInt64(bytes[position + offset]) << UInt64(offset * 8) }
        position += 8
        return Int(truncatingIfNeeded: value)
    }

    /// The count of a table whose elements have `width` bytes; the table then lies whole in front of the reader.
    private mutating func count(_ width: Int) throws(ImageDamage) -> Int {
        let count = try int()
        guard count >= 0, count <= (bytes.count - position) / width else { throw ImageDamage() }
        return count
    }

    mutating func uint32s() throws(ImageDamage) -> [UInt32] {
        try table { $0 }
    }

    mutating func int32s() throws(ImageDamage) -> [Int32] {
        try table(Int32.init(bitPattern:))
    }

    /// A table made in one go: a second copy of the largest ones would be a tenth of what a start takes.
    @inline(__always)
    private mutating func table<Value>(_ value: (UInt32) -> Value) throws(ImageDamage) -> [Value] {
        let count = try count(4)
        var values: [Value] = []
        values.reserveCapacity(count)
        var place = position
        position += 4 * count
        let source = bytes.span
        for _ in 0..<count {
            values.append(
                value(
                    UInt32(source[place]) | UInt32(source[place + 1]) << 8 | UInt32(source[place + 2]) << 16
                        | UInt32(source[place + 3]) << 24))
            place += 4
        }
        return values
    }

    mutating func uint8s() throws(ImageDamage) -> [UInt8] {
        let count = try count(1)
        defer { position += count }
        return Array(bytes[position..<position + count])
    }

    mutating func bools() throws(ImageDamage) -> [Bool] {
        try uint8s().map { $0 != 0 }
    }

    mutating func doubles() throws(ImageDamage) -> [Double] {
        let halves = try uint32s()
        guard halves.count.isMultiple(of: 2) else { throw ImageDamage() }
        return stride(from: 0, to: halves.count, by: 2).map {
            Double(bitPattern: UInt64(halves[$0]) | UInt64(halves[$0 + 1]) << 32)
        }
    }

    mutating func strings() throws(ImageDamage) -> [String] {
        let lengths = try uint32s()
        let pool = try uint8s()
        var strings: [String] = []
        strings.reserveCapacity(lengths.count)
        var start = 0
        for length in lengths {
            guard Int(length) <= pool.count - start else { throw ImageDamage() }
            strings.append(String(decoding: pool[start..<start + Int(length)], as: UTF8.self))
            start += Int(length)
        }
        return strings
    }
}

/// A file that is no image of a lexicon, or no whole one. It is made anew, so nobody needs to know more.
struct ImageDamage: Error {}

extension ImageDamage {
    /// Throws where a table is not as the others need it.
    static func unless(_ isSound: Bool) throws(ImageDamage) {
        if !isSound { throw ImageDamage() }
    }

    /// Ranges of another table: they begin with 0, never fall and end at its count.
    static func unless(_ starts: [Int32], cut count: Int) throws(ImageDamage) {
        guard starts.first == 0, starts.last.map(Int.init) == count else { throw ImageDamage() }
        for index in starts.indices.dropFirst() where starts[index] < starts[index - 1] { throw ImageDamage() }
    }

    static func unless(_ numbers: [Int32], areBelow count: Int) throws(ImageDamage) {
        for number in numbers where number < 0 || number >= count { throw ImageDamage() }
    }
}
