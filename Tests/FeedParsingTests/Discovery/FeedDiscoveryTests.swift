import FeedParsing
import Testing

@Suite("Feeds that a page names")
struct FeedDiscoveryTests {
    private func links(_ html: String, url: String = "https://a.example/news/today.html") -> [FeedLink] {
        FeedDiscovery.links(page: Array(html.utf8), contentType: "text/html; charset=utf-8", url: url)
    }

    @Test("links in the head first, then rel=feed, then anchors; title, kind and absolute address")
    func order() {
        let found = links(
            """
            <html><head><base href="/de/"><title>T</title>
            <link rel="stylesheet" href="x.css" type="text/css">
            <link rel="alternate" hreflang="en" href="/en/">
            <link rel="ALTERNATE" type="application/rss+xml; charset=utf-8" title="가람일보 &amp; 증권" href="rss">
            <link rel="alternate" type="application/atom+xml" href="//b.example/atom?x=1&amp;y=2">
            <link rel="alternate" type="application/feed+json" href="/feed.json">
            <link rel="alternate" type="application/x-cdf" href="/old.cdf">
            <link rel="alternate" type="application/json" href="/wp-json/posts/1">
            </head><body>
            <a href="/stock/rss.xml"><img src="i.png">증권 <b>RSS</b></a>
            <a href="/rss-guide.html">what is RSS</a> <a href="javascript:rss()">no</a> <a href="mailto:rss">no</a>
            <a rel="feed" href="/own">Own</a>
            <a href="rss">again</a> <a href="/feeds/">Feeds</a>
            </body></html>
            """)
        #expect(
            found == [
                FeedLink(url: "https://a.example/de/rss", title: "가람일보 & 증권", kind: "rss", origin: .alternate),
                FeedLink(url: "https://b.example/atom?x=1&y=2", title: nil, kind: "atom", origin: .alternate),
                FeedLink(url: "https://a.example/feed.json", title: nil, kind: "json", origin: .alternate),
                FeedLink(url: "https://a.example/old.cdf", title: nil, kind: "cdf", origin: .alternate),
                FeedLink(url: "https://a.example/own", title: "Own", kind: nil, origin: .feedRelation),
                FeedLink(url: "https://a.example/stock/rss.xml", title: "증권 RSS", kind: nil, origin: .anchor),
                FeedLink(url: "https://a.example/feeds/", title: "Feeds", kind: nil, origin: .anchor),
            ])
    }

    @Test("a page does not name itself, and nothing is found in nothing")
    func nothing() {
        #expect(links("<link rel=alternate type=application/rss+xml href=today.html>").isEmpty)
        #expect(links("").isEmpty && links("<p>no links</p>").isEmpty)
    }

    @Test("usual places: on the server first, then in the page's folder")
    func wellKnown() {
        let links = FeedDiscovery.wellKnownLinks(url: "https://a.example/blog/post?id=1")
        #expect(
            links.prefix(3).map(\.url) == [
                "https://a.example/feed", "https://a.example/rss", "https://a.example/rss.xml",
            ])
        #expect(links.contains { $0.url == "https://a.example/blog/feed" && $0.origin == .wellKnownPath })
        #expect(links.map(\.url).contains("https://a.example/feed.json"))
        #expect(Set(links.map(\.url)).count == links.count)
        #expect(FeedDiscovery.wellKnownLinks(url: "https://a.example/").count * 2 == links.count)
    }

    @Test("a page with 100,000 links is looked through in one pass")
    func bomb() {
        let page = String(repeating: "<a href='/rss?1'>", count: 100_000)
        #expect(links(page).count == 1)
    }
}
