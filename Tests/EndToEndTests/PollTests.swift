import Foundation
import TestSupport
import Testing

@Suite("newsward poll: a feed in, a webhook out", .timeLimit(.minutes(3)))
struct PollTests {
    static let old = NewsPeer.Item(
        slug: "old", title: "Quillon Foundry sued over patent infringement", text: "A rival filed a lawsuit last year.")
    static let new = NewsPeer.Item(
        slug: "new", title: "Briskwater Foods recalls 40,000 jars over glass fragments",
        text: "Briskwater Foods said it will recall the jars.")

    @Test("first sight is a baseline; what comes later is told once, and the feed is asked conditionally")
    func baselineThenNews() async throws {
        let peer = try NewsPeer(items: [Self.old])
        defer { peer.stop() }
        let place = try Workplace(feed: peer.feedURL, hook: peer.hookURL)
        defer { place.folder.remove() }

        let first = try await place.program.run(["poll"])
        #expect(first.status == 0, "\(first.errors)")
        #expect(
            first.errors.contains(
                "1 feeds new: 1 articles stored, no alerts (--catch-up 24h alerts on the last day)."), "\(first.errors)"
        )
        #expect(peer.notices.isEmpty)

        peer.publish(Self.new)
        let second = try await place.program.run(["poll", "--all"])
        #expect(second.status == 0, "\(second.errors)")
        #expect(peer.notices.count == 1)
        #expect(peer.notices.first?.body.contains("XXXX:BRISK") == true)
        #expect(peer.notices.first?.body.contains("ops.product_safety") == true)
        #expect(peer.feedRequests.last?.header("If-None-Match") == "\"v1\"")

        let third = try await place.program.run(["poll", "--all"])
        #expect(third.errors.contains("1 feeds polled: 0 articles stored, 0 alerts."), "\(third.errors)")
        #expect(peer.notices.count == 1)
        #expect(peer.feedRequests.last?.header("If-None-Match") == "\"v2\"")
    }

    @Test("a receiver that fails is shown, kept and served by the next pass under the same id and bytes")
    func retry() async throws {
        let answers = Answers([500, 204])
        let peer = try NewsPeer(items: [Self.old]) { _ in answers.next() }
        defer { peer.stop() }
        let place = try Workplace(feed: peer.feedURL, hook: peer.hookURL)
        defer { place.folder.remove() }
        _ = try await place.program.run(["poll"])
        peer.publish(Self.new)
        let failing = try await place.program.run(["poll", "--all"])
        #expect(
            failing.errors.contains("0 notices delivered, 1 failed and kept for the next pass."), "\(failing.errors)")
        let dead = try await place.program.run(["alerts", "list"])
        #expect(dead.output.contains("XXXX:BRISK"))

        // The schedule's second try comes after some seconds: the program is started until it is due.
        while peer.notices.count < 2 { _ = try await place.program.run(["poll"]) }
        #expect(peer.notices[0] == peer.notices[1])
        #expect(!peer.notices[0].id.isEmpty)
    }

    @Test("a feed that cannot be read: exit code 5, the reason, and no other harm")
    func unreadable() async throws {
        let place = try Workplace(feed: "http://127.0.0.1:1/rss.xml", hook: "http://127.0.0.1:1/hook")
        defer { place.folder.remove() }
        let outcome = try await place.program.run(["poll"])
        #expect(outcome.status == 5)
        #expect(outcome.errors.contains("failed: Test Wire: "), "\(outcome.errors)")
        #expect(outcome.errors.contains("newsward: no feed could be read"), "\(outcome.errors)")
    }
}
