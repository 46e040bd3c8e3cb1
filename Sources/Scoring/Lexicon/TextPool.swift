/// Many strings in one piece of memory, made into `String`s only when asked for.
struct TextPool: Sendable {
    private(set) var bytes: [UInt8] = []
    /// String n is `bytes[starts[n]..<starts[n + 1]]`.
    private(set) var starts: [Int32] = [0]

    init() {}

    /// Nil where the parts do not fit one another.
    init?(bytes: [UInt8], starts: [Int32]) {
        guard (try? ImageDamage.unless(starts, cut: bytes.count)) != nil else { return nil }
        self.bytes = bytes
        self.starts = starts
    }

    var count: Int { starts.count - 1 }

    mutating func append(_ text: String) {
        bytes += text.utf8
        starts.append(Int32(bytes.count))
    }

    subscript(_ number: Int) -> String {
        String(decoding: bytes[Int(starts[number])..<Int(starts[number + 1])], as: UTF8.self)
    }
}
