import Foundation
import NewsModel

/// Marks of the feeds that are being read: a small file each, so that the next start knows on which feed the program
/// died, were it the one that kills it every time. Of a feed that it died on before, the mark names the article too.
///
/// Not synced to the disk: a mark must outlive the process, not the machine.
struct ReadingMarks: Sendable {
    private let folder: String

    /// One feed that the program died on.
    struct Suspect: Sendable, Hashable {
        let url: String
        /// Deaths in a row, this one included.
        let deaths: Int
        /// The article that it died on, where the last two deaths were on one and the same.
        var article: ReadingMark.Article?
    }

    init(dataFolder: String) {
        folder = dataFolder + "/reading"
    }

    /// Runs `body` under the feed's mark. A feed that was read to its end, well or not, is no suspect any more.
    ///
    /// - Parameter body: is given what says which article comes next.
    func reading<Value>(
        _ url: String, _ body: (_ reach: (ReadingMark.Article) -> Void) async throws -> Value
    ) async rethrows -> Value {
        let begun = begin(url)
        defer { forget(url) }
        return try await body { article in
            guard begun.deaths > 0 else { return }
            write(begun.reaching(article))
        }
    }

    /// Leaves a mark behind, as a death would.
    @discardableResult
    func begin(_ url: String, at article: ReadingMark.Article? = nil) -> ReadingMark {
        var mark = mark(of: url) ?? ReadingMark(url: url)
        mark.begin()
        if let article { mark = mark.reaching(article) }
        write(mark)
        return mark
    }

    /// The feeds that the last process died on. Each death counts once, however often this is asked.
    func takeSuspects() -> [Suspect] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.sorted().compactMap { name in
            guard var mark = mark(at: folder + "/" + name), mark.isReading else { return nil }
            mark.countDeath()
            write(mark)
            return Suspect(
                url: mark.url, deaths: mark.deaths, article: mark.article == mark.earlierArticle ? mark.article : nil)
        }
    }

    func forget(_ url: String) {
        try? FileManager.default.removeItem(atPath: path(of: url))
    }

    func write(_ mark: ReadingMark) {
        let files = FileManager.default
        let data = Data(mark.text.utf8)
        if files.createFile(atPath: path(of: mark.url), contents: data) { return }
        // A folder that cannot be made costs the protection, not the news.
        try? files.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        _ = files.createFile(atPath: path(of: mark.url), contents: data)
    }

    func mark(of url: String) -> ReadingMark? { mark(at: path(of: url)) }

    private func mark(at path: String) -> ReadingMark? {
        FileManager.default.contents(atPath: path).flatMap { ReadingMark(text: String(decoding: $0, as: UTF8.self)) }
    }

    private func path(of url: String) -> String {
        folder + "/" + BodyHash.text(Array(url.utf8))
    }
}
