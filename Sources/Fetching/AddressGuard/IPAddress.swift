/// An IPv4 or IPv6 address.
public struct IPAddress: Sendable, Hashable, CustomStringConvertible {
    /// 4 or 16 bytes, most significant first.
    public let bytes: [UInt8]

    /// From 4 or 16 bytes; nil for any other number.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 4 || bytes.count == 16 else { return nil }
        self.bytes = bytes
    }

    /// From dotted decimal (`127.0.0.1`) or IPv6 text (`::1`, brackets allowed); nil for anything else, other
    /// spellings of IPv4 numbers and zone names included.
    public init?(_ text: String) {
        var characters = text.utf8[...]
        if characters.first == UInt8(ascii: "["), characters.last == UInt8(ascii: "]"), characters.count > 2 {
            characters = characters.dropFirst().dropLast()
        }
        if characters.contains(UInt8(ascii: ":")) {
            guard let bytes = Self.ipv6(Array(characters)) else { return nil }
            self.bytes = bytes
        } else {
            guard let bytes = Self.ipv4(Array(characters)[...]) else { return nil }
            self.bytes = bytes
        }
    }

    public var isIPv4: Bool { bytes.count == 4 }

    public var description: String {
        if isIPv4 { return bytes.map(String.init).joined(separator: ".") }
        let groups = (0..<8).map { Int(bytes[2 * $0]) << 8 | Int(bytes[2 * $0 + 1]) }
        guard let zeros = Self.longestZeros(groups) else { return Self.hex(groups[...]) }
        return Self.hex(groups[..<zeros.lowerBound]) + "::" + Self.hex(groups[zeros.upperBound...])
    }

    /// The IPv4 address inside an IPv4-mapped, NAT64 (64:ff9b::/96) or 6to4 address: the one that is reached in truth.
    var embeddedIPv4: IPAddress? {
        guard !isIPv4 else { return nil }
        if bytes.starts(with: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]) {
            return IPAddress(bytes: Array(bytes[12...]))
        }
        if bytes.starts(with: [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]) {
            return IPAddress(bytes: Array(bytes[12...]))
        }
        if bytes.starts(with: [0x20, 0x02]) { return IPAddress(bytes: Array(bytes[2..<6])) }
        return nil
    }

    private static func ipv4(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        let numbers = parts.compactMap { part -> UInt8? in
            guard (1...3).contains(part.count), part.allSatisfy({ (48...57).contains($0) }),
                part.count == 1 || part.first != 48
            else { return nil }
            return UInt8(exactly: part.reduce(0) { $0 * 10 + Int($1 - 48) })
        }
        return numbers.count == 4 ? numbers : nil
    }

    private static func ipv6(_ text: [UInt8]) -> [UInt8]? {
        guard let gap = doubleColon(text) else {
            guard let all = groups(text[...]), all.count == 16 else { return nil }
            return all
        }
        guard let head = groups(text[..<gap]), let tail = groups(text[(gap + 2)...]), head.count + tail.count <= 14
        else {
            return nil
        }
        return head + [UInt8](repeating: 0, count: 16 - head.count - tail.count) + tail
    }

    private static func doubleColon(_ text: [UInt8]) -> Int? {
        text.indices.dropLast().first { text[$0] == UInt8(ascii: ":") && text[$0 + 1] == UInt8(ascii: ":") }
    }

    /// The bytes of groups between single colons; the last may be dotted IPv4.
    private static func groups(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        guard !text.isEmpty else { return [] }
        var bytes: [UInt8] = []
        let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            if index == parts.count - 1, part.contains(UInt8(ascii: ".")) {
                guard let last = ipv4(part) else { return nil }
                bytes += last
                continue
            }
            guard (1...4).contains(part.count), let value = UInt16(String(decoding: part, as: UTF8.self), radix: 16),
                part.first != UInt8(ascii: "+"), part.first != UInt8(ascii: "-")
            else { return nil }
            bytes += [UInt8(value >> 8), UInt8(value & 0xFF)]
        }
        return bytes
    }

    private static func longestZeros(_ groups: [Int]) -> Range<Int>? {
        var best: Range<Int>?
        var start = 0
        while start < 8 {
            let end = groups[start...].firstIndex { $0 != 0 } ?? 8
            if end - start >= 2, end - start > (best?.count ?? 0) { best = start..<end }
            start = max(end, start) + 1
        }
        return best
    }

    private static func hex(_ groups: ArraySlice<Int>) -> String {
        groups.map { String($0, radix: 16) }.joined(separator: ":")
    }
}
