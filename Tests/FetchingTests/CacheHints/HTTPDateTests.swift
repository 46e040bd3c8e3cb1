import Fetching
import NewsModel
import Testing

struct HTTPDateTests {
    static let now = Timestamp(seconds: 1_795_569_530)  // 2026-11-25

    @Test(arguments: [
        ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777), ("Sunday, 06-Nov-94 08:49:37 GMT", 784_111_777),
        ("Sun Nov  6 08:49:37 1994", 784_111_777), ("sun, 06 nov 1994 08:49:37 gmt", 784_111_777),
        ("06 Nov 1994 08:49:37 GMT", 784_111_777), ("Sun, 6 Nov 1994 08:49:37 GMT", 784_111_777),
        ("Sun, 06 Nov 1994 08:49:37 UTC", 784_111_777), ("Sun, 06 Nov 1994 08:49:37", 784_111_777),
        ("Sun, 06 Nov 1994 17:49:37 +0900", 784_111_777), ("Sun, 06-Nov-1994 08:49:37 GMT", 784_111_777),
        ("  Sun,  06 Nov 1994 08:49:37 GMT ", 784_111_777), ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
        ("Mon, 29 Feb 2016 00:00:00 GMT", 1_456_704_000), ("Sunday, 01-Jan-76 00:00:00 GMT", 3_345_062_400),
        ("Friday, 01-Jan-77 00:00:00 GMT", 220_924_800),
    ])
    func reads(text: String, seconds: Int64) {
        #expect(HTTPDate.parse(text, now: Self.now)?.seconds == seconds)
    }

    @Test(arguments: [
        "", "0", "-1", "soon", "Sun", "Sun, 06 Nov 1994", "Sun, 31 Feb 2016 00:00:00 GMT",
        "Sun, 06 Foo 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 25:00:00 GMT", "Sun, 06 Nov 1994 08:49 GMT", "Sun, 06 Nov 1994 08:49:37 XYZ",
        "Sun, 06 Nov 94999 08:49:37 GMT", "2026-11-25T00:00:00Z", "Sun, 06 Nov 1994 08:49:37 GMT extra",
        "Sun, 06 Nov 1994 08:49:37 +09:00:00", String(repeating: "1", count: 100_000),
    ])
    func refuses(text: String) {
        #expect(HTTPDate.parse(text, now: Self.now) == nil)
    }
}
