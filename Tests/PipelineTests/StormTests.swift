import Foundation
import NewsModel
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Pipeline

/// Old news that a feed shows in a new form raises nothing, whatever was changed, now and after the stories were forgotten.
@Suite("No storm from old news", .timeLimit(.minutes(2)))
struct StormTests {
    /// One entry of a feed, so that each part can be changed alone.
    struct Item: Sendable {
        var title: String
        var link: String?
        var guid: String?
        var date: String?
    }

    enum Storm: String, CaseIterable, Sendable {
        case guidsToHTTPS, linksToHTTPS, guidsDropped, guidsNew, reordered, restamped, titlesEdited, tracked, everything

        func changed(_ items: [Item], now: String) -> [Item] {
            switch self {
            case .guidsToHTTPS:
                items.map { Self.edit($0) { $0.guid = $0.guid?.replacing("http://", with: "https://") } }
            case .linksToHTTPS:
                items.map { Self.edit($0) { $0.link = $0.link?.replacing("http://", with: "https://www.") } }
            case .guidsDropped: items.map { Self.edit($0) { $0.guid = nil } }
            case .guidsNew:
                items.enumerated().map { place, item in Self.edit(item) { $0.guid = "urn:new:\(place)" } }
            case .reordered: items.reversed()
            case .restamped: items.map { Self.edit($0) { $0.date = now } }
            case .titlesEdited: items.map { Self.edit($0) { $0.title += ", what we know so far" } }
            case .tracked: items.map { Self.edit($0) { $0.link = $0.link.map { $0 + "?utm_source=rss" } } }
            case .everything:
                [Storm.guidsNew, .linksToHTTPS, .reordered, .restamped].reduce(items) { $1.changed($0, now: now) }
            }
        }

        private static func edit(_ item: Item, _ change: (inout Item) -> Void) -> Item {
            var item = item
            change(&item)
            return item
        }
    }

    /// A server whose feed a test changes.
    final class Wire: Sendable {
        private let items = Mutex<[Item]>([])

        func publish(_ new: [Item]) { items.withLock { $0 = new } }

        func answer() -> LocalHTTPPeer.Answer {
            let entries = items.withLock { $0 }.map { item in
                let parts = [("link", item.link), ("guid", item.guid), ("pubDate", item.date)]
                return "<item><title>\(item.title)</title>"
                    + parts.map { name, text in text.map { "<\(name)>\($0)</\(name)>" } ?? "" }.joined() + "</item>"
            }.joined()
            let text =
                "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>W</title>\(entries)</channel></rss>"
            return .response(
                status: 200, headers: [("Content-Type", "application/rss+xml")], body: Array(text.utf8))
        }
    }

    /// Hours after the news at which the storm comes: within the stories' window, after it, after a week of old news.
    static let later: [Int64] = [1, 24, 120, 480]

    private static let companies = ["Quillon Foundry", "Briskwater Foods", "Garam Electronics"]
    private static let matters = [
        "patents for casting", "unpaid invoices in Ohio", "a warehouse fire", "forged labels", "river pollution",
        "stolen blueprints", "late deliveries", "a broken lease",
    ]

    /// Entries with a page of their own, with an entry id alone, and with neither.
    private static func items(_ range: Range<Int>, date: String?) -> [Item] {
        range.map { number in
            let company = companies[number % 3]
            let title = "\(company) sued over \(matters[number / 3 % 8]), case \(1000 + number)"
            let address = "http://n.invalid/\(number)"
            return Item(
                title: title, link: number % 4 == 3 ? nil : address, guid: number % 4 == 2 ? nil : address, date: date)
        }
    }

    private static func stamp(_ moment: Timestamp) -> String { moment.iso8601 }

    /// A monitor that has stored a baseline and told of what came after it.
    private func settled(_ wire: Wire, _ peer: LocalHTTPPeer) async throws -> (TestMonitor, [Item]) {
        let test = try await TestMonitor(feeds: [Feed(url: peer.url + "/rss", source: "Wire")])
        let old = Self.items(0..<12, date: Self.stamp(TestMonitor.start))
        wire.publish(old)
        #expect(try await test.monitor.pollOnce(all: true).alerts == 0)
        let all = Self.items(12..<24, date: Self.stamp(TestMonitor.start.adding(seconds: 600))) + old
        wire.publish(all)
        test.clock.advance(seconds: 900)
        let news = try await test.monitor.pollOnce(all: true)
        #expect(news.articles == 12 && news.alerts > 0, "the test needs alerts that could be repeated")
        return (test, all)
    }

    @Test(arguments: Storm.allCases, StormTests.later)
    func raisesNothing(storm: Storm, hours: Int64) async throws {
        let wire = Wire()
        let peer = try LocalHTTPPeer { _ in wire.answer() }
        defer { peer.stop() }
        let (test, all) = try await settled(wire, peer)
        test.clock.advance(seconds: hours * 3600)
        wire.publish(storm.changed(all, now: Self.stamp(test.clock.now())))
        let summary = try await test.monitor.pollOnce(all: true)
        #expect(summary.failed == 0)
        #expect(summary.alerts == 0, "\(storm) after \(hours) h: \(summary.articles) articles")
        #expect(try await test.monitor.store.totals().accounts.isBalanced)
        await test.end()
    }

    @Test("a feed that its owner restored from a backup brings back what it had dropped", arguments: StormTests.later)
    func restoredFeed(hours: Int64) async throws {
        let wire = Wire()
        let peer = try LocalHTTPPeer { _ in wire.answer() }
        defer { peer.stop() }
        let (test, all) = try await settled(wire, peer)
        wire.publish(Self.items(24..<30, date: nil))
        test.clock.advance(seconds: 1800)
        _ = try await test.monitor.pollOnce(all: true)
        test.clock.advance(seconds: hours * 3600)
        wire.publish(
            all.map { Item(title: $0.title, link: $0.link, guid: $0.guid, date: Self.stamp(test.clock.now())) })
        let summary = try await test.monitor.pollOnce(all: true)
        #expect(summary.articles == 0 && summary.alerts == 0)
        await test.end()
    }

    @Test("what is new still gets through a storm")
    func newsGetsThrough() async throws {
        let wire = Wire()
        let peer = try LocalHTTPPeer { _ in wire.answer() }
        defer { peer.stop() }
        let (test, all) = try await settled(wire, peer)
        test.clock.advance(seconds: 24 * 6 * 3600)
        let fresh = Item(title: "Quillon Foundry sued over counterfeit gauges in Nevada", link: "http://n.invalid/new")
        let again = Item(title: all[3].title, link: "http://n.invalid/again")
        wire.publish([fresh, again] + Storm.everything.changed(all, now: Self.stamp(test.clock.now())))
        let alerts = try await test.monitor.pollOnce(all: true).alerts
        #expect(alerts == 1, "a new story is news; a new page under an old title joins the story it repeats")
        await test.end()
    }

    @Test("a data folder restored from yesterday's backup repeats under the same ids")
    func restoredStore() async throws {
        let wire = Wire()
        let peer = try LocalHTTPPeer { _ in wire.answer() }
        defer { peer.stop() }
        let feeds = [Feed(url: peer.url + "/rss", source: "Wire")]
        let first = try await TestMonitor(feeds: feeds)
        let old = Self.items(0..<6, date: nil)
        wire.publish(old)
        _ = try await first.monitor.pollOnce(all: true)
        await first.monitor.close()
        let database = first.folder.path + "/data/newsward.sqlite"
        let backup = try Data(contentsOf: URL(fileURLWithPath: database))

        wire.publish(Self.items(6..<9, date: nil) + old)
        func day() async throws -> [String] {
            let test = try await TestMonitor(feeds: feeds, folder: first.folder, clock: first.clock)
            _ = try await test.monitor.pollOnce(all: true)
            _ = try await test.monitor.deliverOnce(seconds: 5)
            let ids = try await test.monitor.store.deliveries(in: .delivered, limit: 100).map(\.id).sorted()
            await test.monitor.close()
            return ids
        }
        let before = try await day()
        #expect(!before.isEmpty)
        try backup.write(to: URL(fileURLWithPath: database))
        #expect(try await day() == before)
        first.folder.remove()
    }
}
