/// Chooses the zone of dates that name none.
enum FeedZone {
    /// The option where it is set and known; else Korean time where the feed is in Korean (by its language, its host, its
    /// character set or its title), else UTC.
    static func choose(
        options: FeedParserOptions, language: String?, urls: [String], encoding: String, title: String?
    ) -> DefaultZone {
        if let zone = options.timeZone.flatMap(DefaultZone.init) { return zone }
        let isKorean =
            language.map { $0.utf8.prefix(2).elementsEqual("ko".utf8) || $0.utf8.prefix(2).elementsEqual("KO".utf8) }
            ?? false
        return isKorean || urls.contains(where: isKoreanHost) || encoding == "euc-kr"
            || (title.map(holdsHangul) ?? false)
            ? .seoul : .utc
    }

    private static func isKoreanHost(_ url: String) -> Bool {
        guard URLResolution.isWeb(url), let colon = url.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
        let host = url.utf8[colon...].dropFirst(3).prefix {
            $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "?")
        }
        return host.suffix(3).elementsEqual(".kr".utf8) || host.suffix(3).elementsEqual(".KR".utf8)
    }

    private static func holdsHangul(_ text: String) -> Bool {
        text.unicodeScalars.contains { $0.value >= 0xAC00 && $0.value <= 0xD7A3 }
    }
}
