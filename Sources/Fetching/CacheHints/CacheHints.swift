public import NewsModel

/// What a response says about when to ask again. Hints only ever lengthen an interval; the poller decides.
public struct CacheHints: Sendable, Hashable {
    /// The most that any hint can ask for: 7 days. A server's mistake must not silence a feed for ever.
    public static let capSeconds = 7 * 86_400

    /// Cache-Control: max-age less Age, 1...`capSeconds`. Nil where it is missing, unreadable, or 0.
    public let maxAgeSeconds: Int?
    /// Retry-After in seconds from `now`, 0...`capSeconds`; a date in the past is 0. Nil where missing or unreadable.
    public let retryAfterSeconds: Int?
    /// The same as a moment.
    public let retryAfter: Timestamp?
    /// Expires, less Date or else less `now`, 1...`capSeconds`. Nil where there is a max-age, or it is in the past.
    public let expiresSeconds: Int?

    /// Reads the headers of one response that came at `now`.
    public init(headers: ResponseHeaders, now: Timestamp) {
        let stated = Self.maxAge(headers.all("Cache-Control"))
        let age = headers.first("Age").flatMap(Self.digits) ?? 0
        maxAgeSeconds = stated.flatMap { $0 > age ? min($0 - age, Self.capSeconds) : nil }
        retryAfterSeconds = headers.first("Retry-After").flatMap { Self.retryAfter($0, now: now) }
        retryAfter = retryAfterSeconds.map { now.adding(seconds: Int64($0)) }
        expiresSeconds = stated == nil ? Self.expires(headers, now: now) : nil
    }

    /// The longest of all hints, in seconds from `now`; nil where there is none.
    public var longestSeconds: Int? {
        [maxAgeSeconds, retryAfterSeconds, expiresSeconds].compactMap { $0 }.max()
    }

    /// The first readable max-age of the Cache-Control lines, 0 included, not capped. s-maxage is for shared caches.
    private static func maxAge(_ lines: [String]) -> Int? {
        for line in lines {
            for directive in line.utf8.split(separator: UInt8(ascii: ",")) {
                let parts = directive.split(separator: UInt8(ascii: "="), maxSplits: 1)
                guard parts.count == 2, trimmed(parts[0]).lowercased() == "max-age" else { continue }
                var value = trimmed(parts[1])
                if value.utf8.count >= 2, value.hasPrefix("\""), value.hasSuffix("\"") {
                    value = String(value.dropFirst().dropLast())
                }
                if let seconds = digits(value) { return seconds }
            }
        }
        return nil
    }

    private static func retryAfter(_ text: String, now: Timestamp) -> Int? {
        let text = trimmed(text.utf8[...])
        if let seconds = digits(text) { return min(seconds, capSeconds) }
        guard let date = HTTPDate.parse(text, now: now) else { return nil }
        return Int(max(0, min(date.seconds(since: now), Int64(capSeconds))))
    }

    private static func expires(_ headers: ResponseHeaders, now: Timestamp) -> Int? {
        guard let text = headers.first("Expires"), let expires = HTTPDate.parse(text, now: now) else { return nil }
        let from = headers.first("Date").flatMap { HTTPDate.parse($0, now: now) } ?? now
        let seconds = expires.seconds(since: from)
        return seconds > 0 ? Int(min(seconds, Int64(capSeconds))) : nil
    }

    /// A number of digits only; one too large for Int is a very large one.
    private static func digits(_ text: String) -> Int? {
        guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int(text) ?? Int.max
    }

    private static func trimmed(_ bytes: Substring.UTF8View) -> String {
        func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 }
        guard let first = bytes.firstIndex(where: { !isSpace($0) }), let last = bytes.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(Substring(bytes[first...last]))
    }
}
