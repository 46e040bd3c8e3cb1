import Fetching
import NewsModel
import Testing

struct CacheHintsTests {
    static let now = Timestamp(seconds: 1_795_569_530)  // Wed, 25 Nov 2026 01:18:50 GMT
    static let cap = 604_800

    private func hints(_ headers: (String, String)...) -> CacheHints {
        CacheHints(headers: ResponseHeaders(headers.map { (name: $0.0, value: $0.1) }), now: Self.now)
    }

    @Test(arguments: [
        ("max-age=600", 600), ("no-cache, max-age=300", 300), ("max-age=\"300\"", 300), ("MAX-AGE = 60", 60),
        ("public,max-age=60,must-revalidate", 60), ("s-maxage=900, max-age=60", 60), ("max-age=60, max-age=90", 60),
        ("max-age=99999999999", cap), ("max-age=99999999999999999999999999", cap),
    ])
    func readsMaxAge(text: String, seconds: Int) {
        #expect(hints(("Cache-Control", text)).maxAgeSeconds == seconds)
    }

    @Test(arguments: [
        "max-age=x", "max-age=-1", "max-age=1e20", "max-age", "max-age=", "s-maxage=900", "no-store", "max-age=0", "",
    ])
    func ignoresMaxAge(text: String) {
        #expect(hints(("Cache-Control", text)).maxAgeSeconds == nil)
    }

    @Test func readsLaterCacheControlLines() {
        #expect(hints(("cache-control", "private"), ("Cache-Control", "max-age=120")).maxAgeSeconds == 120)
    }

    @Test(
        arguments: [("500", 100), ("600", nil), ("9999999999999999999999", nil), ("x", 600), ("-5", 600)]
            as [(String, Int?)])
    func subtractsAge(age: String, left: Int?) {
        #expect(hints(("Cache-Control", "max-age=600"), ("Age", age)).maxAgeSeconds == left)
    }

    @Test(arguments: [
        ("120", 120), (" 120 ", 120), ("0", 0), ("99999999999", cap), ("Wed, 25 Nov 2026 01:20:50 GMT", 120),
        ("Wed, 25 Nov 2020 01:20:50 GMT", 0), ("Wed, 25 Nov 2099 01:20:50 GMT", cap),
    ])
    func readsRetryAfter(text: String, seconds: Int) {
        let hints = hints(("Retry-After", text))
        #expect(hints.retryAfterSeconds == seconds)
        #expect(hints.retryAfter == Self.now.adding(seconds: Int64(seconds)))
    }

    @Test(arguments: ["-1", "soon", "", "1.5", "1e3", "+5"])
    func ignoresRetryAfter(text: String) {
        #expect(hints(("Retry-After", text)).retryAfterSeconds == nil)
        #expect(hints(("Retry-After", text)).retryAfter == nil)
    }

    @Test func readsExpiresAgainstTheServersClock() {
        let expires = ("Expires", "Wed, 25 Nov 2026 03:00:00 GMT")
        #expect(hints(expires, ("Date", "Wed, 25 Nov 2026 02:00:00 GMT")).expiresSeconds == 3600)
        #expect(hints(expires).expiresSeconds == 6070)
        #expect(hints(expires, ("Date", "rubbish")).expiresSeconds == 6070)
    }

    @Test(arguments: ["0", "-1", "Wed, 25 Nov 2020 03:00:00 GMT", "never", ""])
    func ignoresExpires(text: String) {
        #expect(hints(("Expires", text)).expiresSeconds == nil)
    }

    @Test func maxAgeReplacesExpiresEvenAtZero() {
        let expires = ("Expires", "Wed, 25 Nov 2026 03:00:00 GMT")
        #expect(hints(expires, ("Cache-Control", "max-age=60")).expiresSeconds == nil)
        #expect(hints(expires, ("Cache-Control", "max-age=0")).longestSeconds == nil)
        #expect(hints(("Expires", "Wed, 25 Nov 2099 03:00:00 GMT")).expiresSeconds == Self.cap)
    }

    @Test func takesTheLongest() {
        #expect(hints(("Cache-Control", "max-age=600"), ("Retry-After", "120")).longestSeconds == 600)
        #expect(hints(("Cache-Control", "max-age=60"), ("Retry-After", "120")).longestSeconds == 120)
        #expect(hints().longestSeconds == nil)
    }
}
