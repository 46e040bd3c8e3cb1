import Foundation
import NewsModel
import NewsSources
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Pipeline

@Suite("Sources that are no feeds go the same way", .timeLimit(.minutes(1)))
struct SourcePollTests {
    private static func rss(_ title: String, _ link: String) -> String {
        "<rss version=\"2.0\"><channel><title>T</title><item><title>\(title)</title><link>\(link)</link></item></channel></rss>"
    }

    @Test("a disclosure is told once, of the company with its code; a failure backs off as long as it asks for")
    func dart() async throws {
        let lines = Mutex(["\"rcept_no\":\"20261125000001\",\"corp_name\":\"가람전자\",\"report_nm\":\"분기보고서\""])
        let status = Mutex("000")
        let peer = try LocalHTTPPeer { _ in
            let list = lines.withLock { $0 }.map { "{\($0),\"stock_code\":\"900001\",\"corp_cls\":\"Y\"}" }
            let text =
                "{\"status\":\"\(status.withLock { $0 })\",\"total_page\":1,\"list\":[\(list.joined(separator: ","))]}"
            return .response(status: 200, headers: [], body: Array(text.utf8))
        }
        defer { peer.stop() }
        let test = try await TestMonitor(feeds: [Feed(url: "dart:list", source: "DART")]) { settings in
            settings.sources.dart.address = peer.url
            settings.sources.dart.key = Secret("k")
        }
        let first = try await test.monitor.pollOnce(all: true)
        #expect(first.articles == 1 && first.alerts == 0 && first.newFeeds == 1, "\(first.failures)")
        lines.withLock {
            $0.insert("\"rcept_no\":\"20261125000002\",\"corp_name\":\"새이름\",\"report_nm\":\"소송 제기\"", at: 0)
        }
        let second = try await test.monitor.pollOnce(all: true)
        #expect(second.articles == 1 && second.alerts == 1, "\(second.failures)")
        _ = try await test.monitor.deliverOnce(seconds: 5)
        #expect(test.alertLines.first?.contains("XKRX:900001") == true, "found by its code")
        let third = try await test.monitor.pollOnce(all: true)
        #expect(third.articles == 0 && third.failed == 0)
        status.withLock { $0 = "020" }
        #expect(
            try await test.monitor.pollOnce(all: true).failures == [
                "DART: OpenDART's limit on requests is reached (020)"
            ])
        let state = try #require(try await test.monitor.feeds().first).state
        #expect(state.errorCount == 1 && state.cursor?.hasPrefix("20261125 ") == true)
        #expect((state.nextCheckAt?.seconds(since: test.clock.now()) ?? 0) >= 3600)
        await test.end()
    }

    @Test("a command: its failure is the feed's failure, its news is told")
    func exec() async throws {
        let folder = try TemporaryFolder()
        let output = folder.path + "/out.xml"
        var feed = Feed(url: "exec:wire", source: "Wire")
        feed.command = SourceCommand(arguments: ["/bin/cat", output])
        let test = try await TestMonitor(feeds: [feed], folder: folder)
        #expect(
            try await test.monitor.pollOnce(all: true).failures
                == ["Wire: the command ended with status 1: /bin/cat: \(output): No such file or directory"])
        try Data(Self.rss("Sunny", "http://n.invalid/0").utf8).write(to: URL(fileURLWithPath: output))
        #expect(try await test.monitor.pollOnce(all: true).articles == 1)
        try Data(Self.rss("Quillon Foundry sued", "http://n.invalid/1").utf8).write(to: URL(fileURLWithPath: output))
        let news = try await test.monitor.pollOnce(all: true)
        #expect(news.articles == 1 && news.alerts == 1)
        #expect(try await test.monitor.pollOnce(all: true).articles == 0)
        await test.end()
    }

    @Test("commands and folders hold up nothing else; the entries of one service share its limit")
    func turns() {
        let urls =
            (1...3).map { "exec:/bin/news \($0)" } + ["file:a", "file:///b"] + (1...4).map { "dart:list?x=\($0)" }
        var round = PollRound(limit: 100) { _ in 2 }
        round.add(urls.map { .init(feed: Feed(url: $0, source: "S"), state: FeedState(url: $0)) })
        var started: [String] = []
        while let next = round.start() { started.append(next.feed.url) }
        #expect(Set(started) == Set(urls.prefix(5) + ["dart:list?x=1", "dart:list?x=2"]))
    }

    @Test("a folder: every kind of file is read once, after a restart too; read files move to done/")
    func folder() async throws {
        let folder = try TemporaryFolder()
        let inbox = try Inbox(folder.path + "/inbox", start: TestMonitor.start)
        var feed = Feed(url: "file:inbox", source: "Inbox")
        feed.baseFolder = folder.path
        feed.movesReadFiles = true
        let test = try await TestMonitor(feeds: [feed], folder: folder)
        #expect(try await test.monitor.pollOnce(all: true).newFeeds == 0, "nothing there yet")
        try inbox.drop("a.txt", "Quillon Foundry sued over patents\n\nA rival sued Quillon Foundry on Tuesday.\n")
        try inbox.drop(
            "b.ndjson", "{\"id\":\"1\",\"title\":\"Briskwater Foods recalls jars\",\"source\":\"Wire\"}\nnot json\n")
        try inbox.drop("c.xml", Self.rss("Garam Electronics sued", "http://n.invalid/1"))
        try inbox.drop(
            "d.html",
            "<html><head><title>Jars</title></head><body><article><p>"
                + String(repeating: "Briskwater Foods recalls jars because of glass. ", count: 8)
                + "</p></article></body></html>")
        let news = try await test.monitor.pollOnce(all: true)
        #expect(news.articles == 4 && news.failed == 0, "\(news.failures)")
        #expect(news.alerts >= 3)
        #expect(inbox.names == ["done"])
        #expect(inbox.doneNames == ["a.txt", "b.ndjson", "c.xml", "d.html"])
        let sources = try await test.monitor.store.latestArticles(limit: 10).compactMap(\.source)
        #expect(sources.contains("Wire"), "NDJSON names its own publisher")
        try inbox.drop("a.txt", "Quillon Foundry sued over patents\n\nA rival sued Quillon Foundry on Tuesday.\n")
        #expect(try await test.monitor.pollOnce(all: true).articles == 0, "the same text again is the same article")
        #expect(inbox.doneNames == ["a.txt", "a.txt.1", "b.ndjson", "c.xml", "d.html"])
        await test.monitor.close()
        let again = try await TestMonitor(feeds: [feed], folder: folder, clock: test.clock)
        #expect(try await again.monitor.pollOnce(all: true).articles == 0)
        await again.end()
    }
}

/// A folder that a test drops files into, each an hour old.
struct Inbox {
    let path: String
    let start: Timestamp

    init(_ path: String, start: Timestamp) throws {
        self.path = path
        self.start = start
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    func drop(_ name: String, _ text: String, secondsAgo: Int64 = 3600) throws {
        let file = path + "/" + name
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        let date = Date(timeIntervalSince1970: Double(start.seconds - secondsAgo))
        try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: file)
    }

    var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }
    var doneNames: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path + "/done")) ?? []).sorted()
    }
}
