import Foundation
import NewsModel

/// Marks of the feeds that are being read: a small file each, so that the next start knows on which feed the program
/// died, were it the one that kills it every time.
///
/// Not synced to the disk: a mark must outlive the process, not the machine.
struct ReadingMarks: Sendable {
    private let folder: String

    /// One feed that the program died on.
    struct Suspect: Sendable, Hashable {
        let url: String
        /// Deaths in a row, this one included.
        let deaths: Int
    }

    /// What a mark's file says: `reading 0 URL` or, after a death that has been counted, `died 1 URL`.
    private struct Mark {
        let isReading: Bool
        let deaths: Int
        let url: String

        var text: String { "\(isReading ? "reading" : "died") \(deaths) \(url)\n" }
    }

    init(dataFolder: String) {
        folder = dataFolder + "/reading"
    }

    /// Runs `body` under the feed's mark. A feed that was read to its end, well or not, is no suspect any more.
    func reading<Value>(_ url: String, _ body: () async throws -> Value) async rethrows -> Value {
        let deaths = mark(at: path(of: url))?.deaths ?? 0
        begin(Mark(isReading: true, deaths: deaths, url: url))
        defer { forget(url) }
        return try await body()
    }

    /// Leaves a mark behind, as a death would.
    func begin(_ url: String) {
        begin(Mark(isReading: true, deaths: mark(at: path(of: url))?.deaths ?? 0, url: url))
    }

    /// The feeds that the last process died on. Each death counts once, however often this is asked.
    func takeSuspects() -> [Suspect] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.sorted().compactMap { name in
            guard let mark = mark(at: folder + "/" + name), mark.isReading else { return nil }
            begin(Mark(isReading: false, deaths: mark.deaths + 1, url: mark.url))
            return Suspect(url: mark.url, deaths: mark.deaths + 1)
        }
    }

    func forget(_ url: String) {
        try? FileManager.default.removeItem(atPath: path(of: url))
    }

    private func begin(_ mark: Mark) {
        let files = FileManager.default
        let data = Data(mark.text.utf8)
        if files.createFile(atPath: path(of: mark.url), contents: data) { return }
        // A folder that cannot be made costs the protection, not the news.
        try? files.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        _ = files.createFile(atPath: path(of: mark.url), contents: data)
    }

    private func mark(at path: String) -> Mark? {
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        let parts = String(decoding: data, as: UTF8.self).split(separator: " ", maxSplits: 2)
        guard parts.count == 3, let deaths = Int(parts[1]) else { return nil }
        let url = parts[2].trimmingCharacters(in: .newlines)
        return Mark(isReading: parts[0] == "reading", deaths: deaths, url: url)
    }

    private func path(of url: String) -> String {
        folder + "/" + BodyHash.text(Array(url.utf8))
    }
}

/// Sets feeds aside that the program keeps dying on.
enum Quarantine {
    /// Deaths in a row before a feed is set aside. Two may be the doing of whoever ends the program from outside.
    static let deaths = 3
    static let reasonPrefix = "quarantined: "

    static func reason(_ deaths: Int) -> String {
        "\(reasonPrefix)the program died \(deaths) times in a row while it read this feed"
    }

    /// To be called at start, before anything is polled. Returns the feeds that it has set aside, and those that the last
    /// process died on all the same.
    static func review(
        _ marks: ReadingMarks, board: FeedBoard, at moment: Timestamp
    ) async throws -> (setAside: [String], suspects: Set<String>) {
        var setAside: [String] = []
        var suspects: Set<String> = []
        for suspect in marks.takeSuspects() {
            guard suspect.deaths >= deaths else {
                suspects.insert(suspect.url)
                continue
            }
            if try await board.setFeed(suspect.url, enabled: false, reason: reason(suspect.deaths), at: moment) {
                setAside.append(suspect.url)
            }
            marks.forget(suspect.url)
        }
        return (setAside, suspects)
    }
}
