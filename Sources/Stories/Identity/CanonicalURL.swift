/// The form of a URL under which two links to one page are equal. It identifies; it is not for fetching.
public enum CanonicalURL {
    /// Bytes of the longest URL that is taken; longer ones are no links to articles.
    static let maximumLength = 4096

    /// The canonical form of an http or https URL; nil for anything else.
    ///
    /// - http and https are one page: the result starts with `https://`, without user, default port and final dot.
    /// - `www.`, `m.`, `mobile.` and `amp.` in front of a host and the AMP marks of a path go: outlets serve one article
    ///   under all of them.
    /// - Percent signs are written in one way, a final slash goes, and the fragment too, but for `#!`, which some sites
    ///   route by.
    /// - Tracking parameters go (see `TrackingParameters`), the rest is sorted by name: no site seen tells pages apart by
    ///   the order of differently named parameters, and share buttons shuffle them. Equal names keep their order.
    public static func canonical(_ url: String) -> String? {
        guard url.utf8.count <= maximumLength else { return nil }
        var rest = trimmed(Array(url.utf8))[...]
        guard !rest.contains(where: { $0 <= 0x20 || $0 == 0x7F }), let port = takeScheme(&rest) else { return nil }
        let authority = rest.prefix { $0 != slash && $0 != question && $0 != hash }
        guard let host = host(authority, defaultPort: port) else { return nil }
        rest = rest.dropFirst(authority.count)
        let path = rest.prefix { $0 != question && $0 != hash }
        rest = rest.dropFirst(path.count)
        var query = rest.prefix { $0 != hash }
        let fragment = rest.dropFirst(query.count + 1)
        if query.first == question { query = query.dropFirst() }

        var result = Array("https://".utf8) + host + self.path(path)
        let parameters = self.query(query)
        if !parameters.isEmpty { result += [question] + parameters }
        if fragment.first == UInt8(ascii: "!") { result += [hash] + PercentCoding.normal(fragment) }
        return String(decoding: result, as: UTF8.self)
    }

    /// True for a canonical URL that names a site and no page of it, so that it tells no article from another.
    static func isFrontPage(_ canonical: String) -> Bool {
        let rest = canonical.utf8.dropFirst("https://".utf8.count)
        return rest.firstIndex(of: slash).map { rest.index(after: $0) == rest.endIndex } ?? true
    }

    private static let slash = UInt8(ascii: "/")
    private static let question = UInt8(ascii: "?")
    private static let hash = UInt8(ascii: "#")
    private static let dot = UInt8(ascii: ".")
    /// Host labels that stand for a way of showing a site, not for another site.
    private static let shownAs = ["www.", "m.", "mobile.", "amp."].map { Array($0.utf8) }

    private static func trimmed(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
        var slice = bytes[...]
        while let first = slice.first, first <= 0x20 { slice = slice.dropFirst() }
        while let last = slice.last, last <= 0x20 { slice = slice.dropLast() }
        return slice
    }

    /// Takes `http://` or `https://` off the front and gives the scheme's default port.
    private static func takeScheme(_ rest: inout ArraySlice<UInt8>) -> String? {
        for (scheme, port) in [("https://", "443"), ("http://", "80")] {
            let length = scheme.utf8.count
            if rest.count > length, rest.prefix(length).map(lowered).elementsEqual(scheme.utf8) {
                rest = rest.dropFirst(length)
                return port
            }
        }
        return nil
    }

    private static func host(_ authority: ArraySlice<UInt8>, defaultPort: String) -> [UInt8]? {
        var rest = authority
        if let at = rest.lastIndex(of: UInt8(ascii: "@")) { rest = rest[(at + 1)...] }
        var port: ArraySlice<UInt8> = []
        // A colon inside brackets belongs to an IPv6 address.
        if let colon = rest.lastIndex(of: UInt8(ascii: ":")), !rest[colon...].contains(UInt8(ascii: "]")) {
            port = rest[(colon + 1)...]
            rest = rest[..<colon]
        }
        var host = rest.map(lowered)[...]
        if host.last == dot { host = host.dropLast() }
        for prefix in shownAs where host.starts(with: prefix) && host.dropFirst(prefix.count).contains(dot) {
            host = host.dropFirst(prefix.count)
        }
        guard !host.isEmpty, port.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        let isDefault = port.isEmpty || port.elementsEqual(defaultPort.utf8)
        return Array(host) + (isDefault ? [] : [UInt8(ascii: ":")] + port)
    }

    private static func path(_ raw: ArraySlice<UInt8>) -> [UInt8] {
        var path = PercentCoding.normal(raw)[...]
        while path.count > 1, path.last == slash { path = path.dropLast() }
        if path.starts(with: "/amp/".utf8) { path = path.dropFirst(4) }
        for (mark, kept) in [("/amp", ""), (".amp", ""), (".amp.html", ".html")] where ends(path, mark) {
            return finished(path.dropLast(mark.utf8.count) + Array(kept.utf8))
        }
        return finished(path)
    }

    private static func finished(_ path: ArraySlice<UInt8>) -> [UInt8] {
        path.isEmpty ? [slash] : Array(path)
    }

    private static func ends(_ path: ArraySlice<UInt8>, _ mark: String) -> Bool {
        path.count >= mark.utf8.count && path.suffix(mark.utf8.count).elementsEqual(mark.utf8)
    }

    private static func query(_ raw: ArraySlice<UInt8>) -> [UInt8] {
        let kept =
            raw.split(separator: UInt8(ascii: "&")).enumerated().compactMap { place, pair in
                let name = pair.prefix { $0 != UInt8(ascii: "=") }
                let value = pair.dropFirst(name.count + 1)
                guard !TrackingParameters.hold(name: name, value: value) else { return nil }
                return (place: place, name: Array(name), pair: PercentCoding.normal(pair))
            } as [(place: Int, name: [UInt8], pair: [UInt8])]
        let sorted = kept.sorted { left, right in
            left.name == right.name ? left.place < right.place : left.name.lexicographicallyPrecedes(right.name)
        }
        return Array(sorted.map(\.pair).joined(separator: [UInt8(ascii: "&")]))
    }
}

/// The ASCII lower case of a byte.
func lowered(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
}
