/// Addresses as pages give them.
enum PageAddress {
    /// An absolute http or https address from a link of a page, or nil. A path is completed with the page's own address.
    static func resolve(_ link: String, base: String?) -> String? {
        let trimmed = Array(link.utf8)[...].trimmed
        guard !trimmed.isEmpty, trimmed.count <= 2_000, !trimmed.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else {
            return nil
        }
        if isWeb(trimmed) { return String(decoding: trimmed, as: UTF8.self) }
        guard let base, let origin = origin(base) else { return nil }
        let text = String(decoding: trimmed, as: UTF8.self)
        if trimmed.starts(with: "//".utf8) { return String(origin.scheme) + text }
        return trimmed.first == UInt8(ascii: "/") ? origin.scheme + "//" + origin.host + text : nil
    }

    /// An address without credentials, query and fragment.
    static func forDisplay(_ address: String) -> String {
        guard let origin = origin(address) else { return "(an address that is not http)" }
        let bytes = Array(address.utf8.prefix(2_000))
        let start = origin.scheme.utf8.count + 2
        let pathStart = bytes[start...].firstIndex { [0x2F, 0x3F, 0x23].contains($0) } ?? bytes.count
        let end = bytes[pathStart...].firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? bytes.count
        return origin.scheme + "//" + origin.host + String(decoding: bytes[pathStart..<end], as: UTF8.self)
    }

    /// The host of an address without "www.", or nil.
    static func host(_ address: String) -> String? {
        guard let host = origin(address)?.host.lowercased() else { return nil }
        return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    }

    private static func isWeb(_ bytes: ArraySlice<UInt8>) -> Bool {
        let head = bytes.prefix(8).map(ASCII.lower)
        return head.starts(with: "http://".utf8) || head.starts(with: "https://".utf8)
    }

    private static func origin(_ address: String) -> (scheme: String, host: String)? {
        let bytes = Array(address.utf8.prefix(2_000))
        guard isWeb(bytes[...]), let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let start = colon + 3
        let end = bytes[start...].firstIndex { [0x2F, 0x3F, 0x23].contains($0) } ?? bytes.count
        let authority = bytes[start..<end]
        let hostStart = authority.lastIndex(of: UInt8(ascii: "@")).map { $0 + 1 } ?? start
        guard hostStart < end else { return nil }
        return (
            String(decoding: bytes[...colon], as: UTF8.self).lowercased(),
            String(decoding: bytes[hostStart..<end], as: UTF8.self)
        )
    }
}
