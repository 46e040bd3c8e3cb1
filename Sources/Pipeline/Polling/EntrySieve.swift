import FeedParsing
import NewsModel
import Storage
import Stories

/// An entry that is to become an article.
struct FreshEntry: Sendable {
    /// The id that its article will have.
    let id: String
    let entry: ParsedEntry
    /// Hash of its text as the feed gave it.
    let textHash: String
    /// The stored article whose text has changed; nil for one that is new.
    let changedFrom: String?
}

/// Stage 3: tells new entries and changed texts from what is stored already.
struct EntrySieve: Sendable {
    let store: any NewsStore

    /// A page that changes at every poll (a counter, an advertisement) is kept in so many texts and no more.
    private static let mostChanges = 8

    /// The entries that no stored article came from and those whose text has changed, oldest first: the first article of
    /// a story is its lead.
    func unseen(_ parsed: ParsedFeed, feed: Feed) async throws -> [FreshEntry] {
        let candidates = candidates(parsed, feed: feed)
        let known = try await store.knownArticleIDs(among: candidates.map(\.identity.id))
        var taken = known
        var fresh: [FreshEntry] = []
        let renamed = try await renamed(candidates.filter { !known.contains($0.identity.id) }, candidates, feed: feed)
        for (place, candidate) in candidates.enumerated()
        where !renamed.contains(place) && taken.insert(candidate.identity.id).inserted {
            fresh.append(
                FreshEntry(
                    id: candidate.identity.id, entry: candidate.entry, textHash: candidate.textHash, changedFrom: nil))
        }
        fresh += try await changed(candidates.filter { known.contains($0.identity.id) })
        let distantPast = Timestamp(seconds: 0)
        return fresh.reversed().sorted {
            ($0.entry.published ?? $0.entry.updated ?? distantPast)
                < ($1.entry.published ?? $1.entry.updated ?? distantPast)
        }
    }

    private struct Candidate {
        let place: Int
        let identity: ArticleIdentity.Identity
        let entry: ParsedEntry
        let textHash: String
    }

    private func candidates(_ parsed: ParsedFeed, feed: Feed) -> [Candidate] {
        let entries = parsed.entries.map { entry in
            ArticleIdentity.Entry(
                entryID: entry.id, url: entry.link, title: entry.title, body: entry.content ?? entry.summary ?? "")
        }
        let identities = ArticleIdentity.identities(feedURL: feed.url, entries: entries)
        return parsed.entries.indices.map { place in
            Candidate(
                place: place, identity: identities[place], entry: parsed.entries[place],
                textHash: ArticleIdentity.textHash(title: entries[place].title, body: entries[place].body))
        }
    }

    /// Known articles whose entry has another text now.
    private func changed(_ candidates: [Candidate]) async throws -> [FreshEntry] {
        let texts = try await store.entryTexts(of: candidates.map(\.identity.id))
        let changed = candidates.compactMap { candidate -> FreshEntry? in
            let base = candidate.identity.id
            guard let text = texts[base], text.hash != candidate.textHash, text.changes < Self.mostChanges else {
                return nil
            }
            return FreshEntry(
                id: ArticleIdentity.id(ofChanged: base, textHash: candidate.textHash), entry: candidate.entry,
                textHash: candidate.textHash, changedFrom: base)
        }
        // A text that flips between two forms was stored in both of them.
        var taken = try await store.knownArticleIDs(among: changed.map(\.id))
        return changed.filter { taken.insert($0.id).inserted }
    }

    /// Places of entries that only their entry ids make new: they have no page of their own, and the feed brought their
    /// text before. A feed that lists a text more often than it is stored really has something new to say in old words.
    private func renamed(
        _ unknown: [Candidate], _ all: [Candidate], feed: Feed
    ) async throws -> Set<Int> {
        let nameless = unknown.filter { !$0.identity.isOfPage }
        let stored = try await store.entryCounts(ofFeed: feed.url, hashes: Array(Set(nameless.map(\.textHash))))
        let listed = Dictionary(grouping: all, by: \.textHash).mapValues(\.count)
        return Set(
            nameless.filter { stored[$0.textHash, default: 0] >= listed[$0.textHash, default: 0] }.map(\.place))
    }
}
