import TestSupport
import Testing

@Suite("newsward alerts test and alerts route", .timeLimit(.minutes(2)))
struct TrialTests {
    @Test("a test goes through the receiver; a refusal and a wrong name are said")
    func receivers() async throws {
        let answers = Answers([204, 500])
        let peer = try NewsPeer(items: []) { _ in answers.next() }
        defer { peer.stop() }
        let place = try Workplace(feed: peer.feedURL, hook: peer.hookURL)
        defer { place.folder.remove() }
        let taken = try await place.program.run(["alerts", "test", "hook"])
        #expect(taken.status == 0, "\(taken.errors)")
        #expect(taken.errors == "hook took it: status 204\n", "\(taken.errors)")
        #expect(peer.notices.first?.body.contains("This is a test of Newsward") == true)
        let refused = try await place.program.run(["alerts", "test", "hook"])
        #expect(refused.status == 5)
        #expect(refused.errors.hasPrefix("newsward: hook did not take it: status 500"), "\(refused.errors)")
        let unknown = try await place.program.run(["alerts", "test", "hok"])
        #expect(unknown.status == 2)
        #expect(unknown.errors == "newsward: there is no receiver hok; receivers.yaml has hook\n")
    }

    @Test("the way of an article through rules and routes, and the reason where it raises nothing")
    func routes() async throws {
        let place = try Workplace(feed: "http://127.0.0.1:1/rss.xml", hook: "http://127.0.0.1:1/hook")
        defer { place.folder.remove() }
        let found = try await place.program.run(["alerts", "route"], input: "Briskwater Foods recalls 40,000 jars\n")
        #expect(found.status == 0, "\(found.errors)")
        let lines = found.output.split(separator: "\n")
        #expect(lines.first?.hasPrefix("alert on Briskwater Foods, severity ") == true, "\(found.output)")
        #expect(lines.first?.hasSuffix(", rule any-event: ops.product_safety") == true, "\(found.output)")
        #expect(lines.dropLast().last == "  + root: sends to hook", "\(found.output)")
        #expect(lines.last?.hasPrefix("  > hook: sent at ") == true, "\(found.output)")
        let nothing = try await place.program.run(["alerts", "route"], input: "Sunny weather tomorrow\n")
        #expect(nothing.output == "no alert: no event\n", "\(nothing.output)")
    }
}
