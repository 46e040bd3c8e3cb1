import NewsModel
import Testing

@testable import Pipeline

@Suite("What one-shot commands read")
struct InputTests {
    private func kind(_ text: String, name: String = "standard input", type: String? = nil) -> InputKind {
        InputDocument(bytes: Array(text.utf8), name: name, contentType: type).guessedKind
    }

    @Test("the kind is told by type, name, then bytes")
    func kinds() {
        #expect(kind("Profit fell 20%") == .text)
        #expect(kind("\u{FEFF}<?xml version=\"1.0\"?><rss></rss>") == .feed)
        #expect(kind("<feed xmlns=\"http://www.w3.org/2005/Atom\">") == .feed)
        #expect(kind("<rdf:RDF xmlns:rdf=\"x\">") == .feed)
        #expect(kind("  <!DOCTYPE html><html>") == .html)
        #expect(kind("<p>words</p>") == .html)
        #expect(kind("{\"id\": 1}") == .ndjson)
        #expect(kind("{\"version\": \"https://jsonfeed.org/version/1\"}") == .feed)
        #expect(kind("<2 billion won loss") == .text)
        #expect(kind("x", name: "a.html") == .html)
        #expect(kind("x", name: "a.jsonl") == .ndjson)
        #expect(kind("x", type: "application/atom+xml; charset=utf-8") == .feed)
    }

    private func record(_ line: String) throws(InputRecord.Problem) -> InputRecord {
        try InputRecord(line: Array(line.utf8), number: 9, now: Timestamp(seconds: 0))
    }

    @Test("a line's members become an article; unknown ones are ignored")
    func article() throws {
        let input = try record(
            #"{"id":"x","title":"T","body":"<p>A &lt;b&gt;</p><p>B</p>","body_format":"html","url":"http://u","source":"S","extra":[1]}"#
        )
        #expect(input.article.id == "x")
        #expect(input.article.body == "A <b>\nB" || input.article.body == "A <b>\n\nB")
        #expect(input.article.bodyIsExtracted)
        #expect(input.article.source == "S" && input.article.url == "http://u")
        #expect(try record(#"{"title":"T"}"#).article.id == "line 9")
        #expect(try record(#"{"title":"T"}"#).idJSON == nil)
        #expect(try record(#"{"id":12,"title":"T"}"#).idJSON == Array("12".utf8))
        #expect(try record(#"{"title":"이익이 늘었다","language":"en"}"#).article.language == .english)
        #expect(try record(#"{"title":"이익이 늘었다"}"#).article.language == .korean)
    }

    @Test(
        "problems name the member",
        arguments: [
            (#"{"id":"1"}"#, "holds neither \"title\" nor \"body\""),
            (#"{"id":"1","title":5}"#, "\"title\" must be a text"),
            (#"{"id":"1","title":"T","body_format":"pdf"}"#, "\"body_format\" must be \"text\" or \"html\""),
            (#"{"id":"1","title":"T","language":"fr"}"#, "\"language\" must be \"ko\" or \"en\""),
            (
                #"{"id":"1","title":"T","published_at":"yesterday"}"#,
                "\"published_at\" must be an ISO 8601 date such as 2026-11-25T01:18:50Z"
            ),
            (#"{"id":true,"title":"T"}"#, "\"id\" must be a text or a whole number"),
            (#"{"id":1.5,"title":"T"}"#, "\"id\" must be a text or a whole number"),
            (#"[1]"#, "must be a JSON object, such as {\"id\": \"1\", \"title\": \"...\"}"),
            (#"{"id":"1","title":"T""#, "is not valid JSON: a , or } must follow (byte 22)"),
            ("", "is not valid JSON: a value is missing (byte 1)"),
        ])
    func problems(line: String, message: String) {
        let problem = #expect(throws: InputRecord.Problem.self) { try record(line) }
        #expect(problem?.message == message)
    }

    @Test("bytes that are not UTF-8 are a problem, not a crash")
    func badBytes() {
        #expect(throws: InputRecord.Problem.self) {
            _ = try InputRecord(line: [0x7B, 0x22, 0xFF, 0xFE, 0x22, 0x7D], number: 1, now: Timestamp(seconds: 0))
        }
    }

    @Test("an id comes back as it came: a text, a whole number of any length; of two members the last counts")
    func ids() throws {
        let long = "-123456789012345678901234567890"
        #expect(try record("{\"id\":\(long),\"title\":\"T\"}").idJSON == Array(long.utf8))
        #expect(try record(#"{"id":null,"title":"T"}"#).article.id == "line 9")
        #expect(try record(#"{"id":"\u0041","title":"T","id":"b","title":"U","body":null}"#).article.id == "b")
        let problem = #expect(throws: InputRecord.Problem.self) { try record(#"{"id":"a\"b","title":[]}"#) }
        #expect(problem?.idJSON == Array(#""a\"b""#.utf8))
    }

    private func compare(_ lines: String) -> (text: String, hasProblem: Bool) {
        let block = PairComparison.compare(LineBlock(bytes: Array(lines.utf8), firstNumber: 3))
        return (String(decoding: block.bytes, as: UTF8.self), block.hasProblem)
    }

    @Test("pairs: similarity out, problems in place")
    func pairs() {
        let same = compare(#"{"id":"1","a":"Profit rises at Quillon","b":"Profit rises at Quillon"}"#)
        #expect(same.text == "{\"id\":\"1\",\"similarity\":1}\n" && !same.hasProblem)
        let bad = compare("{\"id\":1,\"a\":\"x\"}\nx\n")
        #expect(bad.hasProblem)
        #expect(
            bad.text == """
                {"id":1,"error":{"line":3,"message":"must be a JSON object with the texts \\"a\\" and \\"b\\""}}
                {"id":null,"error":{"line":4,"message":"is not valid JSON: no value begins like this (byte 1)"}}

                """)
    }
}
