import Fetching
import NewsModel

extension FeedMove {
    /// Polls in a row that must name the same target, and find a feed there, before it is believed.
    static let neededSightings = 3

    /// Takes in how the request was led to an answer that proved to be a feed. Returns the new target where this sighting
    /// makes it the one to ask.
    mutating func note(_ redirects: [FetchedDocument.Redirect], of feed: Feed) -> String? {
        guard let named = Self.permanentTarget(redirects), Self.isAllowed(named, for: feed) else {
            candidate = nil
            sightings = 0
            return nil
        }
        sightings = named == candidate ? sightings + 1 : 1
        candidate = named
        guard sightings >= Self.neededSightings else { return nil }
        target = named
        candidate = nil
        sightings = 0
        return named
    }

    /// Where the permanent redirects lead that come before any temporary one.
    private static func permanentTarget(_ redirects: [FetchedDocument.Redirect]) -> String? {
        redirects.prefix { $0.isPermanent }.last?.to
    }

    /// A feed with secrets stays where the user sent them, and https is not given up.
    private static func isAllowed(_ target: String, for feed: Feed) -> Bool {
        let holdsSecrets = feed.access.user != nil || !feed.access.headers.isEmpty || HostName.hasUser(feed.url)
        let isDowngrade = feed.url.hasPrefix("https:") && !target.hasPrefix("https:")
        return !holdsSecrets && !isDowngrade
    }
}

/// The host in a URL, as far as polling needs it.
enum HostName {
    /// In lower case, without user and port; empty where the text has none.
    static func of(_ url: String) -> String {
        var host = authority(url)
        if let at = host.lastIndex(of: UInt8(ascii: "@")) { host = host[(at + 1)...] }
        if host.first == UInt8(ascii: "[") {
            host = host.prefix { $0 != UInt8(ascii: "]") }.dropFirst()
        } else {
            host = host.prefix { $0 != UInt8(ascii: ":") }
        }
        return String(decoding: host.map { (65...90).contains($0) ? $0 | 32 : $0 }, as: UTF8.self)
    }

    static func hasUser(_ url: String) -> Bool { authority(url).contains(UInt8(ascii: "@")) }

    private static func authority(_ url: String) -> ArraySlice<UInt8> {
        let bytes = Array(url.utf8)
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")),
            bytes[colon...].starts(with: Array("://".utf8))
        else { return [] }
        return bytes[(colon + 3)...].prefix {
            $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#")
        }
    }
}
