import Foundation
import TestSupport
import Testing

@Suite("newsward init and check", .timeLimit(.minutes(3)))
struct InitTests {
    @Test("what init writes passes check, and a second init eats nothing")
    func initAndCheck() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let program = Program(in: folder)
        let written = try await program.run(["init", "desk"])
        #expect(written.status == 0, "\(written.errors)")
        #expect(written.errors.contains("newsward feeds check"))
        let checked = try await program.run(["--config", "desk/newsward.yaml", "check"])
        #expect(checked.status == 0, "\(checked.errors)")
        #expect(checked.errors.contains("ok: 14 feeds, 4 companies watched"), "\(checked.errors)")
        let again = try await program.run(["init", "desk"])
        #expect(again.status == 3)
        #expect(again.errors == "newsward: desk/newsward.yaml is there already; nothing was written\n")
        let text = try String(contentsOfFile: folder.path + "/desk/newsward.yaml", encoding: .utf8)
        #expect(text.contains("None of these addresses was reached"))
        for (index, line) in text.split(separator: "\n").enumerated() where line.hasPrefix("  - url:") {
            let before = text.split(separator: "\n")[index - 1]
            #expect(before.hasPrefix("  # "), "no written source beside \(line)")
        }
    }

    @Test("all errors of a file at once, each with file, line and the valid names")
    func problems() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let program = Program(in: folder)
        let text = """
            data: data
            catchup: 1h
            dashboard:
              host: 0.0.0.0
              port: http
            feeds:
              - url: "ftp://example.org/feed"
                source: A
              - url: "https://example.org/feed"
                rank: 11
              - url: "https://example.org/feed"
                source: B

            """
        try Data(text.utf8).write(to: URL(fileURLWithPath: folder.path + "/newsward.yaml"))
        let outcome = try await program.run(["check"])
        #expect(outcome.status == 3)
        for expected in [
            "newsward.yaml:2: unknown key \"catchup\" (did you mean \"catch_up\"?)",
            "newsward.yaml:4: dashboard.host: must be a loopback address",
            "newsward.yaml:5: dashboard.port: must be a whole number from 0 to 65535, not \"http\"",
            "newsward.yaml:7: feeds[1].url: must be an http or https address",
            "newsward.yaml:9: feeds[2]: missing key \"source\"",
            "newsward.yaml:10: feeds[2].rank: must be a whole number from 1 to 10, not \"11\"",
            "newsward.yaml:11: feeds[3]: the feed https://example.org/feed stands on line 9 already",
        ] {
            #expect(outcome.errors.contains(expected), "missing: \(expected)\nin: \(outcome.errors)")
        }
    }

    @Test("global options go before and after the command")
    func globalOptions() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let program = Program(in: folder)
        _ = try await program.run(["init", "desk"])
        for arguments in [
            ["--config", "desk/newsward.yaml", "feeds", "list"], ["feeds", "list", "--config=desk/newsward.yaml"],
            ["--config=desk/newsward.yaml", "feeds", "list"],
        ] {
            let outcome = try await program.run(arguments)
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(outcome.output.contains("https://www.hankyung.com/feed/finance"))
        }
    }

    @Test("--version names program, lexicon and C libraries")
    func version() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let outcome = try await Program(in: folder).run(["--version"])
        #expect(outcome.status == 0)
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.count == 5)
        #expect(lines.first == "newsward 0.1.0")
        #expect(lines.dropFirst().first?.hasPrefix("lexicon sha256:") == true)
        #expect(
            outcome.output.contains("libcurl") && outcome.output.contains("libxml2")
                && outcome.output.contains("SQLite"))
    }
}
