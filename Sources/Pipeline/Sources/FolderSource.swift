import FeedParsing
import Fetching
import NewsModel
import NewsSources

/// A folder as a source: each file that is dropped into it is read once, as text, page, NDJSON or feed.
struct FolderSource: NewsSource {
    let name: String
    let files: FolderFiles
    let moves: Bool
    let now: @Sendable () -> Timestamp

    /// Files of one look; the rest waits for the next.
    private static let maximumFiles = 500

    /// A look brings only what is new.
    var overlaps: Bool { false }

    /// The cursor names the files that were read, as they were, so that a file is read again only when it changes.
    func look(cursor text: String?) async throws(SourceFailure) -> SourceAnswer {
        let marks: [FolderFiles.Mark]
        do {
            marks = try files.marks()
        } catch {
            throw SourceFailure(.folder, error.message)
        }
        let known = FolderCursor(text: text ?? "")
        // A stop between storing and moving leaves files that are known and still there.
        if moves { for mark in marks where known.readWell.contains(mark) { files.moveToDone(mark) } }
        let fresh = marks.filter { !known.all.contains($0) && files.isSettled($0) }
            .sorted { ($0.modified, $0.name) < ($1.modified, $1.name) }.prefix(Self.maximumFiles)
        var feed = ParsedFeed(format: .json, title: name)
        var next = known.kept(among: marks)
        for mark in fresh {
            let file: DroppedFile
            if mark.size > files.maximumBytes {
                file = DroppedFile(problem: "\(mark.name): \(mark.size) bytes are more than max_bytes")
            } else if let bytes = files.read(mark) {
                file = DroppedFile(InputDocument(bytes: bytes, name: mark.name), now: now)
            } else {
                continue
            }
            feed.entries += file.entries
            feed.problems += file.problems
            next.add(mark, wasRead: !file.entries.isEmpty)
        }
        if next == known { return .unchanged }
        let document = FetchedDocument(requestedURL: name, url: name, status: 200)
        return .news(SourceLook(document: document, feed: feed, cursor: next.text))
    }

    func stored(cursor: String?) async {
        guard moves, let cursor else { return }
        for mark in FolderCursor(text: cursor).readWell { files.moveToDone(mark) }
    }
}

/// The files that were read, one a line: `+` or `-` (could not be read), size, time, name.
struct FolderCursor: Equatable {
    private(set) var readWell: Set<FolderFiles.Mark> = []
    private(set) var notReadable: Set<FolderFiles.Mark> = []

    init(text: String) {
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false)
            guard parts.count == 4, let size = Int(parts[1]), let modified = Int64(parts[2]) else { continue }
            add(.init(name: String(parts[3]), size: size, modified: modified), wasRead: parts[0] == "+")
        }
    }

    var all: Set<FolderFiles.Mark> { readWell.union(notReadable) }

    mutating func add(_ mark: FolderFiles.Mark, wasRead: Bool) {
        if wasRead { readWell.insert(mark) } else { notReadable.insert(mark) }
    }

    /// Without the files that are gone.
    func kept(among marks: [FolderFiles.Mark]) -> FolderCursor {
        var kept = self
        kept.readWell.formIntersection(marks)
        kept.notReadable.formIntersection(marks)
        return kept
    }

    var text: String {
        let lines = readWell.map { ("+", $0) } + notReadable.map { ("-", $0) }
        return lines.sorted { $0.1.name < $1.1.name }
            .map { "\($0.0) \($0.1.size) \($0.1.modified) \($0.1.name)" }.joined(separator: "\n")
    }
}
