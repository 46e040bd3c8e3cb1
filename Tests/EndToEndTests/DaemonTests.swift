import Foundation
import TestSupport
import Testing

@Suite("newsward run: the daemon", .timeLimit(.minutes(3)))
struct DaemonTests {
    @Test("news that appears while it runs is told; status answers; SIGTERM ends it cleanly")
    func runs() async throws {
        let peer = try NewsPeer(items: [PollTests.old])
        defer { peer.stop() }
        let place = try Workplace(feed: peer.feedURL, hook: peer.hookURL)
        defer { place.folder.remove() }
        _ = try await place.program.run(["poll"])
        peer.publish(PollTests.new)

        let daemon = try place.program.start(["run"])
        await peer.wait { $0.count == 1 }
        let status = try await place.program.run(["status"])
        #expect(status.status == 0, "\(status.errors)")
        #expect(status.output.contains("\"ready\":true"))
        #expect(status.output.contains("\"source\":\"Test Wire\""))
        let second = try await place.program.run(["poll"])
        #expect(second.status == 75, "two processes on one data folder: \(second.errors)")

        daemon.signal(SIGTERM)
        let outcome = await daemon.outcome()
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(peer.notices.count == 1)
        #expect(!FileManager.default.fileExists(atPath: place.folder.path + "/data/newsward.sock"))
    }

    @Test("a broken file changes nothing at a reload; a good one takes force; nothing is told again")
    func reload() async throws {
        let peer = try NewsPeer(items: [PollTests.old])
        defer { peer.stop() }
        let place = try Workplace(feed: peer.feedURL, hook: peer.hookURL)
        defer { place.folder.remove() }
        _ = try await place.program.run(["poll"])
        peer.publish(PollTests.new)
        let daemon = try place.program.start(["run"])
        await peer.wait { $0.count == 1 }

        try place.write("alerts/rules.yaml", "rules:\n  - name: x\n    matcher: [\"severity >= 20\"]\n")
        let bad = try await place.program.run(["reload"])
        #expect(bad.status == 3)
        #expect(
            bad.errors.contains("rules.yaml:3: rules[1]: unknown key \"matcher\" (did you mean \"matchers\"?)"),
            "\(bad.errors)")

        try place.write("alerts/rules.yaml", "rules:\n  - name: x\n    matchers: [\"type = legal.*\"]\n")
        let good = try await place.program.run(["reload"])
        #expect(good.status == 0, "\(good.errors)")
        peer.publish(
            NewsPeer.Item(
                slug: "more", title: "Quillon Foundry indicted for fraud", text: "Prosecutors indicted Quillon Foundry."
            ))
        await peer.wait { $0.count == 2 }
        #expect(peer.notices.last?.body.contains("XXXX:QUILLON") == true)
        daemon.signal(SIGTERM)
        #expect(await daemon.outcome().status == 0)
        #expect(peer.notices.count == 2)
    }
}
