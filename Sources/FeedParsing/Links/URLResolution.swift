/// Resolves links as RFC 3986 section 5 says, over bytes, without judging what they hold.
enum URLResolution {
    /// The absolute form of a link; the link itself, trimmed, where `base` is not absolute.
    static func resolve(_ link: String, against base: String) -> String {
        let reference = cleaned(link)
        guard !hasScheme(reference), !base.isEmpty, let parts = Parts(base) else { return reference }
        let bytes = Array(reference.utf8)
        guard let first = bytes.first else { return base }
        if bytes.starts(with: "//".utf8) { return parts.scheme + ":" + reference }
        if first == UInt8(ascii: "#") { return withoutFragment(base) + reference }
        if first == UInt8(ascii: "?") { return parts.origin + parts.path + reference }
        let splitAt = bytes.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? bytes.count
        let path = String(decoding: bytes[..<splitAt], as: UTF8.self)
        let rest = String(decoding: bytes[splitAt...], as: UTF8.self)
        let joined = first == UInt8(ascii: "/") ? path : folder(of: parts.path) + path
        return parts.origin + withoutDots(joined) + rest
    }

    /// True for http and https URLs with a host.
    static func isWeb(_ url: String) -> Bool {
        let lower = url.utf8.prefix(9).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
        return lower.count == 9 && (lower.starts(with: "https://".utf8) || lower.starts(with: "http://".utf8))
    }

    /// True where the link begins with a scheme, of whatever kind.
    static func hasScheme(_ link: String) -> Bool {
        guard let colon = link.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
        let scheme = link.utf8[..<colon]
        guard let first = scheme.first, HTMLScanner.isAlphanumeric(first), scheme.count <= 20 else { return false }
        return scheme.allSatisfy {
            HTMLScanner.isAlphanumeric($0) || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-")
                || $0 == UInt8(ascii: ".")
        }
    }

    /// Blanks at the ends and control characters within are no part of a link; blanks within become `%20`.
    static func cleaned(_ link: String) -> String {
        guard link.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else { return link }
        var output: [UInt8] = []
        for byte in HTMLSanitizer.trimmed(Array(link.utf8)[...]) {
            if byte == 0x20 {
                output.append(contentsOf: "%20".utf8)
            } else if byte > 0x20, byte != 0x7F {
                output.append(byte)
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    private struct Parts {
        let scheme: String
        /// Scheme and host.
        let origin: String
        let path: String

        init?(_ url: String) {
            let bytes = Array(URLResolution.cleaned(url).utf8)
            guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), URLResolution.hasScheme(url),
                bytes[(colon + 1)...].starts(with: "//".utf8)
            else { return nil }
            scheme = String(decoding: bytes[..<colon], as: UTF8.self)
            let hostStart = colon + 3
            func isEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") }
            let pathStart = bytes[hostStart...].firstIndex { $0 == UInt8(ascii: "/") || isEnd($0) } ?? bytes.count
            let pathEnd = bytes[pathStart...].firstIndex(where: isEnd) ?? bytes.count
            origin = String(decoding: bytes[..<pathStart], as: UTF8.self)
            let found = String(decoding: bytes[pathStart..<pathEnd], as: UTF8.self)
            path = found.isEmpty ? "/" : found
        }
    }

    private static func withoutFragment(_ url: String) -> String {
        String(decoding: url.utf8.prefix { $0 != UInt8(ascii: "#") }, as: UTF8.self)
    }

    private static func folder(of path: String) -> String {
        let bytes = Array(path.utf8)
        guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return "/" }
        return String(decoding: bytes[...slash], as: UTF8.self)
    }

    private static func withoutDots(_ path: String) -> String {
        guard path.utf8.contains(UInt8(ascii: ".")) else { return path }
        var kept: [Substring.UTF8View] = []
        let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            let isLast = index == parts.count - 1
            if part.elementsEqual("..".utf8) {
                if kept.count > 1 { kept.removeLast() }
                if isLast { kept.append("".utf8[...]) }
            } else if part.elementsEqual(".".utf8) {
                if isLast { kept.append("".utf8[...]) }
            } else {
                kept.append(part)
            }
        }
        return kept.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/")
    }
}
