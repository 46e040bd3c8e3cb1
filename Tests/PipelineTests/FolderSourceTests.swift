import FeedParsing
import Foundation
import NewsModel
import NewsSources
import TestSupport
import Testing

@testable import Pipeline

@Suite("A folder as a source")
struct FolderSourceTests {
    private let clock = ManualClock(TestMonitor.start)

    private func source(_ inbox: Inbox, moves: Bool = false, limit: Int = 10_000) -> FolderSource {
        FolderSource(
            name: "file:inbox", files: FolderFiles(path: inbox.path, maximumBytes: limit, now: clock.now), moves: moves,
            now: clock.now)
    }

    private func look(_ source: FolderSource, _ cursor: String? = nil) async throws -> SourceLook? {
        if case .news(let look) = try await source.look(cursor: cursor) { return look }
        return nil
    }

    private func inFolder(_ body: (Inbox) async throws -> Void) async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        try await body(try Inbox(folder.path + "/inbox", start: TestMonitor.start))
    }

    @Test("a file that was written to a moment ago waits; unfinished and hidden names are never read")
    func partialWrites() async throws {
        try await inFolder { inbox in
            try inbox.drop("fresh.txt", "half a sen", secondsAgo: 1)
            for name in [".hidden", "a.txt~", "b.tmp", "c.part", "d.PARTIAL", "e.crdownload", ".f.swp"] {
                try inbox.drop(name, "text")
            }
            try FileManager.default.createDirectory(atPath: inbox.path + "/sub", withIntermediateDirectories: true)
            try FileManager.default.createSymbolicLink(atPath: inbox.path + "/link", withDestinationPath: "/etc/passwd")
            #expect(try await look(source(inbox)) == nil)
            clock.advance(seconds: 1)
            #expect(try await look(source(inbox))?.feed.entries.map(\.title) == ["half a sen"])
            // A rename brings a finished file in at once.
            try FileManager.default.moveItem(atPath: inbox.path + "/b.tmp", toPath: inbox.path + "/b.txt")
            #expect(try await look(source(inbox))?.feed.entries.count == 2)
        }
    }

    @Test("a file is read again only when it changes; what is gone is forgotten")
    func remembers() async throws {
        try await inFolder { inbox in
            try inbox.drop("a.txt", "One")
            let first = try #require(try await look(source(inbox)))
            #expect(try await look(source(inbox), first.cursor) == nil)
            try inbox.drop("a.txt", "Two", secondsAgo: 1800)
            let second = try #require(try await look(source(inbox), first.cursor))
            #expect(second.feed.entries.map(\.title) == ["Two"])
            try FileManager.default.removeItem(atPath: inbox.path + "/a.txt")
            let third = try #require(try await look(source(inbox), second.cursor))
            #expect(third.feed.entries.isEmpty && third.cursor?.isEmpty == true)
        }
    }

    @Test("what cannot be read is told once, stays, and stops nothing")
    func unreadable() async throws {
        try await inFolder { inbox in
            try inbox.drop("big.txt", String(repeating: "x", count: 20_000))
            try Data([0xFF, 0xFE, 0x00, 0xC3]).write(to: URL(fileURLWithPath: inbox.path + "/odd.txt"))
            let date = Date(timeIntervalSince1970: Double(TestMonitor.start.seconds - 60))
            try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: inbox.path + "/odd.txt")
            try inbox.drop("good.txt", "Good")
            try inbox.drop("lines.ndjson", "{\"title\":\"A\"}\n\n[]\n")
            let source = source(inbox, moves: true)
            let found = try #require(try await look(source))
            #expect(found.feed.entries.map(\.title) == ["Good", "A"])
            #expect(
                found.feed.problems == [
                    "big.txt: 20000 bytes are more than max_bytes",
                    "lines.ndjson, line 3: must be a JSON object, such as {\"id\": \"1\", \"title\": \"...\"}",
                    "odd.txt is not UTF-8 text",
                ])
            await source.stored(cursor: found.cursor)
            #expect(inbox.names == ["big.txt", "done", "odd.txt"])
            #expect(try await look(source, found.cursor)?.feed.problems.isEmpty == true)
        }
    }

    @Test("a stop between storing and moving is made good at the next look")
    func heals() async throws {
        try await inFolder { inbox in
            try inbox.drop("a.txt", "One")
            let source = source(inbox, moves: true)
            let first = try #require(try await look(source))
            #expect(inbox.names == ["a.txt"], "not moved before its article is stored")
            _ = try await look(source, first.cursor)
            #expect(inbox.names == ["done"])
        }
    }

    @Test("a folder that is not there is a failure, not an empty folder")
    func missing() async throws {
        let files = FolderFiles(path: "/no/such/folder", maximumBytes: 1000, now: clock.now)
        let source = FolderSource(name: "file:x", files: files, moves: false, now: clock.now)
        await #expect(throws: SourceFailure(.folder, "the folder /no/such/folder cannot be read")) {
            try await source.look(cursor: nil)
        }
    }
}
