import NewsModel
import Storage
import Testing

@testable import Dashboard

@Suite("The first page")
struct PageTests {
    static let hostile = "\"><script>alert(1)</script><img src=x onerror=alert(2)>"

    static func alert(url: String?) -> Alert {
        Alert(
            id: "alert_1", revision: 2, storyID: "s", company: Company(id: "XKRX:1", kind: .listed, name: hostile),
            rule: "r", reason: hostile, events: [], severity: 80, sentiment: .none, relevance: 90, articleID: "a",
            title: hostile, url: url, source: hostile, sourceRank: 3, language: .korean, publishedAt: nil,
            articleCount: 2, sources: [hostile], isWatched: false, createdAt: Timestamp(seconds: 0),
            updatedAt: Timestamp(seconds: 0))
    }

    static func article(url: String?) -> ArticleSummary {
        ArticleSummary(
            id: "a", title: hostile, url: url, source: hostile, language: .english, publishedAt: nil,
            seenAt: Timestamp(seconds: 0), storyID: "s", severity: 0, sentimentScore: -0.426, companies: [hostile],
            eventTypes: [hostile], decision: hostile)
    }

    static func status(feedURL: String = "https://user:secret@a.example/feed") -> DaemonStatus {
        var state = FeedState(url: feedURL)
        state.lastError = hostile
        state.errorCount = 3
        state.rhythm.gapCount = 2
        var status = DaemonStatus(
            version: "newsward 0", lexicon: "sha256:0", startedAt: Timestamp(seconds: 0), now: Timestamp(seconds: 0),
            isReady: false, troubles: [hostile],
            feeds: [FeedStatus(feed: Feed(url: feedURL, source: hostile), state: state)])
        let stop = ReceiverStop(
            receiver: "hook", identity: "", reason: "it is gone" + hostile, at: Timestamp(seconds: 0))
        status.receivers = [ReceiverStatus(name: "hook", stop: stop), ReceiverStatus(name: "lines", stop: nil)]
        return status
    }

    private func page(url: String?) throws -> String {
        try FirstPage().render(
            status: Self.status(), totals: StoreTotals(), alerts: [Self.alert(url: url)],
            articles: [Self.article(url: url)])
    }

    @Test("feed text is never markup, in whatever field it stands")
    func hostileText() throws {
        let html = try page(url: "https://a.example/\(Self.hostile)")
        #expect(!html.contains("<script"))
        #expect(!html.contains("<img"))
        #expect(html.contains("&lt;script&gt;"))
    }

    @Test(
        "links are http or https only",
        arguments: [
            "javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", " https://a.example", "//a.example",
            "file:///etc/passwd",
        ])
    func schemes(url: String) throws {
        #expect(!(try page(url: url)).contains("<a "))
    }

    @Test("a good link is a link; passwords in feed addresses are not shown")
    func goodLink() throws {
        let html = try page(url: "https://a.example/story?a=1&b=2")
        #expect(html.contains("<a href=\"https://a.example/story?a=1&amp;b=2\" rel=\"noreferrer noopener\">"))
        #expect(!html.contains("secret"))
        #expect(html.contains("3 failed polls in a row"))
        #expect(html.contains("; 2 times entries may have been missed"))
        #expect(html.contains("-0.43"))
    }

    @Test("a receiver that wants nothing more is shown, in the page and as JSON")
    func stoppedReceiver() throws {
        let html = try page(url: nil)
        #expect(html.contains("<td><b>hook</b></td><td class=\"high\">it is gone"))
        #expect(html.contains("; change its address, or run newsward alerts retry --receiver hook</td>"))
        #expect(html.contains("<td><b>lines</b></td><td class=\"low\">ok</td>"))
        var json = JSONWriter()
        Self.status().write(to: &json, totals: StoreTotals())
        #expect(json.text.contains("{\"name\":\"lines\",\"stopped\":null,\"stopped_at\":null}"))
        #expect(json.text.contains("\"stopped_at\":\"1970-01-01T00:00:00Z\""))
    }

    @Test("an empty store says so")
    func empty() throws {
        let status = DaemonStatus(
            version: "v", lexicon: "l", startedAt: Timestamp(seconds: 0), now: Timestamp(seconds: 1_795_569_530),
            isReady: true,
            troubles: [], feeds: [])
        let html = try FirstPage().render(status: status, totals: StoreTotals(), alerts: [], articles: [])
        #expect(
            html.contains("No alert yet.") && html.contains("No article yet.") && html.contains("No feed configured."))
        #expect(html.contains("v · 2026-11-25 01:18:50 UTC · ready"))
    }
}
