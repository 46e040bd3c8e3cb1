public import NewsModel

/// The alerts that `newsward alerts test` and `newsward check` make.
public enum TestAlert {
    /// An alert that cannot be taken for news: it says in both languages that it is a test. Each second has its own id,
    /// so that no receiver takes a second test for a repeat.
    public static func make(now: Timestamp) -> Alert {
        make(now: now, title: "This is a test of Newsward, not news. 뉴스워드 시험 알림입니다.", url: nil, hostile: "")
    }

    /// An alert whose every text tries to break the message that holds it.
    public static func hostile(now: Timestamp) -> Alert {
        let link = "https://news.example/\"><script>?a=1&b=[x](y)|z#" + String(repeating: "%EA%B0%80", count: 60)
        return make(now: now, title: hostileText, url: link, hostile: hostileText)
    }

    private static func make(now: Timestamp, title: String, url: String?, hostile: String) -> Alert {
        let evidence = Evidence(span: TextSpan(field: .title, start: 0, end: 8, text: hostile), rule: "test:1")
        let event = NewsEvent(
            type: EventType(rawValue: "legal.verdict"), companyID: nil, companyName: "Newsward", role: nil,
            phase: .decided, factLevel: .fact, severity: 50, relevance: 100, score: 0,
            evidence: hostile.isEmpty ? [] : [evidence])
        let company = Company(id: nil, kind: .unlisted, name: "Newsward" + hostile)
        return Alert(
            id: AlertRules.alertID(storyID: "test \(now.seconds)", company: company), revision: 1, storyID: "test",
            company: company, rule: "test", reason: "sent by newsward alerts test" + hostile,
            events: Array(repeating: event, count: hostile.isEmpty ? 1 : 30), severity: 50, sentiment: .none,
            relevance: 100, articleID: "test", title: title, url: url, source: "newsward alerts test" + hostile,
            sourceRank: 10, language: .undetermined, publishedAt: now, articleCount: 1,
            sources: hostile.isEmpty ? ["newsward"] : Array(repeating: hostile, count: 10), isWatched: false,
            createdAt: now, updatedAt: now)
    }

    /// Quotes, line breaks, braces, mentions, markup, masked links, direction marks, and 10,000 characters of Hangul.
    static let hostileText =
        "\"quotes\" 'single' \\ {braces} {{title}} {{{title}}} @everyone @channel <!channel> <@U1> <@&1> @kim "
        + "<users/all> [link](https://evil.example) *b* _i_ `c` ~s~ ||x|| <b>& &amp; <a href=\"https://evil.example\">"
        + "\r\nBcc: x@evil.example\r\n.\r\nsecond line\t\u{1B}[31m\u{9B}31m\u{7F}\u{202E}rtl\u{2066}\u{200B}\u{2028}"
        + "<\u{301}img> \"\u{301} x=y 🏴‍☠️ \u{1112}\u{1161}\u{11AB} " + String(repeating: "가나다라마", count: 2000)
}
