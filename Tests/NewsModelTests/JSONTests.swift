import Foundation
import NewsModel
import Testing

@Suite("JSON of the contract")
struct JSONTests {
    @Test("strings come back through another reader")
    func strings() throws {
        let hard = "\"q\" \\ / \n\r\t\u{0}\u{1F}\u{7F} 한글 👩‍👩‍👧 \u{2028} </script>"
        var json = JSONWriter()
        json.object { json in
            json.name("text")
            json.string(hard)
        }
        let object = try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String: String]
        #expect(object?["text"] == hard)
        #expect(!json.bytes.contains { $0 < 0x20 || $0 == 0x7F })
    }

    @Test(
        "numbers are short and stable",
        arguments: [
            (0.0, "0"), (-0.0, "0"), (1.0, "1"), (-1.0, "-1"), (0.5, "0.5"), (0.12345, "0.1235"), (-0.00004, "0"),
            (0.0001, "0.0001"), (3.1400, "3.14"), (100.25, "100.25"), (Double.nan, "null"), (Double.infinity, "null"),
        ])
    func numbers(value: Double, expected: String) {
        var json = JSONWriter()
        json.number(value)
        #expect(json.text == expected)
    }

    @Test("separators: nested, empty, verbatim")
    func separators() {
        var json = JSONWriter()
        json.object { json in
            json.name("empty")
            json.array([Int]()) { $0.integer($1) }
            json.name("list")
            json.array([1, 2]) { json, value in
                json.object { json in
                    json.name("v"); json.integer(value)
                }
            }
            json.name("raw")
            json.verbatim(Array("{\"a\":1}".utf8))
            json.name("none")
            json.string(String?.none)
            json.name("yes")
            json.bool(true)
        }
        #expect(json.text == #"{"empty":[],"list":[{"v":1},{"v":2}],"raw":{"a":1},"none":null,"yes":true}"#)
    }

    @Test("the record word for word")
    func record() {
        var json = JSONWriter()
        Self.sample.write(to: &json)
        #expect(
            json.text == """
                {"id":"1","title":"카카오 기소","url":null,"language":"ko","source":null,"published_at":null,\
                "scored_at":"2026-11-25T01:18:50Z","sentiment":{"score":-0.5,"class":"negative","positive":0.1,\
                "neutral":0.2,"negative":0.7},"confidence":0.8,"companies":[{"id":"XKRX:035720","kind":"listed",\
                "name":"카카오","relevance":100,"role":"subject","sentiment":{"score":-0.5,"class":"negative",\
                "positive":0.1,"neutral":0.2,"negative":0.7},"mentions":[{"field":"title","start":0,"end":3,\
                "text":"카카오"}]}],"events":[{"type":"legal.prosecution","group":"legal","company":"XKRX:035720",\
                "role":"defendant","phase":"charged","fact_level":"fact","severity":75,"relevance":100,"score":-0.7,\
                "evidence":[{"field":"title","start":4,"end":6,"text":"기소","rule":"ko/events.txt:7"}]}],\
                "severity":75,"evidence":[{"field":"title","start":4,"end":6,"text":"기소","rule":"ko/polarity.txt:3",\
                "weight":-2,"modifiers":["x1.5"]}],"engine":"newsward 0.1.0","lexicon":"sha256:00"}
                """)
    }

    @Test("--fields keeps the order and the id")
    func fields() {
        var json = JSONWriter()
        Self.sample.write(to: &json, fields: [.severity, .language])
        #expect(json.text == #"{"id":"1","language":"ko","severity":75}"#)
    }

    static let sample: ScoredRecord = {
        let feeling = Sentiment(score: -0.5, sentimentClass: .negative, positive: 0.1, neutral: 0.2, negative: 0.7)
        let name = TextSpan(field: .title, start: 0, end: 3, text: "카카오")
        let cue = TextSpan(field: .title, start: 4, end: 6, text: "기소")
        let company = CompanyAssessment(
            company: Company(id: "XKRX:035720", kind: .listed, name: "카카오"), relevance: 100, role: .subject,
            sentiment: feeling, mentions: [Mention(span: name)])
        let event = NewsEvent(
            type: EventType(rawValue: "legal.prosecution"), companyID: "XKRX:035720", role: "defendant",
            phase: .charged, factLevel: .fact, severity: 75, relevance: 100, score: -0.7,
            evidence: [Evidence(span: cue, rule: "ko/events.txt:7")])
        return ScoredRecord(
            id: "1", title: "카카오 기소", language: .korean, scoredAt: Timestamp(seconds: 1_795_569_530),
            sentiment: feeling, confidence: 0.8, companies: [company], events: [event], severity: 75,
            evidence: [Evidence(span: cue, rule: "ko/polarity.txt:3", weight: -2, modifiers: ["x1.5"])],
            engine: "newsward 0.1.0", lexicon: "sha256:00")
    }()
}
