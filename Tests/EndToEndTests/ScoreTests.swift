import Foundation
import TestSupport
import Testing

@Suite("newsward score, as scripts use it", .timeLimit(.minutes(3)))
struct ScoreTests {
    private func run(_ arguments: [String], input: String = "") async throws -> Program.Outcome {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        return try await Program(in: folder).run(arguments, input: input)
    }

    @Test("a text on standard input gives a report for people")
    func report() async throws {
        let outcome = try await run(["score"], input: "삼성전자, 3분기 영업이익 40% 급감\n")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("삼성전자               XKRX:005930   subject"), "\(outcome.output)")
        #expect(outcome.output.contains("earnings.result"))
        #expect(outcome.output.contains("negative"))
        #expect(!outcome.output.contains("\u{1B}"))
    }

    @Test("sites.txt beside the lexicons says where a site's article stands; a bad line has its number")
    func siteRules() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let program = Program(in: folder)
        let rules = folder.path + "/sites.txt"
        try "[nuri.example]\ncontent main9\n".write(toFile: rules, atomically: true, encoding: .utf8)
        try "<title>Orders rise</title><p>Not this one, says the rule of the site.</p><div class=main9>This one.</div>"
            .write(toFile: folder.path + "/page.html", atomically: true, encoding: .utf8)
        let arguments = ["extract", "--text", "--lexicons", ".", "page.html", "--url", "https://nuri.example/1"]
        let found = try await program.run(arguments)
        #expect(found.output == "Orders rise\n\nThis one.\n", "\(found.errors)")
        try "[nuri.example]\nkeep main9\n".write(toFile: rules, atomically: true, encoding: .utf8)
        let refused = try await program.run(arguments)
        #expect(refused.status == 3)
        #expect(
            refused.errors
                == "newsward: sites.txt:2: unknown word \"keep\"; the words are content, remove and drop\n")
    }

    @Test("NDJSON: one record a line in order, a bad line in its place, exit code 4")
    func lines() async throws {
        let input = """
            {"id": "a", "title": "Tesla sued over patents", "body": ""}
            {"id": 7, "title": 3}
            not json
            {"id": "d", "body": "<p>카카오가 &amp; 네이버가</p>", "body_format": "html", "published_at": "2026-11-25"}
            """
        let outcome = try await run(["score", "--input", "ndjson", "--now", "2026-11-25T00:00:00Z"], input: input)
        #expect(outcome.status == 4)
        let lines = outcome.output.split(separator: "\n").map(String.init)
        try #require(lines.count == 4, "\(outcome.output)")
        #expect(lines[0].hasPrefix("{\"id\":\"a\",\"title\":\"Tesla sued over patents\""))
        #expect(lines[0].contains("legal.lawsuit"))
        #expect(lines[1] == "{\"id\":7,\"error\":{\"line\":2,\"message\":\"\\\"title\\\" must be a text\"}}")
        #expect(
            lines[2]
                == "{\"id\":null,\"error\":{\"line\":3,\"message\":\"is not valid JSON: no value begins like this (byte 2)\"}}"
        )
        #expect(lines[3].contains("\"text\":\"카카오가 & 네이버가\""))
        #expect(lines[3].contains("\"published_at\":\"2026-11-25T00:00:00Z\""))
    }

    @Test("the same input gives the same bytes, whatever the number of threads")
    func deterministic() async throws {
        let input = (0..<600).map { "{\"id\":\"\($0)\",\"title\":\"LG전자 \($0)분기 영업이익 \($0)% 증가\"}" }.joined(
            separator: "\n")
        let arguments = ["score", "--input", "ndjson", "--now", "2026-11-25T00:00:00Z", "--jobs"]
        let one = try await run(arguments + ["1"], input: input)
        let four = try await run(arguments + ["4"], input: input)
        #expect(one.status == 0)
        #expect(one.output == four.output)
        #expect(one.output.split(separator: "\n").count == 600)
    }

    @Test("--fail-on, --fields, --format csv")
    func options() async throws {
        let title = "Briskwater CEO arrested: Tesla sued over fraud"
        #expect(try await run(["score", "--fail-on", "20"], input: title).status == 1)
        #expect(try await run(["score", "--fail-on", "100"], input: title).status == 0)
        let fields = try await run(["score", "--format", "json", "--fields", "severity"], input: title)
        #expect(fields.output.hasPrefix("{\"id\":\"standard input\",\"severity\":"), "\(fields.output)")
        let table = try await run(
            ["score", "--format", "csv"],
            input: "=HYPERLINK(1) Tesla sued\n\nTesla was sued on Tuesday, court papers show. The suit seeks damages.")
        #expect(table.output.contains("\"'=HYPERLINK(1) Tesla sued\""), "\(table.output)")
    }

    @Test("a page and a feed are told apart from text by their bytes")
    func kinds() async throws {
        let page =
            "<!doctype html><html><head><title>Tesla recalls cars | Wire</title></head><body><p>Tesla said it will recall 40,000 cars over a brake defect that can cause crashes.</p></body></html>"
        let extracted = try await run(["extract"], input: page)
        #expect(extracted.output.contains("Tesla said it will recall"), "\(extracted.output) \(extracted.errors)")
        let feed =
            "<rss version=\"2.0\"><channel><title>T</title><item><title>Tesla sued</title></item><item><title>Sunny day</title></item></channel></rss>"
        let records = try await run(["score", "--format", "ndjson"], input: feed)
        #expect(records.output.split(separator: "\n").count == 2)
        let parsed = try await run(["feed", "parse"], input: feed)
        #expect(parsed.output.contains("\"format\":\"rss2\""))
    }

    @Test(
        "what is wrong is said on standard error, with its exit code and nothing on standard output",
        arguments: [
            (["score", "missing.txt"], 4, "newsward: there is no file missing.txt\n"),
            (["score", "/"], 4, "newsward: / is a folder\n"),
            (["score", "--input", "feed"], 4, "newsward: standard input: "),
            (["score", "--input", "pdf"], 2, "--input must be one of auto, text, html, ndjson, feed"),
            (["score", "--fail-on", "0"], 2, "--fail-on must be from 1 to 100"),
            (
                ["score", "--fields", "sentiment,mood"], 2,
                "there is no field `mood`; fields are title, text, url, language, source, published_at, scored_at, sentiment, confidence, companies, events, severity, evidence, engine, lexicon, story, novelty, supersedes"
            ),
            (["score", "--fields", ","], 2, "--fields names none; fields are title, "),
            (["score", "--resume", "out.ndjson", "a", "b"], 2, "--resume goes with one input"),
            (
                ["score", "--resume", "out.ndjson"], 2,
                "newsward: --resume goes with NDJSON input; say so with --input ndjson\n"
            ),
            (["score", "--no-such-option"], 2, "Unknown option '--no-such-option'"),
            (
                ["--lexicons", "/nowhere", "score"], 3,
                "newsward: /nowhere is not a folder; --lexicons names it for lexicons\n"
            ),
            (["status", "--config", "none.yaml"], 3, "newsward: none.yaml: there is no such file\n"),
            (
                ["status"], 3,
                "newsward: no configuration: tried newsward.yaml and /etc/newsward/newsward.yaml. Write one with `newsward init FOLDER`, or name it with --config FILE\n"
            ),
        ])
    func errors(arguments: [String], status: Int32, text: String) async throws {
        let outcome = try await run(arguments, input: "plain words")
        #expect(outcome.status == status, "\(outcome.errors)")
        #expect(outcome.errors.contains(text), "\(outcome.errors)")
        #expect(outcome.output.isEmpty, "\(outcome.output)")
    }
}
