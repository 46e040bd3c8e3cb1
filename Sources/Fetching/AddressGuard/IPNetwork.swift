/// A range of addresses: `10.0.0.0/8`, `fd00::/8`, or one address.
struct IPNetwork: Sendable, Hashable, CustomStringConvertible {
    let address: IPAddress
    /// Bits that count, 0...32 or 0...128.
    let prefix: Int

    /// Nil where the text is no address, the prefix is out of range, or bits beyond the prefix are set
    /// (`10.0.0.1/8` is more likely a mistake than meant).
    init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let address = IPAddress(String(parts[0])) else { return nil }
        let width = address.bytes.count * 8
        var prefix = width
        if parts.count == 2 {
            guard parts[1].utf8.allSatisfy({ (48...57).contains($0) }), let value = Int(parts[1]), value <= width else {
                return nil
            }
            prefix = value
        }
        self.address = address
        self.prefix = prefix
        guard (prefix..<width).allSatisfy({ address.bytes[$0 / 8] & (0x80 >> ($0 % 8)) == 0 }) else { return nil }
    }

    func contains(_ other: IPAddress) -> Bool {
        guard other.bytes.count == address.bytes.count else { return false }
        let whole = prefix / 8
        guard other.bytes[..<whole].elementsEqual(address.bytes[..<whole]) else { return false }
        let rest = prefix % 8
        guard rest > 0 else { return true }
        let mask = UInt8(truncatingIfNeeded: 0xFF << (8 - rest))
        return other.bytes[whole] & mask == address.bytes[whole] & mask
    }

    var description: String { "\(address)/\(prefix)" }
}
