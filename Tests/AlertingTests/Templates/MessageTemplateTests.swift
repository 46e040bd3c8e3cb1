import NewsModel
import StrictYAML
import Testing

@testable import Alerting

private func problems(_ text: String) -> [String] {
    do throws(YAMLErrors) {
        _ = try MessageTemplate(text, file: "t.mustache")
        return []
    } catch {
        return error.problems.map(\.description)
    }
}

private func render(_ name: String, _ language: MessageLanguage, _ alert: Alert) throws -> String {
    let template = try #require(MessageTemplates.builtIn.template(name, language: language))
    let view = AlertView(language: language, clock: .standard(for: language))
    return template.render(alert, view: view, escaping: name == "slack" ? .slack : .text)
}

struct DefaultTemplateTests {
    private let full = alert(
        revision: 2,
        events: [
            event("legal.market_abuse", phase: .tried, severity: 80, evidence: ["시세조종 혐의"]),
            event("earnings.guidance", fact: .forecast, severity: 30),
        ], severity: 80, reason: "new event legal.market_abuse", articles: 4,
        sources: ["한빛경제", "누리일보", "Sample Wire"], first: noon.adding(seconds: -3 * 3600 + 12 * 60), bestRank: 2)

    @Test func korean() throws {
        #expect(
            try render("text", .korean, full) == """
                [80 심각] 카카오 (XKRX:035720) - 부정 -0.62 - 2차 알림: new event legal.market_abuse
                  카카오 창업자, 시세조종 혐의로 재판
                  * 시세조종·불공정거래, 재판 [80]: "시세조종 혐의"
                  * 실적 전망, 전망 [30]
                  한빛경제, 2026-11-25 12:00 +09:00 - 출처 3곳, 최초 09:12, 최고 순위 2
                  https://news.example/a?id=1&x=2
                """)
    }

    @Test func english() throws {
        #expect(
            try render("text", .english, full) == """
                [80 critical] 카카오 (XKRX:035720) - negative -0.62 - update 2: new event legal.market_abuse
                  카카오 창업자, 시세조종 혐의로 재판
                  * market manipulation, on trial [80]: "시세조종 혐의"
                  * earnings guidance, forecast [30]
                  한빛경제, 2026-11-25 03:00 +00:00 - 3 sources, first 00:12, best rank 2
                  https://news.example/a?id=1&x=2
                """)
    }

    @Test func aBareAlert() throws {
        let bare = alert(
            company: CompanyFinding.unnamedCompany, events: [], severity: 45, url: nil, source: nil, published: nil)
        #expect(
            try render("text", .english, bare) == """
                [45 medium] unnamed company - negative -0.62
                  카카오 창업자, 시세조종 혐의로 재판
                  seen 2026-11-25 03:00 +00:00
                """)
        #expect(try render("text", .korean, bare).hasPrefix("[45 보통] 이름 없는 회사 - 부정 -0.62\n"))
    }

    @Test func oneLine() throws {
        #expect(
            try render("line", .english, full)
                == "[80] 카카오 (XKRX:035720) negative -0.62 | market manipulation, on trial; earnings guidance; "
                + "카카오 창업자, 시세조종 혐의로 재판 | update 2: new event legal.market_abuse | 한빛경제, 2026-11-25 03:00 +00:00, "
                + "3 sources, first 00:12, best rank 2 | https://news.example/a?id=1&x=2")
    }

    @Test func slack() throws {
        #expect(
            try render("slack", .korean, full) == """
                *카카오* (XKRX:035720) - 위험 80 (심각), 부정 -0.62 - 2차 알림: new event legal.market_abuse
                <https://news.example/a?id=1&amp;x=2|카카오 창업자, 시세조종 혐의로 재판>
                • 시세조종·불공정거래, 재판 (80): _시세조종 혐의_
                • 실적 전망, 전망 (30)
                한빛경제, 2026-11-25 12:00 +09:00 - 출처 3곳, 최초 09:12, 최고 순위 2
                """)
    }

    /// What is not known of the story is left out.
    @Test func theThreadOfAStory() throws {
        let alone = alert(articles: 2)
        #expect(try render("text", .english, alone).contains("+00:00 - 1 source\n"))
        #expect(try render("text", .korean, alone).contains("+09:00 - 출처 1곳\n"))
        let first = alert(sources: ["한빛경제"], first: noon, bestRank: 3)
        #expect(try render("text", .korean, first).contains("+09:00\n"), "one article is no thread")
        let yesterday = alert(articles: 2, first: noon.adding(seconds: -13 * 3600), bestRank: 1)
        #expect(
            try render("text", .korean, yesterday).contains("+09:00 - 출처 1곳, 최초 2026-11-24 23:00, 최고 순위 1\n"))
    }

    @Test func manyEventsAreCounted() throws {
        let many = alert(events: Array(repeating: event(), count: 14))
        #expect(try render("text", .english, many).contains("  * and 4 more\n"))
        #expect(try render("text", .korean, many).contains("  * 외 4건\n"))
    }
}

struct TemplateProblemTests {
    @Test func namesAreChecked() {
        let found = problems("{{title}}\n{{#events}}{{wrods}}{{/events}}\n{{colour}}")
        let names = TemplateTags.names.joined(separator: ", ")
        #expect(
            found == [
                "t.mustache:2: unknown name \"wrods\" (did you mean \"words\"?); valid names: \(names)",
                "t.mustache:3: unknown name \"colour\"; valid names: \(names)",
            ])
        #expect(problems("{{! a comment, also {{odd}} {{uppercased(company)}} {{#events}}{{.}}{{/events}}") == [])
    }

    @Test func whatCouldUndoTheEscapingIsRefused() {
        #expect(problems("{{{title}}}") == ["t.mustache:1: {{{title}}: values are always escaped; write {{name}}"])
        #expect(problems("\n{{& title}}") == ["t.mustache:2: {{& title}}: values are always escaped; write {{name}}"])
        for tag in ["{{> other}}", "{{< base}}", "{{$ block}}", "{{=<% %>=}}", "{{% CONTENT_TYPE:TEXT}}"] {
            let inside = tag.dropFirst(2).dropLast(2)
            #expect(
                problems(tag).first
                    == "t.mustache:1: {{\(inside)}}: partials, blocks, pragmas and other delimiters are not taken here")
        }
        #expect(problems("{{}}") == ["t.mustache:1: a tag is empty"])
    }

    @Test func syntaxErrorsHaveTheirLine() {
        #expect(
            problems("a\n{{#events}}\n{{words}}\n") == ["t.mustache:4: is no Mustache template: a section has no end"])
        #expect(
            problems("{{#events}}{{words}}{{/url}}").first?.hasPrefix("t.mustache:1: is no Mustache template: ") == true
        )
        #expect(problems("a\n{{title").first?.hasPrefix("t.mustache:2: is no Mustache template: ") == true)
    }

    @Test func theFolderAddsToTheProgramsOwn() throws {
        let files = [
            "templates/short.mustache": "{{company}}: {{title}}\n", "templates/line.ko.mustache": "{{company}}!\n",
            "receivers.yaml": "receivers:\n  - {name: terminal, type: stdout, template: short}\n",
        ]
        #expect(try alertProblems(files) == [])
        #expect(
            try alertProblems(["templates/bad.mustache": "x\n{{nope}}"]).first?.hasPrefix(
                "templates/bad.mustache:2: unknown name \"nope\"") == true)
    }

    @Test func allNamesOfTheListAreGiven() {
        var whole = alert(
            revision: 2, events: Array(repeating: event(role: "defendant", phase: .decided, evidence: ["x"]), count: 11)
        )
        whole.novelty = 5
        whole.firstSeenAt = noon
        whole.bestSourceRank = 2
        let view = AlertView(language: .english, clock: .utc)
        let context = view.context(for: whole)
        let inner = (context["events"] as? [[String: Any]])?.first ?? [:]
        #expect(Set(context.keys).union(inner.keys) == Set(AlertView.names))
    }
}

struct WordsTests {
    @Test func everyTypeHasWordsInBothLanguages() {
        #expect(EventWords.knownTypes.count == 30)
        #expect(EventWords(language: .korean).type(EventType(rawValue: "capital.return")) == "자사주·배당")
        #expect(EventWords(language: .english).type(EventType(rawValue: "my.odd_type")) == "odd type")
        #expect(
            Set(EventPhase.allCases.map { EventWords(language: .korean).phase($0) }).count == EventPhase.allCases.count)
    }

    @Test(arguments: [
        (-1.0, "-1.00"), (-0.004, "0.00"), (0.1, "+0.10"), (0.999, "+1.00"), (.nan, "0.00"), (7, "+1.00"),
    ])
    func scores(score: Double, text: String) {
        #expect(AlertView.signed(score) == text)
    }

    @Test func timesCarryTheirZone() throws {
        #expect(LocalTime.standard(for: .korean).text(noon) == "2026-11-25 12:00 +09:00")
        let newYork = try #require(LocalTime(identifier: "America/New_York"))
        #expect(newYork.text(noon) == "2026-11-24 22:00 -05:00")
        let kathmandu = try #require(LocalTime(identifier: "Asia/Kathmandu"))
        #expect(kathmandu.text(noon) == "2026-11-25 08:45 +05:45")
        #expect(LocalTime(identifier: "Mars/Olympus") == nil)
    }

    @Test func aTimeBesideAnotherSaysOnlyWhatDiffers() throws {
        let newYork = try #require(LocalTime(identifier: "America/New_York"))
        #expect(newYork.text(noon.adding(seconds: 3600), beside: noon) == "23:00")
        #expect(newYork.text(noon.adding(seconds: 2 * 3600), beside: noon) == "2026-11-25 00:00")
        let summer = noon.adding(seconds: -40 * 86_400)
        #expect(newYork.text(summer, beside: noon) == "2026-10-15 23:00 -04:00", "the clocks were changed in between")
    }

    @Test(arguments: [
        ("https://a.example/x y|z<>\"", "https://a.example/x%20y%7Cz%3C%3E%22"),
        ("HTTP://A.example/가", "HTTP://A.example/%EA%B0%80"),
        ("javascript:alert(1)", nil), ("ftp://a", nil), ("https://" + String(repeating: "a", count: 3000), nil),
        ("https://a.example/\n\u{1B}", "https://a.example/%0A%1B"),
    ])
    func links(url: String, expected: String?) {
        #expect(WebLink.safe(url, limit: 1000) == expected)
    }
}
