import FeedParsing
import NewsModel

/// One file out of a folder, as entries: the same reading as `newsward score FILE`.
struct DroppedFile {
    private(set) var entries: [ParsedEntry] = []
    private(set) var problems: [String] = []

    init(problem: String) {
        problems = [problem]
    }

    init(_ document: InputDocument, now: @escaping @Sendable () -> Timestamp) {
        let kind = document.guessedKind
        if kind == .ndjson {
            readLines(of: document, now: now())
        } else {
            do {
                entries = try ArticleSource(now: now).articles(of: document, kind: kind)
                    .map { Self.entry($0, id: kind == .feed ? $0.id : nil) }
            } catch {
                problems.append(error.description)
            }
        }
    }

    private mutating func readLines(of document: InputDocument, now: Timestamp) {
        let lines = document.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            guard line.contains(where: { $0 > 0x20 }) else { continue }
            do {
                let record = try InputRecord(line: Array(line), number: index + 1, now: now)
                entries.append(Self.entry(record.article, id: record.idJSON == nil ? nil : record.article.id))
            } catch {
                problems.append("\(document.name), line \(index + 1): \(error.message)")
            }
        }
    }

    /// Without an id and an address of its own an entry is known by its words, so that a file dropped twice is one article.
    private static func entry(_ article: Article, id: String?) -> ParsedEntry {
        var entry = ParsedEntry(id: id, title: article.title, link: article.url, content: article.body)
        entry.authors = article.author.map { [$0] } ?? []
        entry.published = article.publishedAt
        entry.source = article.source
        return entry
    }
}
