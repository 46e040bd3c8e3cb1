internal import Crypto
import Foundation

/// Makes the ids of articles.
///
/// The page comes first: feeds change their entry ids (http to https, a new system, none at all) far more often than the
/// addresses of old pages, and two feeds of a publisher list one page under two ids.
public enum ArticleIdentity {
    /// What identifies one entry of a feed.
    public struct Entry: Sendable {
        public let entryID: String?
        public let url: String?
        public let title: String
        public let body: String

        public init(entryID: String?, url: String?, title: String, body: String) {
            self.entryID = entryID
            self.url = url
            self.title = title
            self.body = body
        }
    }

    /// `a` and 20 hexadecimal digits: from the canonical URL of a page; else from the feed and its own entry id, else from
    /// the feed and the words of title and body.
    ///
    /// A site's front page is no page in this sense. An entry id that is a URL counts by its canonical form.
    public static func id(feedURL: String, entryID: String?, url: String?, title: String, body: String) -> String {
        let entry = Entry(entryID: entryID, url: url, title: title, body: body)
        if let page = page(of: entry) { return hashed(["page", page]) }
        if let own = ownID(of: entry) { return hashed(["entry", scope(feedURL), own]) }
        return hashed(["text", scope(feedURL), words(of: entry)])
    }

    /// The ids of all entries of one feed, in their order.
    ///
    /// Use this where the whole feed is at hand: a link that several entries share (all link to one list page) and an
    /// entry id that several share do not tell them apart, so those entries are told apart by what is left, at last by
    /// their words. Entries that agree in everything get one id.
    public static func ids(feedURL: String, entries: [Entry]) -> [String] {
        identities(feedURL: feedURL, entries: entries).map(\.id)
    }

    /// An id, and whether it comes from a page of the entry's own: the others change with the feed's entry ids.
    public struct Identity: Sendable, Hashable {
        public let id: String
        public let isOfPage: Bool
    }

    /// The ids of all entries of one feed, in their order, each with where it comes from.
    public static func identities(feedURL: String, entries: [Entry]) -> [Identity] {
        let pages = entries.map(page)
        let owns = entries.map(ownID)
        let sharedPages = shared(pages, among: zip(owns, entries).map { $0 ?? words(of: $1) })
        let sharedOwns = shared(owns, among: zip(pages, entries).map { $0 ?? words(of: $1) })
        return entries.indices.map { place in
            let page = pages[place].flatMap { sharedPages.contains($0) ? nil : $0 }
            if let page { return Identity(id: hashed(["page", page]), isOfPage: true) }
            let own = owns[place].flatMap { sharedOwns.contains($0) ? nil : $0 }
            if let own { return Identity(id: hashed(["entry", scope(feedURL), own]), isOfPage: false) }
            return Identity(id: hashed(["text", scope(feedURL), words(of: entries[place])]), isOfPage: false)
        }
    }

    /// A hash of an entry's words: equal for texts that differ in case, blanks and punctuation only.
    public static func textHash(title: String, body: String) -> String {
        ContentHash.hexadecimal(of: TextUnits(title: title, body: body), bytes: 12)
    }

    /// The id of the changed text of a known article.
    public static func id(ofChanged articleID: String, textHash: String) -> String {
        hashed(["changed", articleID, textHash])
    }

    /// Keys that stand for entries which `others` tells apart.
    private static func shared(_ keys: [String?], among others: [String]) -> Set<String> {
        var first: [String: String] = [:]
        var shared: Set<String> = []
        for (key, other) in zip(keys, others) {
            guard let key else { continue }
            if let earlier = first[key], earlier != other { shared.insert(key) }
            first[key] = other
        }
        return shared
    }

    private static func page(of entry: Entry) -> String? {
        guard let url = entry.url, let page = CanonicalURL.canonical(url), !CanonicalURL.isFrontPage(page) else {
            return nil
        }
        return page
    }

    /// The feed's own id, short and safe to compare: feeds hold ids of any length.
    private static func ownID(of entry: Entry) -> String? {
        let id = (entry.entryID ?? "").utf8.drop { $0 <= 0x20 }
        guard !id.isEmpty else { return nil }
        let text = String(decoding: id, as: UTF8.self)
        return CanonicalURL.canonical(text) ?? hashed(["id", text])
    }

    private static func scope(_ feedURL: String) -> String {
        CanonicalURL.canonical(feedURL) ?? feedURL
    }

    private static func words(of entry: Entry) -> String {
        let units = TextUnits(title: entry.title, body: entry.body)
        return ContentHash.hexadecimal(of: units, bytes: 16)
    }

    private static func hashed(_ parts: [String]) -> String {
        var hash = SHA256()
        for part in parts {
            hash.update(data: Data("\(part.utf8.count):".utf8))
            hash.update(data: Data(part.utf8))
        }
        return "a" + hexadecimal(hash.finalize().prefix(10))
    }
}

/// Lower-case hexadecimal digits of bytes.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
