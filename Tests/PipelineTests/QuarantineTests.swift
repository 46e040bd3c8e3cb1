import Foundation
import NewsModel
import TestSupport
import Testing

@testable import Pipeline

@Suite("A feed that the program dies on", .timeLimit(.minutes(1)))
struct QuarantineTests {
    @Test("is set aside after three deaths in a row, the others go on, and it can be released")
    func quarantine() async throws {
        let peer = try LocalHTTPPeer { _ in rss([("Quillon Foundry sued", "http://news.invalid/1", nil)]) }
        defer { peer.stop() }
        let feeds = [Feed(url: peer.url + "/bad", source: "Bad"), Feed(url: peer.url + "/good", source: "Good")]
        let folder = try TemporaryFolder()
        let marks = ReadingMarks(dataFolder: folder.path + "/data")

        for deaths in 1...3 {
            // What a process leaves that dies between the two ends of a reading.
            marks.begin(feeds[0].url)
            let test = try await TestMonitor(feeds: feeds, folder: folder)
            let state = try #require(try await test.monitor.feeds().first).state
            #expect((state.disabledReason == nil) == (deaths < 3))
            await test.monitor.close()
        }
        let test = try await TestMonitor(feeds: feeds, folder: folder)
        let bad = try #require(try await test.monitor.feeds().first).state
        #expect(bad.disabledReason == "quarantined: the program died 3 times in a row while it read this feed")
        #expect(try await test.monitor.pollOnce(all: true).polled == 1)
        let listed = try await StoreReader(dataFolder: folder.path + "/data").quarantinedFeeds()
        #expect(listed.map(\.url) == [feeds[0].url])

        #expect(try await test.monitor.setFeed(feeds[0].url, enabled: true))
        #expect(try await test.monitor.pollOnce(all: true).polled == 2)
        #expect(try await StoreReader(dataFolder: folder.path + "/data").quarantinedFeeds().isEmpty)
        await test.end()
    }

    @Test("a suspect is read first and by itself; read to its end, it is none any more")
    func suspectsFirst() async throws {
        let peer = try LocalHTTPPeer { _ in rss([("Quillon Foundry sued", "http://news.invalid/1", nil)]) }
        defer { peer.stop() }
        let feeds = [Feed(url: peer.url + "/good", source: "Good"), Feed(url: peer.url + "/bad", source: "Bad")]
        let folder = try TemporaryFolder()
        let marks = ReadingMarks(dataFolder: folder.path + "/data")
        marks.begin(feeds[1].url)
        let test = try await TestMonitor(feeds: feeds, folder: folder)
        await test.monitor.readSuspects()
        #expect(peer.requests.map(\.path) == ["/bad"])
        marks.begin(feeds[1].url)
        #expect(marks.takeSuspects() == [.init(url: feeds[1].url, deaths: 1)], "the earlier death counts no more")
        await test.end()
    }

    @Test("one death alone, a counted one, and a reading that ended do not add up")
    func deathsInARow() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let marks = ReadingMarks(dataFolder: folder.path)
        #expect(marks.takeSuspects().isEmpty)
        marks.begin("http://a.invalid/")
        #expect(marks.takeSuspects() == [.init(url: "http://a.invalid/", deaths: 1)])
        #expect(marks.takeSuspects().isEmpty, "a death counts once")
        marks.begin("http://a.invalid/")
        #expect(marks.takeSuspects() == [.init(url: "http://a.invalid/", deaths: 2)])
        await marks.reading("http://a.invalid/") {}
        marks.begin("http://a.invalid/")
        #expect(marks.takeSuspects() == [.init(url: "http://a.invalid/", deaths: 1)], "in a row only")
    }
}
