import Foundation
import TestSupport
import Testing

@Suite("search, export, backup, doctor, watchlist, quarantine", .timeLimit(.minutes(4)))
struct OperationTests {
    /// A place with two stored articles, one of them told.
    private static func filled() async throws -> (place: Workplace, peer: NewsPeer) {
        let peer = try NewsPeer(items: [PollTests.old])
        let place = try Workplace(feed: peer.feedURL, hook: peer.hookURL)
        _ = try await place.program.run(["poll"])
        peer.publish(PollTests.new)
        _ = try await place.program.run(["poll", "--all"])
        return (place, peer)
    }

    @Test("search by words, company, type and time; export as NDJSON and CSV")
    func lookingBack() async throws {
        let (place, peer) = try await Self.filled()
        defer {
            peer.stop()
            place.folder.remove()
        }
        let words = try await place.program.run(["search", "GLASS", "jar"])
        #expect(words.status == 0, "\(words.errors)")
        #expect(words.output.contains("Briskwater Foods recalls 40,000 jars"), "\(words.output)")
        #expect(words.errors == "1 found\n")
        let none = try await place.program.run(["search", "nowhere"])
        #expect(none.output.isEmpty && none.status == 0)
        let records = try await place.program.run([
            "search", "--company", "XXXX:QUILLON", "--type", "legal.*", "--since", "1d", "--format", "ndjson",
        ])
        #expect(records.output.hasPrefix("{\"id\":\""), "\(records.output)")
        #expect(records.output.split(separator: "\n").count == 1)
        let early = try await place.program.run(["search", "--until", "2020-01-01"])
        #expect(early.errors == "0 found\n", "\(early.errors)")

        let exported = try await place.program.run(["export", "records"])
        #expect(exported.output.split(separator: "\n").count == 2)
        #expect(exported.output.contains("\"story\":\"s"))
        let table = try await place.program.run(["export", "records", "--format", "csv"])
        #expect(table.output.hasPrefix("id,title,url,"), "\(table.output)")
        #expect(table.output.split(separator: "\r\n").count == 3)
        let alerts = try await place.program.run(["export", "alerts", "--since", "1d"])
        #expect(alerts.output.contains("XXXX:BRISK") && alerts.output.split(separator: "\n").count == 1)
        let wrong = try await place.program.run(["export", "alerts", "--type", "legal.*"])
        #expect(wrong.status == 2)
    }

    @Test("a backup without and beside a daemon holds everything; it overwrites nothing")
    func backup() async throws {
        let (place, peer) = try await Self.filled()
        defer {
            peer.stop()
            place.folder.remove()
        }
        let alone = try await place.program.run(["backup", "one.sqlite"])
        #expect(alone.status == 0, "\(alone.errors)")
        let again = try await place.program.run(["backup", "one.sqlite"])
        #expect(again.status == 6)
        #expect(again.errors.contains("one.sqlite is there already; a backup overwrites nothing."), "\(again.errors)")

        let moved = try await place.program.run(["migrate", "one.sqlite", "elsewhere/data"])
        #expect(moved.status == 0, "\(moved.errors)")
        #expect(moved.errors.contains("took 2 articles, 1 alert, 1 delivery into elsewhere/data"), "\(moved.errors)")

        let daemon = try place.program.start(["run"])
        let socket = place.folder.path + "/data/newsward.sock"
        while !FileManager.default.fileExists(atPath: socket) { await Task.yield() }
        let beside = try await place.program.run(["backup", "two.sqlite"])
        #expect(beside.status == 0, "\(beside.errors)")
        let inUse = try await place.program.run(["migrate", "data", "third"])
        #expect(inUse.status == 75 && inUse.errors.contains("uses the data folder"), "\(inUse.status) \(inUse.errors)")
        daemon.signal(SIGTERM)
        _ = await daemon.outcome()

        // A backup is a data folder's database: put in place, it serves.
        let files = FileManager.default
        for name in ["one.sqlite", "two.sqlite"] {
            let mode = try files.attributesOfItem(atPath: place.folder.path + "/" + name)[.posixPermissions]
            #expect((mode as? NSNumber)?.intValue == 0o600)
            try files.removeItem(atPath: place.folder.path + "/data")
            try files.createDirectory(atPath: place.folder.path + "/data", withIntermediateDirectories: true)
            try files.moveItem(
                atPath: place.folder.path + "/" + name, toPath: place.folder.path + "/data/newsward.sqlite")
            let listed = try await place.program.run(["alerts", "list"])
            #expect(listed.output.contains("XXXX:BRISK"), "\(listed.errors)")
        }
    }

    @Test("doctor is content with a sound place, and names a bad secret, a dead letter, a feed that fails")
    func doctor() async throws {
        let (place, peer) = try await Self.filled()
        defer { place.folder.remove() }
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: place.folder.path + "/data")
        let good = try await place.program.run(["doctor"])
        #expect(good.status == 0, "\(good.output)")
        for line in ["ok   database   sound", "ok   outbox     0 deliveries wait", "ok   feeds      1, all read"] {
            #expect(good.output.contains(line), "\(good.output)")
        }
        peer.stop()
        _ = try await place.program.run(["poll", "--all"])
        try place.write(
            "alerts/receivers.yaml",
            "receivers:\n  - name: hook\n    type: webhook\n    url_file: no-such-file\n")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: place.folder.path + "/data")
        let bad = try await place.program.run(["doctor"])
        #expect(bad.status == 1)
        #expect(bad.output.contains("no-such-file cannot be read"), "\(bad.output)")
        #expect(bad.output.contains("(mode 755); chmod 700 it"), "\(bad.output)")
        #expect(bad.output.contains("FAIL feeds      Test Wire: last read "), "\(bad.output)")
    }

    @Test("watchlist add and remove keep the user's comments and order; quarantine is empty")
    func watchlist() async throws {
        let place = try Workplace(feed: "http://127.0.0.1:1/rss.xml", hook: "http://127.0.0.1:1/hook")
        defer { place.folder.remove() }
        let path = place.folder.path + "/newsward.yaml"
        let nowhere = try await place.program.run(["watchlist", "add", "XXXX:BRISK"])
        #expect(nowhere.status == 3)
        try place.write(
            "newsward.yaml", try String(contentsOfFile: path, encoding: .utf8) + "watchlist: watchlist.yaml\n")
        let text = "# mine\ncompanies:\n  - XKRX:005930   # the first\n\n# words\nterms: []\n"
        try place.write("watchlist.yaml", text)
        for arguments in [["XXXX:BRISK"], ["말 \"둘\"", "--term"]] {
            let added = try await place.program.run(["watchlist", "add"] + arguments)
            #expect(added.status == 0, "\(added.errors)")
        }
        let changed = try String(contentsOfFile: place.folder.path + "/watchlist.yaml", encoding: .utf8)
        #expect(
            changed
                == "# mine\ncompanies:\n  - XKRX:005930   # the first\n  - \"XXXX:BRISK\"\n\n# words\nterms:\n  - \"말 \\\"둘\\\"\"\n"
        )
        let listed = try await place.program.run(["watchlist", "list"])
        #expect(listed.output == "company  XKRX:005930\ncompany  XXXX:BRISK\nterm     말 \"둘\"\n")
        let twice = try await place.program.run(["watchlist", "add", "XXXX:BRISK"])
        #expect(twice.errors == "newsward: XXXX:BRISK is on the watchlist already\n")
        for entry in ["XXXX:BRISK", "말 \"둘\""] {
            #expect(try await place.program.run(["watchlist", "remove", entry]).status == 0)
        }
        #expect(try String(contentsOfFile: place.folder.path + "/watchlist.yaml", encoding: .utf8) == text)
        #expect(try await place.program.run(["watchlist", "remove", "XXXX:NONE"]).status == 2)

        _ = try await place.program.run(["poll"])
        let quarantine = try await place.program.run(["quarantine", "list"])
        #expect(quarantine.status == 0 && quarantine.output.isEmpty, "\(quarantine.errors)")
        let release = try await place.program.run(["quarantine", "release", "a0000"])
        #expect(release.status == 2 && release.errors.contains("no article with this id is set aside"))
    }
}
