import Testing

@testable import FeedParsing

@Suite struct URLResolutionTests {
    @Test(arguments: [
        ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"),
        ("//g", "http://g"),
        ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q#s"),
        ("g#s", "http://a/b/c/g#s"),
        (".", "http://a/b/c/"), ("./", "http://a/b/c/"), ("..", "http://a/b/"), ("../", "http://a/b/"),
        ("../g", "http://a/b/g"),
        ("../..", "http://a/"), ("../../g", "http://a/g"), ("../../../g", "http://a/g"), ("/./g", "http://a/g"),
        ("/../g", "http://a/g"),
        ("g.", "http://a/b/c/g."), ("..g", "http://a/b/c/..g"), ("./g/.", "http://a/b/c/g/"),
        ("g/../h", "http://a/b/c/h"),
        ("https://x/y", "https://x/y"), ("", "http://a/b/c/d;p?q"), (" g\n", "http://a/b/c/g"),
        ("mailto:a@b", "mailto:a@b"),
        ("기사/1", "http://a/b/c/기사/1"),
    ])
    func rfc3986(link: String, url: String) {
        #expect(URLResolution.resolve(link, against: "http://a/b/c/d;p?q") == url)
    }

    @Test(arguments: [
        ("x", "http://a", "http://a/x"), ("x", "", "x"), ("?q", "http://a?b", "http://a/?q"), ("x", "not a url", "x"),
    ])
    func bases(link: String, base: String, url: String) {
        #expect(URLResolution.resolve(link, against: base) == url)
    }

    @Test(arguments: [
        ("http://a/", true), ("HTTPS://a/", true), ("http://", false), ("ftp://a/", false), ("//a/b", false),
        ("", false),
    ])
    func webLinks(url: String, isWeb: Bool) {
        #expect(URLResolution.isWeb(url) == isWeb)
    }
}
