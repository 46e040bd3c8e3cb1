/// Finds what a server or a document says of its character set.
enum CharsetDeclaration {
    /// The `charset` parameter of a Content-Type header.
    static func inContentType(_ header: String) -> String? {
        value(after: "charset", in: Array(header.utf8.prefix(1000)))
    }

    /// The `encoding` of an XML declaration in the first 1,024 bytes.
    static func inXML(_ bytes: [UInt8]) -> String? {
        let head = Array(bytes.prefix(1024))
        guard let start = find("<?xml", in: head, from: 0), let end = find("?>", in: head, from: start) else {
            return nil
        }
        return value(after: "encoding", in: Array(head[start..<end]))
    }

    /// The `charset` of a `<meta>` element in the first 4,096 bytes; pages put scripts before it.
    static func inHTML(_ bytes: [UInt8]) -> String? {
        let head = Array(bytes.prefix(4096))
        var position = 0
        while let start = find("<meta", in: head, from: position) {
            let end = head[start...].firstIndex(of: UInt8(ascii: ">")) ?? head.count
            if let found = value(after: "charset", in: Array(head[start..<end])) { return found }
            position = max(end, start + 5)
        }
        return inXML(bytes)
    }

    /// Reads `name = "value"`, quotes and blanks optional.
    private static func value(after name: StaticString, in bytes: [UInt8]) -> String? {
        var from = 0
        while let start = find(name, in: bytes, from: from) {
            var position = start + name.utf8CodeUnitCount
            from = position
            skipBlanks(bytes, &position)
            guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else { continue }
            position += 1
            skipBlanks(bytes, &position)
            while position < bytes.count, isQuote(bytes[position]) { position += 1 }
            let end = bytes[position...].firstIndex { byte in
                byte <= 0x20 || isQuote(byte) || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ",")
                    || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
            }
            let found = bytes[position..<(end ?? bytes.count)]
            if !found.isEmpty { return String(decoding: found.prefix(60), as: UTF8.self) }
        }
        return nil
    }

    private static func isQuote(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
    }

    private static func skipBlanks(_ bytes: [UInt8], _ position: inout Int) {
        while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
    }

    /// Finds an ASCII word in any case.
    private static func find(_ word: StaticString, in bytes: [UInt8], from start: Int) -> Int? {
        let letters = Array(word.description.utf8)
        guard bytes.count >= letters.count, start <= bytes.count - letters.count else { return nil }
        return (start...bytes.count - letters.count).first { position in
            for (offset, letter) in letters.enumerated() {
                let byte = bytes[position + offset]
                if byte != letter, byte < 0x41 || byte > 0x5A || byte | 0x20 != letter { return false }
            }
            return true
        }
    }
}
