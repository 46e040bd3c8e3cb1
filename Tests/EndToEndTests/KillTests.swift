import Foundation
import Synchronization
import TestSupport
import Testing

@Suite("SIGKILL in the middle: nothing is lost, a repeat keeps its id", .timeLimit(.minutes(5)))
struct KillTests {
    /// Distinct stories: a company each, so that none joins another.
    private static func item(_ number: Int) -> NewsPeer.Item {
        NewsPeer.Item(
            slug: "item-\(number)",
            title: "Marlow\(letters(number)) Works recalls \(number + 2)0,000 lamps over fire risk",
            text: "Marlow\(letters(number)) Works said lamps of series \(number * 37) overheated and caught fire.")
    }

    private static func letters(_ number: Int) -> String {
        String(UnicodeScalar(UInt8(97 + number / 5))) + String(UnicodeScalar(UInt8(97 + number % 5)))
    }

    @Test("killed at every third notice, before the answer: all alerts arrive, and repeats carry the same id and bytes")
    func kills() async throws {
        let count = 12
        let daemon = Late<RunningProgram>()
        let killed = Tally()
        let peer = try NewsPeer(items: []) { notice in
            // The answer is lost with the process: for the program this try has an unknown end.
            if killed.isTurn(notice.id, every: 3) { daemon.value?.signal(SIGKILL) }
            return 204
        }
        defer { peer.stop() }
        let place = try Workplace(feed: peer.feedURL, hook: peer.hookURL)
        defer { place.folder.remove() }
        try place.write(
            "companies.txt",
            (0..<count).map { "XXXX:M\($0) | Marlow\(Self.letters($0)) Works" }.joined(separator: "\n") + "\n")
        _ = try await place.program.run(["poll"])
        for number in 0..<count { peer.publish(Self.item(number)) }

        let everyID: @Sendable ([NewsPeer.Notice]) -> Bool = { Set($0.map(\.id)).count == count }
        let ending = Task {
            await peer.wait(until: everyID)
            daemon.value?.signal(SIGTERM)
        }
        var starts = 0
        while !everyID(peer.notices) {
            starts += 1
            try #require(starts < 40, "the alerts do not arrive: \(peer.notices.count) so far")
            let running = try place.program.start(["run"])
            daemon.value = running
            _ = await running.outcome()
        }
        await ending.value

        #expect(killed.count > 0)
        for number in 0..<count {
            #expect(peer.notices.contains { $0.body.contains("\"XXXX:M\(number)\"") }, "alert \(number) was lost")
        }
        // One id, one body: whatever was repeated was the same message.
        for (_, copies) in Dictionary(grouping: peer.notices, by: \.id) {
            #expect(Set(copies.map(\.body)).count == 1)
        }
        #expect(Set(peer.notices.map(\.body)).count == count, "no alert was told under two ids")
        #expect(peer.notices.count - count <= starts, "at most one try was under way at each kill")
    }

    @Test("killed at random while items flow to four receivers: none lost, at most one repeat a receiver and kill")
    func fourReceivers() async throws {
        let count = 20
        let hooks = 3
        let daemon = Late<RunningProgram>()
        let news = Late<NewsPeer>()
        let killed = Tally()
        let published = Mutex(0)
        let random = Mutex(SplitMix(seed: 20_261_126))
        let publishNext: @Sendable () -> Void = {
            let next = published.withLock { number -> Int? in
                guard number < count else { return nil }
                number += 1
                return number - 1
            }
            if let next { news.value?.publish(Self.item(next)) }
        }
        let peer = try NewsPeer(items: []) { notice in
            publishNext()
            let step = random.withLock { Int.random(in: 2...7, using: &$0) }
            if killed.isTurn(notice.id, every: step) { daemon.value?.signal(SIGKILL) }
            return 204
        }
        news.value = peer
        defer { peer.stop() }
        let place = try Workplace(feed: peer.feedURL, hook: peer.hookURL)
        defer { place.folder.remove() }
        try place.write(
            "companies.txt",
            (0..<count).map { "XXXX:M\($0) | Marlow\(Self.letters($0)) Works" }.joined(separator: "\n") + "\n")
        let names = (0..<hooks).map { "hook\($0)" }
        try place.write(
            "alerts/routes.yaml",
            """
            route:
              receivers: [\(names.joined(separator: ", ")), lines]
              group_by: [alert]
              group_wait: 0s
              group_interval: 0s

            """)
        try place.write(
            "alerts/receivers.yaml",
            "receivers:\n  - name: lines\n    type: file\n    path: lines.jsonl\n"
                + names.map { "  - name: \($0)\n    type: webhook\n    url: \"\(peer.hookURL)\"\n" }.joined())
        _ = try await place.program.run(["poll"])

        let everyID: @Sendable ([NewsPeer.Notice]) -> Bool = { Set($0.map(\.id)).count == count * hooks }
        for _ in 0..<3 { publishNext() }
        let ending = Task {
            await peer.wait(until: everyID)
            daemon.value?.signal(SIGTERM)
        }
        var starts = 0
        while !everyID(peer.notices) {
            starts += 1
            try #require(starts < 120, "the alerts do not arrive: \(peer.notices.count) so far")
            let running = try place.program.start(["run"])
            daemon.value = running
            _ = await running.outcome()
        }
        await ending.value
        // The file's lines may still wait: one more pass writes them.
        _ = try await place.program.run(["poll"])

        #expect(killed.count > 0)
        for (_, copies) in Dictionary(grouping: peer.notices, by: \.id) {
            #expect(Set(copies.map(\.body)).count == 1)
        }
        #expect(peer.notices.count - count * hooks <= starts * hooks, "one try a receiver was under way at each kill")
        let text = try String(contentsOfFile: place.folder.path + "/data/lines.jsonl", encoding: .utf8)
        let lines = text.split(separator: "\n").map(String.init)
        for number in 0..<count {
            #expect(lines.contains { $0.contains("\"XXXX:M\(number)\"") }, "line \(number) was lost")
        }
        #expect(Set(lines).count == count, "a repeated line is the same line")
        #expect(lines.count - count <= starts)
    }
}
