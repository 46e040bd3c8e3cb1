public import NewsModel

/// Writes OPML.
public enum OPMLWriter {
    /// The document as UTF-8 text. Feeds of one folder stand together, folders at the place of their first feed.
    ///
    /// - Parameter created: the moment for `dateCreated`.
    public static func text(_ document: OPMLDocument, created: Timestamp) -> String {
        var writer = Writer()
        writer.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
        let settings = document.feeds.contains { !$0.settings.isEmpty }
        let space = settings ? " xmlns:newsward=\"\(OPMLReader.settingsNamespace)\"" : ""
        writer.open("opml", " version=\"\(document.version.rawValue)\"\(space)")
        writer.open("head")
        writer.line("<title>\(Writer.escaped(document.title ?? "Feeds"))</title>")
        writer.line("<dateCreated>\(rfc822(created))</dateCreated>")
        writer.close("head")
        writer.open("body")
        write(document.feeds[...], depth: 0, to: &writer)
        writer.close("body")
        writer.close("opml")
        return writer.text
    }

    private static func write(_ feeds: ArraySlice<OPMLFeed>, depth: Int, to writer: inout Writer) {
        var done: Set<String> = []
        for feed in feeds {
            guard feed.folder.count > depth else {
                writer.line("<outline type=\"rss\"\(attributes(feed))/>")
                continue
            }
            let name = feed.folder[depth]
            guard done.insert(name).inserted else { continue }
            writer.open("outline", " text=\"\(Writer.escaped(name))\"")
            write(
                feeds.filter { $0.folder.count > depth && $0.folder[depth] == name }[...], depth: depth + 1, to: &writer
            )
            writer.close("outline")
        }
    }

    private static func attributes(_ feed: OPMLFeed) -> String {
        var pairs = [("text", feed.title), ("title", feed.title), ("xmlUrl", feed.url)]
        if let page = feed.page { pairs.append(("htmlUrl", page)) }
        pairs += feed.settings.sorted { $0.key < $1.key }.map { ("newsward:" + $0.key, $0.value) }
        return pairs.map { " \($0.0)=\"\(Writer.escaped($0.1))\"" }.joined()
    }

    /// `Wed, 25 Nov 2026 01:18:50 GMT`.
    private static func rfc822(_ moment: Timestamp) -> String {
        let date = CalendarDate(utc: moment)
        let months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(separator: " ")
        let days = "Thu Fri Sat Sun Mon Tue Wed".split(separator: " ")
        let day = ((moment.seconds - (moment.seconds % 86_400 + 86_400) % 86_400) / 86_400 % 7 + 7) % 7
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return "\(days[Int(day)]), \(two(date.day)) \(months[date.month - 1]) \(date.year) "
            + "\(two(date.hour)):\(two(date.minute)):\(two(date.second)) GMT"
    }

    /// Lines of XML, two blanks a level.
    private struct Writer {
        private(set) var text = ""
        private var depth = 0

        mutating func line(_ line: String) {
            text += String(repeating: "  ", count: depth) + line + "\n"
        }

        mutating func open(_ name: String, _ attributes: String = "") {
            line("<\(name)\(attributes)>")
            depth += 1
        }

        mutating func close(_ name: String) {
            depth -= 1
            line("</\(name)>")
        }

        /// Text for content and attributes. Line ends and tabs are written as references, as XML would make blanks of them;
        /// characters that XML does not allow are left out.
        static func escaped(_ text: String) -> String {
            var output = ""
            for scalar in text.unicodeScalars {
                switch scalar {
                case "&": output += "&amp;"
                case "<": output += "&lt;"
                case ">": output += "&gt;"
                case "\"": output += "&quot;"
                case "\t", "\n", "\r": output += "&#\(scalar.value);"
                case "\u{20}"..."\u{D7FF}", "\u{E000}"..."\u{FFFD}", "\u{10000}"..."\u{10FFFF}":
                    output.unicodeScalars.append(scalar)
                default: break
                }
            }
            return output
        }
    }
}
