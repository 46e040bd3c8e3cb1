/// Short texts, one behind the other: a text costs its bytes and four more, and no allocation.
struct TextArena {
    private var bytes: [UInt8] = []
    private var ends: [UInt32] = []

    mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
        ends.append(UInt32(bytes.count))
    }

    subscript(_ number: Int) -> String { String(decoding: bytes[range(number)], as: UTF8.self) }

    func holds(_ text: String, at number: Int) -> Bool { bytes[range(number)].elementsEqual(text.utf8) }

    func agrees(_ number: Int, _ other: Int) -> Bool { bytes[range(number)].elementsEqual(bytes[range(other)]) }

    func key(_ number: Int) -> UInt64 { TextKey.of(bytes[range(number)]) }

    private func range(_ number: Int) -> Range<Int> {
        (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
    }
}

/// A text as 64 bits, by the process's keyed hash: nobody outside can make two texts collide.
enum TextKey {
    static func of(_ text: String) -> UInt64 {
        var text = text
        return text.withUTF8 { unsafe hash(UnsafeRawBufferPointer($0)) }  // buffer: hashed at once
    }

    static func of(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        unsafe bytes.withUnsafeBytes { unsafe hash($0) }  // buffer: hashed at once
    }

    private static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var hasher = Hasher()
        unsafe hasher.combine(bytes: bytes)  // buffer: the caller's
        return UInt64(bitPattern: Int64(hasher.finalize()))
    }
}

/// Numbers for texts that come again and again: companies, publishers. They only grow; a rebuilt index begins anew.
struct NameNumbers {
    private var numbers: [String: Int32] = [:]
    private var names: [String] = []

    /// Nil for a name that was never taken in.
    func number(of name: String) -> Int32? { numbers[name] }

    mutating func add(_ name: String) -> Int32 {
        if let known = numbers[name] { return known }
        let number = Int32(names.count)
        names.append(name)
        numbers[name] = number
        return number
    }

    subscript(_ number: Int32) -> String { names[Int(number)] }
}
