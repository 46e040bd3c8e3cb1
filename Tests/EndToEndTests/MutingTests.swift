import TestSupport
import Testing

@Suite("newsward silence, check and alerts route with times", .timeLimit(.minutes(2)))
struct MutingTests {
    @Test("a silence is added, listed and ended without a daemon")
    func silences() async throws {
        let place = try Workplace(feed: "http://127.0.0.1:1/rss.xml", hook: "http://127.0.0.1:1/hook")
        defer { place.folder.remove() }
        let added = try await place.program.run([
            "silence", "add", "type = analyst.*", "--for", "12h", "--why", "noise",
        ])
        #expect(added.status == 0, "\(added.errors)")
        let id = try #require(added.output.split(separator: "\"").first { $0.hasPrefix("silence-") })
        let listed = try await place.program.run(["silence", "list"])
        #expect(listed.output == added.output)
        let ended = try await place.program.run(["silence", "expire", String(id)])
        #expect(ended.status == 0 && ended.errors == "\(id) has ended\n", "\(ended.errors)")
        #expect(try await place.program.run(["silence", "list"]).output.isEmpty)
        let again = try await place.program.run(["silence", "expire", String(id)])
        #expect(again.status == 2)
        let endless = try await place.program.run(["silence", "add", "severity < 30"])
        #expect(endless.status == 2)
        #expect(
            endless.errors == "newsward: give one of --for and --until: a silence without an end is forgotten\n",
            "\(endless.errors)")
        let bad = try await place.program.run(["silence", "add", "severty < 30", "--for", "1h"])
        #expect(bad.status == 3)
        #expect(
            bad.errors.hasPrefix("newsward: unknown name \"severty\" (did you mean \"severity\"?)"), "\(bad.errors)")
    }

    @Test("alerts route says which node held an alert, at a time that the user gives; check names the unknown calendar")
    func times() async throws {
        let place = try Workplace(feed: "http://127.0.0.1:1/rss.xml", hook: "http://127.0.0.1:1/hook")
        defer { place.folder.remove() }
        try place.write(
            "alerts/times.yaml",
            "digests:\n  - {name: evening, timezone: Asia/Seoul, at: [\"18:00\"]}\n")
        try place.write(
            "alerts/routes.yaml",
            """
            route:
              receivers: [hook]
              group_wait: 0s
              routes:
                - {name: safety, matchers: ["type = ops.*"], digest: evening}

            """)
        let text = "Briskwater Foods recalls 40,000 jars\n"
        let held = try await place.program.run(
            ["alerts", "route", "--at", "2026-11-25T12:00:00+09:00"], input: text)
        #expect(held.status == 0, "\(held.errors)")
        #expect(
            held.output.hasSuffix(
                "  > hook: held for a digest at root/safety: digest \"evening\" until 2026-11-25T09:00:00Z\n"),
            "\(held.output)")
        try place.write("record.ndjson", "{\"id\": 1, \"title\": \"Briskwater Foods recalls jars\"}\n")
        let record = try await place.program.run(
            ["alerts", "route", "record.ndjson", "--at", "2026-11-25T12:00:00+09:00"])
        #expect(record.output.contains("held for a digest at root/safety"), "\(record.output)\(record.errors)")
        try place.write("alerts/routes.yaml", "route:\n  receivers: [hook]\n  digest: evning\n")
        let check = try await place.program.run(["check"])
        #expect(check.status == 3)
        #expect(
            check.errors.contains("routes.yaml:3: route.digest: unknown digest \"evning\" (did you mean \"evening\"?)")
                || check.output.contains("routes.yaml:3: route.digest: unknown digest \"evning\""),
            "\(check.errors)\(check.output)")
    }
}
