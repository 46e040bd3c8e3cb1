import Foundation
import TestSupport
import Testing

@Suite("newsward alerts why and why-not", .timeLimit(.minutes(3)))
struct WhyTests {
    static let calm = NewsPeer.Item(slug: "calm", title: "Sunny weather tomorrow", text: "No rain is in sight.")
    static let copy = NewsPeer.Item(slug: "copy", title: PollTests.new.title, text: PollTests.new.text)

    @Test("an alert tells its way from the bytes to every try; a delivery's id leads to the same")
    func why() async throws {
        let answers = Answers([500, 204])
        let peer = try NewsPeer(items: [PollTests.old]) { _ in answers.next() }
        defer { peer.stop() }
        let place = try Workplace(feed: peer.feedURL, hook: peer.hookURL)
        defer { place.folder.remove() }
        _ = try await place.program.run(["poll"])
        peer.publish(PollTests.new)
        _ = try await place.program.run(["poll", "--all"])
        let listed = try await place.program.run(["alerts", "list"])
        let alert = try #require(Self.object(listed.output)["id"] as? String)

        let text = try await place.program.run(["alerts", "why", alert])
        #expect(text.status == 0, "\(text.errors)")
        for part in [
            "\(alert) revision 1 on Briskwater Foods (XXXX:BRISK), severity ", "because  first notice",
            "+ severity >= 20: it is ", "fetched  feed rss2 \(peer.feedURL): 200, ", "application/rss+xml",
            "charset  utf-8: ", "text     taken from the entry's summary", "ops.product_safety title ", "fired",
            "first article of its story", "by root, group root{alert=\(alert)}", "hook: due after 1 try",
            "try 1 ", "failed status 500 in ",
        ] {
            #expect(text.output.contains(part), "\(part) is missing in:\n\(text.output)")
        }

        let trail = try Self.object(try await place.program.run(["alerts", "why", alert, "--format", "json"]).output)
        let notice = try #require((trail["notices"] as? [[String: Any]])?.first)
        let delivery = try #require(notice["delivery"] as? [String: Any])
        let attempt = try #require((delivery["attempts"] as? [[String: Any]])?.first)
        #expect(attempt["status"] as? Int == 500)
        let revision = try #require((trail["revisions"] as? [[String: Any]])?.first)
        let article = try #require(revision["article"] as? [String: Any])
        #expect((article["cues"] as? [Any])?.isEmpty == false)
        #expect(article["lexicon_then"] as? String == article["lexicon_now"] as? String)

        let id = try #require(delivery["id"] as? String)
        let byDelivery = try await place.program.run(["alerts", "why", id])
        #expect(byDelivery.output == text.output)
        let unknown = try await place.program.run(["alerts", "why", "alert_0"])
        #expect(unknown.status == 2)
        #expect(unknown.errors == "newsward: there is no alert and no delivery with the id alert_0\n")
    }

    @Test("the stage that stopped an article, with the values that decided")
    func whyNot() async throws {
        let peer = try NewsPeer(items: [PollTests.old])
        defer { peer.stop() }
        let place = try Workplace(feed: peer.feedURL, hook: peer.hookURL)
        defer { place.folder.remove() }
        _ = try await place.program.run(["poll"])
        for item in [PollTests.new, Self.copy, Self.calm] {
            peer.publish(item)
            _ = try await place.program.run(["poll", "--all"])
        }
        try place.write(
            "alerts/rules.yaml",
            """
            rules:
              - {name: legal, matchers: ["type = legal.*"]}
              - {name: grave, matchers: ["relevance >= 10", "severity >= 99"]}

            """)
        peer.publish(
            NewsPeer.Item(
                slug: "late", title: "Quillon Foundry recalls kettles over burn risk", text: "Kettles will be recalled."
            ))
        _ = try await place.program.run(["poll", "--all"])

        func verdict(_ slug: String) async throws -> String {
            let outcome = try await place.program.run(["alerts", "why-not", "http://news.invalid/\(slug)"])
            #expect(outcome.status == 0, "\(outcome.errors)")
            return outcome.output
        }
        #expect(try await verdict("old").hasPrefix("stopped at: baseline\n  baseline: first sight of the feed\n"))
        #expect(try await verdict("calm").hasPrefix("stopped at: events\n  no event\n"))
        #expect(try await verdict("new").hasPrefix("not stopped: it was told\n  hook: delivered after 1 try"))
        let copy = try await verdict("copy")
        #expect(copy.hasPrefix("stopped at: story\n"), "\(copy)")
        #expect(copy.contains("unchanged: nothing new since revision 1"), "\(copy)")
        #expect(copy.contains("duplicate of story s"), "\(copy)")
        #expect(copy.contains("same text as an earlier article"), "\(copy)")
        let late = try await verdict("late")
        #expect(late.hasPrefix("stopped at: rule\n"), "\(late)")
        // Once the rules are others, what was decided stays what it was.
        try place.write("alerts/rules.yaml", "rules:\n  - {name: any, matchers: [\"severity >= 1\"]}\n")
        #expect(try await verdict("late") == late)
        let lines = late.split(separator: "\n").dropFirst().prefix(2)
        #expect(lines.first?.hasPrefix("  Quillon Foundry: rule grave needs severity >= 99, it is ") == true, "\(late)")
        #expect(lines.first?.hasSuffix("; 1 condition before it holds; it came furthest") == true, "\(late)")
        #expect(
            lines.last
                == "  Quillon Foundry: rule legal needs type = legal.*, it is ops.product_safety (ops.product_safety)",
            "\(late)")
        let record = try Self.object(
            try await place.program.run(["alerts", "why-not", "http://news.invalid/late", "--format", "json"]).output)
        let company = try #require((record["companies"] as? [[String: Any]])?.first)
        let rules = try #require(company["rules"] as? [[String: Any]])
        #expect(company["outcome"] as? String == "none")
        #expect(rules.map { $0["passed"] as? Int } == [0, 1] && rules.map { $0["met"] as? Bool } == [false, false])
        let never = try await verdict("never")
        #expect(never == "stopped at: fetch\n  no poll brought it\n  no feed of news.invalid is configured\n")
        let ofHost = try await place.program.run(["alerts", "why-not", peer.feedURL + "/x"])
        #expect(ofHost.output.contains("feed \(peer.feedURL): last polled "), "\(ofHost.output)")
    }

    static func object(_ text: String) throws -> [String: Any] {
        let line = text.split(separator: "\n").first ?? ""
        return try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
}
