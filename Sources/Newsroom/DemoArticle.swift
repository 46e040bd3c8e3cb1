import Foundation
import NewsModel

/// One article of the sample newsroom, as a file of demo/articles/ holds it: `key: value` lines, an empty line, the text.
struct DemoArticle: Sendable, Hashable {
    /// The file's name without its ending: `012-appointment`.
    let slug: String
    /// The name of the feed that carries it.
    let feed: String
    /// Seconds after the start at which it appears.
    let appearsAfter: Int64
    let title: String
    let author: String
    /// Paragraphs of plain text.
    let paragraphs: [String]

    /// What is wrong with a file of the newsroom.
    struct Problem: Error, CustomStringConvertible {
        let description: String
    }

    /// Reads a file's text. Throws where a key is missing, unknown or not a number.
    init(slug: String, text: String) throws(Problem) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let gap = lines.firstIndex(where: \.isEmpty) else {
            throw Problem(description: "demo article \(slug): no empty line between the head and the text")
        }
        var head: [String: String] = [:]
        for line in lines[..<gap] {
            guard let colon = line.firstIndex(of: ":") else {
                throw Problem(description: "demo article \(slug): \"\(line)\" is not `key: value`")
            }
            head[String(line[..<colon])] = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        }
        for key in head.keys.sorted() where !["feed", "after", "title", "author"].contains(key) {
            throw Problem(description: "demo article \(slug): unknown key \(key); valid are feed, after, title, author")
        }
        guard let feed = head["feed"], let title = head["title"], let after = Int64(head["after"] ?? "0") else {
            throw Problem(description: "demo article \(slug): feed and title must be there, and after must be a number")
        }
        self.slug = slug
        self.feed = feed
        self.title = title
        appearsAfter = after
        author = head["author"] ?? ""
        paragraphs = lines[gap...].split(whereSeparator: \.isEmpty).map { $0.joined(separator: " ") }
    }

    /// All articles of a folder, in the order of their names.
    static func all(in folder: String) throws -> [DemoArticle] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".txt") }.sorted()
        return try names.map { name in
            let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
            return try DemoArticle(slug: String(name.dropLast(4)), text: text)
        }
    }
}
