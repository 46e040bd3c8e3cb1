import NewsModel

/// JSON Feed 1.1.
enum JSONFeedDocument {
    static func write(_ feed: DemoFeed, _ entries: [FeedDocument.Entry], base: String) -> FeedDocument {
        var json = JSONWriter()
        json.object { json in
            json.name("version")
            json.string("https://jsonfeed.org/version/1.1")
            json.name("title")
            json.string(feed.title)
            json.name("home_page_url")
            json.string("\(base)/\(feed.name)/")
            json.name("feed_url")
            json.string(base + feed.path)
            json.name("language")
            json.string("en")
            json.name("items")
            json.array(entries) { json, entry in item(entry, to: &json) }
        }
        return FeedDocument(text: json.text + "\n", contentType: "application/feed+json; charset=utf-8")
    }

    private static func item(_ entry: FeedDocument.Entry, to json: inout JSONWriter) {
        json.object { json in
            json.name("id")
            json.string(entry.link)
            json.name("url")
            json.string(entry.link)
            json.name("title")
            json.string(entry.article.title)
            json.name("content_text")
            json.string(entry.article.paragraphs.joined(separator: "\n\n"))
            json.name("date_published")
            json.string(entry.date.iso8601)
            json.name("authors")
            json.array([entry.article.author]) { json, name in
                json.object { json in
                    json.name("name")
                    json.string(name)
                }
            }
        }
    }
}
