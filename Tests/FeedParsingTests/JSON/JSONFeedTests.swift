import FeedParsing
import NewsModel
import Testing

@Suite struct JSONFeedTests {
    @Test func version11() throws {
        let feed = try parse(
            """
            {"version": "https://jsonfeed.org/version/1.1", "title": "Harbor &amp; co", "home_page_url": "https://h.example/",
             "description": "Ships", "language": "ko", "authors": [{"name": "Desk"}],
             "items": [{"id": 7, "url": "/1", "title": "One\\u0021", "content_html": "<p onclick='x'>Long</p>", "summary": "Short",
               "date_published": "2026-11-23T23:05:00+09:00", "date_modified": "2026-11-23 23:06:00", "tags": ["a", "b"],
               "authors": [{"name": "Kim"}, {"name": "Kim"}, {"name": "Lee"}],
               "attachments": [{"url": "https://h.example/a.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 9}]},
              {"id": "8", "external_url": "https://o.example/", "content_text": "1 < 2"}, null]}
            """, base: "https://h.example/feed.json")
        #expect(feed.format == .json)
        #expect(feed.version == "1.1")
        #expect(feed.title == "Harbor & co")
        #expect(feed.link == "https://h.example/")
        #expect(feed.entries.count == 2)
        let entry = feed.entries[0]
        #expect(entry.id == "7")
        #expect(entry.title == "One!")
        #expect(entry.link == "https://h.example/1")
        #expect(entry.content == "<p>Long</p>")
        #expect(entry.summary == "Short")
        #expect(entry.published == moment("2026-11-23T14:05:00Z"))
        #expect(entry.updated == moment("2026-11-23T14:06:00Z"))
        #expect(entry.categories == ["a", "b"])
        #expect(entry.authors == ["Kim", "Lee"])
        #expect(entry.enclosures == [ParsedEnclosure(url: "https://h.example/a.mp3", type: "audio/mpeg", length: 9)])
        #expect(feed.entries[1].link == "https://o.example/")
        #expect(feed.entries[1].content == "1 &lt; 2")
        #expect(feed.entries[1].title == "1 < 2")
        #expect(feed.entries[1].authors == ["Desk"])
    }

    @Test func version10HasOneAuthor() throws {
        let feed = try parse(
            "{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [{\"author\": {\"name\": \"Kim\"}, \"title\": \"t\",}]}"
        )
        #expect(feed.version == "1")
        #expect(feed.entries[0].authors == ["Kim"])
        #expect(feed.problems == ["the JSON has commas too many"])
    }

    @Test(arguments: [
        ("{", "the JSON cannot be read: a name is missing at byte 1"),
        ("{\"items\": [{\"a\": 1 2}]}", "the JSON cannot be read: a comma is missing at byte 19"),
        ("{\"a\": \"x", "the JSON cannot be read: a string does not end at byte 8"),
        ("{\"title\": \"x\"}", "this JSON is no feed: it has no list of items"),
        ("[]", "this JSON is no feed: it has no list of items"),
    ])
    func brokenJSON(text: String, message: String) {
        #expect(throws: FeedParsingError(code: .json, message: message)) { try parse(text) }
    }

    /// A download that broke off must not cost the items that came whole.
    @Test(arguments: [
        (#","title":"b", "content_te"#, "a string does not end", 131), (#"} x"#, "a comma is missing", 108),
        ("}", "a comma is missing", 107),
    ])
    func aCutFeedKeepsItsWholeItems(rest: String, message: String, position: Int) throws {
        let feed = try parse(
            #"{"version":"https://jsonfeed.org/version/1.1","title":"t","items":[{"id":"1","content_text":"a"},{"id":"2""#
                + rest)
        #expect(feed.entries.map(\.id) == (rest.hasPrefix("}") ? ["1", "2"] : ["1"]))
        #expect(
            feed.problems.first
                == "the JSON is cut or broken at byte \(position): \(message); the items before that are kept")
    }

    @Test func aLongListIsShortened() throws {
        let items = String(repeating: #"{"id":"1"},"#, count: 5_001)
        let feed = try parse(#"{"version":"https://jsonfeed.org/version/1.1","items":[\#(items)]}"#)
        #expect(feed.entries.count == 5_000)
        #expect(feed.problems.contains("more than 5000 entries; the rest was left out"))
    }

    @Test func deepNestingIsRefused() {
        let text = "{\"items\": " + String(repeating: "[", count: 200_000)
        #expect(
            throws: FeedParsingError(
                code: .json, message: "the JSON cannot be read: it is nested deeper than 100 at byte 110")
        ) {
            try parse(text)
        }
    }

    @Test(arguments: [
        ("\\ud834\\udd1e", "𝄞"), ("\\ud834x", "\u{FFFD}x"), ("\\ud834\\u0041", "\u{FFFD}A"), ("\\udd1e", "\u{FFFD}"),
        ("a\\n\\tb\\/\\\\\\\"", "a b/\\\""),
    ])
    func escapes(spelled: String, text: String) throws {
        #expect(try parse("{\"items\": [{\"title\": \"\(spelled)\"}]}").entries[0].title == text)
    }
}
