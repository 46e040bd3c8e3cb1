public import NewsModel

/// Reads the dates of feeds: RFC 822 with every zone abbreviation, ISO 8601, Korean and other spelled forms, epochs.
///
/// A date that cannot be read for sure gives nil, never a guess. Works over bytes, in time linear in their number.
public struct FeedDateParser: Sendable {
    private let zone: DefaultZone

    /// - Parameter timeZone: the zone of dates that name none, an IANA name or an offset; nil or unknown: UTC. A date that
    ///   itself holds Hangul is Korean time whatever this says.
    public init(timeZone: String? = nil) {
        zone = timeZone.flatMap(DefaultZone.init) ?? .utc
    }

    init(zone: DefaultZone) {
        self.zone = zone
    }

    /// Reads a date in UTF-8; nil where it is none.
    public func parse(_ bytes: ArraySlice<UInt8>) -> Timestamp? {
        let trimmed = HTMLSanitizer.trimmed(bytes)
        guard !trimmed.isEmpty, trimmed.count <= 120 else { return nil }
        if let quick = QuickDate.read(trimmed) { return quick }
        guard let tokens = DateToken.cut(trimmed) else { return nil }
        var reading = DateReading(bytes: trimmed, tokens: tokens)
        return reading.timestamp(zone: zone)
    }

    /// Reads a date.
    public func parse(_ text: String) -> Timestamp? {
        parse(Array(text.utf8.prefix(200))[...])
    }
}
