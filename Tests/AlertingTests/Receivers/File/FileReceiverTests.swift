import Foundation
import NewsModel
import TestSupport
import Testing

@testable import Alerting

struct FileReceiverTests {
    private func lines(_ path: String) throws -> [String] {
        let text = String(decoding: try #require(FileManager.default.contents(atPath: path)), as: UTF8.self)
        #expect(text.isEmpty || text.hasSuffix("\n"))
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    @Test func eachAlertIsALine() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let path = folder.path + "/new/alerts.jsonl"
        let receiver = FileReceiver(name: "journal", path: path, syncs: true)
        let body = receiver.render([alert(id: "alert_1"), alert(id: "alert_2")], context: context()).body
        let result = await receiver.deliver(delivery(body: body), now: noon)
        #expect(result == .delivered(status: nil, detail: "2 lines written"))
        let written = try lines(path)
        #expect(written.count == 2)
        #expect(written[0].hasPrefix("{\"delivery\":\"msg_1\",\"kind\":\"alert\",\"id\":\"alert_1\""))
        #expect(written[1].hasPrefix("{\"delivery\":\"msg_1\",\"kind\":\"alert\",\"id\":\"alert_2\""))
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
        #expect(mode?.intValue == 0o640)
    }

    @Test func itAppendsToWhatIsThere() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let path = folder.path + "/a.jsonl"
        try Data("old\ntorn by a cra".utf8).write(to: URL(fileURLWithPath: path))
        let receiver = FileReceiver(name: "journal", path: path, syncs: false)
        _ = await receiver.deliver(delivery(body: Array("new\n".utf8)), now: noon)
        #expect(try lines(path) == ["old", "torn by a cra", "new"])
    }

    /// R26: no line is lost while somebody renames, removes or cuts the file.
    @Test func rotationLosesNothing() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let path = folder.path + "/a.jsonl"
        let receiver = FileReceiver(name: "journal", path: path, syncs: false)
        for number in 0..<300 {
            if number % 10 == 5 {
                try FileManager.default.moveItem(atPath: path, toPath: "\(path).\(number)")
            }
            _ = await receiver.deliver(delivery(body: Array("line \(number)\n".utf8)), now: noon)
        }
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(files.count == 31)
        let found = try files.flatMap { try lines(folder.path + "/" + $0) }
        #expect(Set(found) == Set((0..<300).map { "line \($0)" }))
        #expect(found.count == 300)
        try FileManager.default.removeItem(atPath: path)
        _ = await receiver.deliver(delivery(body: Array("after\n".utf8)), now: noon)
        #expect(try lines(path) == ["after"])
        // copytruncate: the file is emptied in place; O_APPEND leaves no hole.
        let cut = try #require(FileHandle(forWritingAtPath: path))
        try cut.truncate(atOffset: 0)
        _ = await receiver.deliver(delivery(body: Array("again\n".utf8)), now: noon)
        #expect(try lines(path) == ["again"])
    }

    @Test func twoWritersMixNoLines() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let path = folder.path + "/a.jsonl"
        let long = String(repeating: "x", count: 3000)
        await withTaskGroup(of: Void.self) { group in
            for writer in 0..<4 {
                group.addTask {
                    let receiver = FileReceiver(name: "journal", path: path, syncs: false)
                    for _ in 0..<50 {
                        _ = await receiver.deliver(delivery(body: Array("\(writer)\(long)\n".utf8)), now: noon)
                    }
                }
            }
        }
        let found = try lines(path)
        #expect(found.count == 200)
        #expect(found.allSatisfy { $0.count == 3001 })
    }

    @Test func aFileThatCannotBeWrittenIsTriedAgain() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let receiver = FileReceiver(name: "journal", path: folder.path, syncs: false)
        let result = await receiver.deliver(delivery(body: Array("a\n".utf8)), now: noon)
        guard case .retry(nil, false, nil, let detail) = result else {
            Issue.record("\(result)")
            return
        }
        #expect(detail.hasPrefix("the file cannot be written: "))
    }

    @Test func aFullDiskLeavesNoHalfLine() async {
        let receiver = FileReceiver(name: "journal", path: "/dev/full", syncs: false)
        let result = await receiver.deliver(delivery(body: Array("a\n".utf8)), now: noon)
        guard case .retry = result else {
            Issue.record("\(result)")
            return
        }
    }
}
