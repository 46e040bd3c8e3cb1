import Stories
import Testing

struct CanonicalURLTests {
    @Test(arguments: [
        // Scheme, host, port, user, final dot.
        ("HTTP://News.Example:80/A", "https://news.example/A"), ("https://news.example:443", "https://news.example/"),
        ("http://news.example:8080/a", "https://news.example:8080/a"),
        ("https://user:pw@news.example./a", "https://news.example/a"),
        ("  https://news.example/a\n", "https://news.example/a"),
        ("https://[2001:DB8::1]:443/a", "https://[2001:db8::1]/a"),
        // Ways of showing a site.
        ("https://www.news.example/a", "https://news.example/a"),
        ("https://m.news.example/a", "https://news.example/a"),
        ("https://mobile.news.example/a", "https://news.example/a"),
        ("https://amp.news.example/a", "https://news.example/a"), ("https://m.co/a", "https://m.co/a"),
        ("https://news.example/a/amp/", "https://news.example/a"),
        ("https://news.example/amp/a", "https://news.example/a"),
        ("https://news.example/a.amp.html", "https://news.example/a.html"),
        ("https://news.example/a?amp=1", "https://news.example/a"),
        ("https://news.example/camp", "https://news.example/camp"),
        // Path.
        ("https://news.example/a/", "https://news.example/a"), ("https://news.example", "https://news.example/"),
        ("https://news.example/%7euser/%ea%b0%80", "https://news.example/~user/%EA%B0%80"),
        ("https://news.example/가", "https://news.example/%EA%B0%80"),
        ("https://news.example/100%", "https://news.example/100%"),
        // Query and fragment.
        ("https://news.example/a?utm_source=x&id=7&fbclid=y#top", "https://news.example/a?id=7"),
        ("https://news.example/a?b=2&a=1&b=1", "https://news.example/a?a=1&b=2&b=1"),
        ("https://news.example/a?&&", "https://news.example/a"), ("https://news.example/a?", "https://news.example/a"),
        ("https://news.example?id=1", "https://news.example/?id=1"),
        ("https://news.example/a?UTM_Medium=rss", "https://news.example/a"),
        ("https://news.example/a?ref=rss", "https://news.example/a"),
        ("https://news.example/a?ref=4711", "https://news.example/a?ref=4711"),
        ("https://news.example/a?from=", "https://news.example/a"),
        ("https://news.example/#!/article/1", "https://news.example/#!/article/1"),
    ])
    func isOneForm(_ url: String, _ expected: String) {
        #expect(CanonicalURL.canonical(url) == expected)
    }

    @Test(arguments: [
        "", "news.example/a", "ftp://news.example/a", "mailto:a@news.example", "javascript:alert(1)", "https://",
        "http:///a",
        "https://news.example:port/a", "https://a b/c", "https://news.example/a\u{0}b",
        "https://news.example/" + String(repeating: "a", count: 5000),
    ])
    func othersHaveNone(_ url: String) {
        #expect(CanonicalURL.canonical(url) == nil)
    }

    @Test(arguments: [
        "https://WWW.News.example/a/?b=2&a=1#x", "http://m.news.example/%7e가?x=%e0", "https://x.example/#!a",
    ])
    func doingItTwiceChangesNothing(_ url: String) throws {
        let once = try #require(CanonicalURL.canonical(url))
        #expect(CanonicalURL.canonical(once) == once)
    }
}
