import Foundation
import TestSupport
import Testing

@Suite("newsward replay: stored articles through other rules", .timeLimit(.minutes(3)))
struct ReplayTests {
    @Test("gained, lost and changed alerts; expectations end with exit code 1; nothing is sent or written")
    func otherRules() async throws {
        let peer = try NewsPeer(items: [PollTests.old])
        defer { peer.stop() }
        let place = try Workplace(feed: peer.feedURL, hook: peer.hookURL)
        defer { place.folder.remove() }
        _ = try await place.program.run(["poll"])
        peer.publish(PollTests.new)
        _ = try await place.program.run(["poll", "--all"])
        let files = FileManager.default
        try files.copyItem(atPath: place.folder.path + "/alerts", toPath: place.folder.path + "/others")
        try place.write(
            "others/rules.yaml", "rules:\n  - name: law\n    matchers: [\"type = legal.*\"]\n")
        let database = place.folder.path + "/data/newsward.sqlite"
        let before = try #require(files.contents(atPath: database))

        let same = try await place.program.run(["replay", "--since", "1d"])
        #expect(same.status == 0, "\(same.errors)")
        #expect(
            same.output.hasPrefix(
                "2 articles, 1 of them without alerts by their age; 1 alerts before, 1 after: 0 gained, 0 lost, 0 changed\n"
            ), "\(same.output)")
        let other = try await place.program.run(["replay", "--since", "1d", "--alerts", "others", "--all"])
        #expect(other.output.hasPrefix("2 articles; 2 alerts before, 1 after: 0 gained, 1 lost, 1 changed\n"))
        #expect(other.output.contains("Briskwater Foods ops.product_safety by any-event"), "\(other.output)")
        #expect(other.output.contains("rule any-event to law"), "\(other.output)")

        try place.write(
            "expect.yaml",
            """
            limits:
              - lost: 0
              - type: legal.*
                lost: 0
            alerts:
              - article: http://news.invalid/old
                type: legal.lawsuit
              - article: http://news.invalid/new
                raised: false

            """)
        let checked = try await place.program.run([
            "replay", "--since", "1d", "--alerts", "others", "--all", "--expect", "expect.yaml", "--format", "json",
        ])
        #expect(checked.status == 1, "\(checked.errors)")
        let report = try WhyTests.object(checked.output)
        #expect(report["findings"] as? [String] == ["all types: 1 alerts lost, at most 0 expected"])
        #expect((report["lost"] as? [Any])?.count == 1)

        #expect(peer.notices.count == 1, "a replay sends nothing")
        #expect(files.contents(atPath: database) == before, "a replay writes nothing")
        try place.write("expect.yaml", "limits:\n  - losst: 1\n")
        let wrong = try await place.program.run(["replay", "--since", "1d", "--expect", "expect.yaml"])
        #expect(wrong.status == 3)
        #expect(wrong.errors.contains("expect.yaml:2: "), "\(wrong.errors)")
    }
}
