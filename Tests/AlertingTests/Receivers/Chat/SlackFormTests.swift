import Foundation
import NewsModel
import Testing

@testable import Alerting

private func payload(_ alerts: [Alert], _ language: MessageLanguage = .korean) throws -> [String: Any] {
    let body = SlackForm(text: try messageText("slack", .slack, language: language)).body(alerts, context: context())
    return try #require(try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any])
}

private func texts(_ payload: [String: Any]) -> [(type: String, text: String)] {
    (payload["blocks"] as? [[String: Any]] ?? []).map { block in
        ((block["type"] as? String) ?? "", ((block["text"] as? [String: Any])?["text"] as? String) ?? "")
    }
}

struct SlackFormTests {
    @Test func aMessage() throws {
        let found = try payload([alert()])
        #expect(
            found["text"] as? String == """
                *카카오* (XKRX:035720) - 위험 70 (높음), 부정 -0.62
                <https://news.example/a?id=1&amp;x=2|카카오 창업자, 시세조종 혐의로 재판>
                • 시세조종·불공정거래 (70)
                한빛경제, 2026-11-25 12:00 +09:00
                """)
        #expect(texts(found).map(\.type) == ["header", "section"])
        #expect(texts(found)[0].text == "카카오 알림")
        #expect(texts(found)[1].text == found["text"] as? String)
        #expect(try texts(payload([alert(), alert()], .english))[0].text == "Alerts: 카카오 and 1 more")
    }

    @Test(arguments: [1, 3, 10])
    func hostileAlertsStayInsideTheLimits(count: Int) throws {
        let hostile = alert(
            company: Company(id: nil, kind: .unlisted, name: hostileTitle),
            events: Array(
                repeating: event("a." + String(repeating: "b", count: 5000), evidence: [hostileTitle]), count: 40),
            title: hostileTitle, url: "https://a.example/" + String(repeating: "&", count: 900),
            reason: hostileTitle, source: hostileTitle)
        let found = try payload(Array(repeating: hostile, count: count))
        #expect((found["text"] as? String ?? "").utf16.count <= 4000)
        let blocks = texts(found)
        #expect(blocks.count == count + 1)
        #expect(blocks[0].text.utf16.count <= 150)
        #expect(blocks.dropFirst().allSatisfy { $0.text.utf16.count <= 3000 && !$0.text.isEmpty })
        #expect(blocks.map { $0.text.utf16.count }.reduce(0, +) <= 13_000)
        // The source stands last: nothing was cut off blindly.
        #expect(blocks.dropFirst().allSatisfy { $0.text.contains("2026-11-25 12:00 +09:00") })
        #expect(!blocks[0].text.contains("<") && !blocks[0].text.contains("@everyone"))
        for text in blocks.dropFirst().map(\.text) + [found["text"] as? String ?? ""] {
            #expect(!text.contains("<!"))
            #expect(!text.contains("@everyone"))
            #expect(!text.contains("@channel"))
            #expect(!text.contains("]("))
            #expect(text.filter { $0 == "<" }.count == text.filter { $0 == ">" }.count)
            for piece in text.split(separator: "&", omittingEmptySubsequences: false).dropFirst() {
                #expect(["amp;", "lt;", "gt;"].contains { piece.hasPrefix($0) })
            }
        }
    }

    @Test(arguments: [
        ("a & b <c>", "a &amp; b &lt;c&gt;"), ("<!channel> <@U1>", "&lt;!channel&gt; &lt;@U1&gt;"),
        ("@Everyone @here @all @Channel @kim", "＠Everyone ＠here ＠all ＠Channel @kim"),
        ("*b* `c` ~d~ _e_", "∗b∗ ˋcˋ ∼d∼ _e_"), ("[text](http://evil)", "[text] (http://evil)"), ("&amp;", "&amp;amp;"),
    ])
    func escapes(text: String, expected: String) {
        #expect(SlackText.escape(text) == expected)
    }

    @Test(arguments: [
        ("abc &amp; def", 7, "abc …"), ("abc <https://a|b> c", 8, "abc …"), ("abc &amp; def", 20, "abc &amp; def"),
        ("abc &amp; def", 11, "abc &amp; …"),
    ])
    func cutsOutsideEscapesAndLinks(text: String, limit: Int, expected: String) {
        #expect(SlackText.cut(text, limit: limit) == expected)
    }
}
