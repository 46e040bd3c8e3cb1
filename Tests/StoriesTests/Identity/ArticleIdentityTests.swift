import Stories
import Testing

struct ArticleIdentityTests {
    private let feed = "https://feed.example/rss"
    private typealias Entry = ArticleIdentity.Entry

    private func id(
        _ entryID: String?, _ url: String?, title: String = "가람전자 피소", body: String = "본문", feed: String? = nil
    ) -> String {
        ArticleIdentity.id(feedURL: feed ?? self.feed, entryID: entryID, url: url, title: title, body: body)
    }

    @Test func isShortAndTheSameForEver() {
        // A change here makes every stored article new again.
        #expect(id("1", "https://news.example/a") == "a0396afd6a5e1052050cf")
        #expect(id("tag:1", nil) == "ac116e310b6066ee356b6")
        #expect(id(nil, nil) == "a131eb8bbc0d1abc25e75")
    }

    @Test func aChangedEntryIDDoesNotMakeAPageNew() {
        let first = id("http://news.example/?p=1", "http://news.example/a")
        #expect(id("https://news.example/?p=1", "https://www.news.example/a?utm_source=rss") == first)
        #expect(id(nil, "https://news.example/a") == first)
        #expect(
            id("urn:uuid:1", "https://news.example/a", title: "new title", body: "", feed: "https://other.example")
                == first)
        #expect(id("http://news.example/?p=1", "http://news.example/b") != first)
    }

    @Test func withoutAPageTheEntryIDCounts() {
        let first = id("http://news.example/?p=1", nil)
        #expect(id("https://news.example/?p=1", nil, title: "edited") == first)
        #expect(id("https://news.example/?p=1", nil, feed: "http://feed.example/rss") == first)
        #expect(id("https://news.example/?p=2", nil) != first)
        #expect(id("tag:7", nil) != id("tag:7", nil, feed: "https://other.example/rss"))
        #expect(id("tag:7", "https://news.example/") == id("tag:7", nil))
    }

    @Test func withoutBothTheWordsCount() {
        let first = id(nil, nil, title: "Acme sued", body: "The court said.")
        #expect(id("", "", title: "Acme  sued!", body: "the court said") == first)
        #expect(id(nil, nil, title: "Acme sued", body: "The court denied.") != first)
    }

    @Test func aLinkThatAllEntriesShareTellsThemNotApart() {
        let list = "https://news.example/list"
        let ids = ArticleIdentity.ids(
            feedURL: feed,
            entries: [
                Entry(entryID: "1", url: list, title: "a", body: ""),
                Entry(entryID: "2", url: list, title: "b", body: ""),
                Entry(entryID: nil, url: list, title: "c", body: ""),
                Entry(entryID: "9", url: "https://news.example/x", title: "d", body: ""),
            ])
        #expect(Set(ids).count == 4)
        #expect(ids[3] == id("9", "https://news.example/x"))
    }

    @Test func anEntryIDThatAllSharePassesForNone() {
        let ids = ArticleIdentity.ids(
            feedURL: feed,
            entries: [
                Entry(entryID: "0", url: nil, title: "가", body: "x"),
                Entry(entryID: "0", url: nil, title: "나", body: "x"),
                Entry(entryID: "0", url: "https://news.example/x", title: "다", body: ""),
            ])
        #expect(Set(ids).count == 3)
    }

    @Test func equalEntriesGetOneID() {
        let entry = Entry(entryID: "1", url: "https://news.example/a", title: "a", body: "")
        #expect(Set(ArticleIdentity.ids(feedURL: feed, entries: [entry, entry])).count == 1)
        #expect(ArticleIdentity.ids(feedURL: feed, entries: [entry]) == [id("1", "https://news.example/a")])
        #expect(ArticleIdentity.ids(feedURL: feed, entries: []).isEmpty)
    }

    @Test func anEntryIDOfAnySizeIsTaken() {
        let marks = "e" + String(repeating: "\u{301}", count: 100_000)
        #expect(id(marks, nil) != id(marks + "x", nil))
        #expect(id(marks, nil).utf8.count == 21)
    }
}
