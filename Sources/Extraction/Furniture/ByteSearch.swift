/// Plain byte searches: furniture rules are strings, never regular expressions.
enum ByteSearch {
    static func contains(_ bytes: ArraySlice<UInt8>, _ wanted: [UInt8]) -> Bool {
        first(of: wanted, in: bytes) != nil
    }

    /// The index of the first occurrence, or nil.
    static func first(of wanted: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        guard let head = wanted.first else { return nil }
        var index = bytes.startIndex
        let last = bytes.endIndex - wanted.count
        while index <= last {
            if bytes[index] == head {
                var offset = 1
                while offset < wanted.count, bytes[index + offset] == wanted[offset] { offset += 1 }
                if offset == wanted.count { return index }
            }
            index += 1
        }
        return nil
    }

    static func hasPrefix(_ bytes: ArraySlice<UInt8>, _ wanted: [UInt8]) -> Bool {
        bytes.count >= wanted.count && bytes.prefix(wanted.count).elementsEqual(wanted)
    }

    static func hasSuffix(_ bytes: ArraySlice<UInt8>, _ wanted: [UInt8]) -> Bool {
        bytes.count >= wanted.count && bytes.suffix(wanted.count).elementsEqual(wanted)
    }
}
