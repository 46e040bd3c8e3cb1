import Foundation
import NewsModel
import Testing

@testable import Alerting

/// R23: no headline calls anybody or hides a link, whatever it holds.
struct MentionTests {
    private static let titles: [String] = {
        let names = ["everyone", "here", "channel", "all", "kim", "김철수", "U123", "desk_1"]
        let mentions = names.flatMap { ["@\($0)", "삼성전자 @\($0) 급락", "(@\($0))"] }
        let marked = [
            "<!channel>", "<!here|x>", "<!everyone>", "<@U123>", "<@!123>", "<@&123>", "<#C1>", "<users/all>",
            "<at>kim</at>", "[link](https://evil.example)", "![x](https://evil.example)", "<https://evil.example|link>",
            "<a href=\"https://evil.example\">link</a>", "a](https://evil.example) [b", "x](https://evil.example)",
            "<b>@all</b>", "\\@everyone", "`@here`", "@\u{200B}everyone", "\"><img src=x>",
        ]
        return mentions + marked
    }()

    /// What must not be found in any text of a body.
    private static let live: [String: [String]] = [
        "slack": ["<!", "<@", "<#", "@channel", "@here", "@everyone", "@all", "](", "|link>"],
        "discord": ["@", "<", "](https://evil"], "teams": ["<at>", "](https://evil", "<"],
        "telegram": ["@", "<a href=\"https://evil", "<img"], "mattermost": ["@", "](https://evil"],
        "rocketchat": ["@", "](https://evil"], "googlechat": ["<users", "<a href=\"https://evil", "<img"],
        "dooray": ["@", "](https://evil"], "jandi": ["@", "](https://evil"],
    ]

    @Test(arguments: live.keys.sorted())
    func noTitleIsLive(name: String) throws {
        #expect(Self.titles.count >= 40)
        let receiver = try EveryReceiver.named(name)
        for title in Self.titles {
            for kind in [MessageKind.alert, .digest] {
                let found = alert(
                    company: Company(id: nil, kind: .unlisted, name: title), events: [event(evidence: [title])],
                    title: title, url: "https://news.example/a", source: title)
                let body = receiver.render([found], context: context(kind: kind)).body
                for text in Self.texts(try JSONSerialization.jsonObject(with: Data(body))) {
                    for word in Self.live[name] ?? [] {
                        #expect(!text.contains(word), "\(name): \(title) makes \(text)")
                    }
                }
            }
        }
    }

    /// The texts that people read; not the address of a schema.
    private static func texts(_ value: Any) -> [String] {
        switch value {
        case let text as String: [text]
        case let list as [Any]: list.flatMap(texts)
        case let object as [String: Any]: object.filter { $0.key != "$schema" }.values.flatMap(texts)
        default: []
        }
    }

    @Test(arguments: [
        (Escaping.markdown, "[단독] *A* `b` ~c~ <d> @kim a@b.kr \\|", "［단독］ ∗A∗ ˋbˋ ∼c∼ ‹d› ＠kim a@b.kr ＼｜"),
        (.telegram, "<b> & \"q\" @kim a@b.kr", "&lt;b&gt; &amp; &quot;q&quot; ＠kim a@b.kr"),
        (.html, "<\u{301}b> \"\u{301} '&", "&lt;\u{301}b&gt; &quot;\u{301} &#39;&amp;"),
        (.json, "\"q\" \\ \n\t\u{1} 가", "\\\"q\\\" \\\\ \\n\\t\\u0001 가"), (.form, "a b&c=가", "a+b%26c%3D%EA%B0%80"),
        (.text, "<a> & \"b\"", "<a> & \"b\""),
    ])
    func escapes(escaping: Escaping, text: String, expected: String) {
        #expect(escaping.escape(text) == expected)
    }

    @Test(arguments: [
        (Escaping.html, "<b>bold text</b> and", 14, "<b>bold t…</b>"), (.html, "a &amp; b", 5, "a …"),
        (.html, "<a href=\"x\">title</a>", 15, "…"), (.html, "plain text", 6, "plain…"),
        (.markdown, "see [the title](https://a.example/b) now", 20, "see …"), (.markdown, "plain text", 6, "plain…"),
        (.telegram, "<b>x</b>", 20, "<b>x</b>"),
    ])
    func cuts(escaping: Escaping, text: String, limit: Int, expected: String) {
        let cut = escaping.cut(text, limit: limit, unit: .utf16)
        #expect(cut == expected)
        #expect(cut.utf16.count <= limit)
    }

    @Test(arguments: [
        (TextUnit.utf16, "가나다라마", 3, "가나…"), (.codePoints, "😀😀😀😀", 3, "😀😀…"), (.bytes, "가나다라마", 9, "가나…"),
        (.bytes, "abcdef", 5, "ab…"), (.bytes, "가", 3, "가"),
    ])
    func unitsOfServices(unit: TextUnit, text: String, limit: Int, expected: String) {
        let cut = CleanText.cut(text, limit: limit, cost: unit.cost)
        #expect(cut == expected)
        #expect(unit.length(cut) <= limit)
    }
}
