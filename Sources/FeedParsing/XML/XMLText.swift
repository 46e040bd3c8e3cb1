/// Small readings of text that libxml2 hands out.
enum XMLText {
    /// An attribute's value. libxml2 writes every `&` of it as `&#38;` unless it expands entities.
    @safe
    static func attribute(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        guard unsafe bytes.contains(UInt8(ascii: "&")) else { return unsafe String(decoding: bytes, as: UTF8.self) }
        let escaped = Array("&#38;".utf8)
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var position = 0
        while position < bytes.count {
            let byte = unsafe bytes[position]
            output.append(byte)
            let isEscaped =
                unsafe byte == escaped[0] && position + 5 <= bytes.count
                && bytes[position..<position + 5].elementsEqual(escaped)
            position += isEscaped ? 5 : 1
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// The first line of a message, at most 200 bytes.
    static func firstLine(_ message: String) -> String {
        String(decoding: message.utf8.prefix { $0 != UInt8(ascii: "\n") }.prefix(200), as: UTF8.self)
    }
}
