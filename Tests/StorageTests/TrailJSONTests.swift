import NewsModel
import Testing

@testable import Storage

/// What is written by hand must say what `JSONEncoder` says, member by member: it is read with `JSONDecoder`.
struct TrailJSONTests {
    private static let rules = [
        RuleCheck(rule: "legal", met: true, events: ["legal.lawsuit"]),
        RuleCheck(
            rule: "grave", met: false, passed: 2, failed: "severity >= 80", found: "62", events: ["legal.lawsuit", "x"]),
    ]
    private static let routes = [
        RouteCheck(route: "root/\"legal\"", matched: true, receivers: ["a", "b"], explanation: "sends to a, b"),
        RouteCheck(route: "root", matched: false, receivers: [], explanation: "needs 가람전자\n"),
    ]

    @Test(arguments: [
        DecisionTrail(), DecisionTrail(refusal: "baseline: first sight of the feed"),
        DecisionTrail(companies: [
            CompanyDecision(
                company: "가람전자", companyID: "XKRX:000001", outcome: .raised, reason: "first notice", alertID: "al1",
                revision: 2, rule: "legal", rules: rules, routes: routes, caseNote: "case legal, open since 2026"),
            CompanyDecision(company: "", companyID: nil, outcome: .none, reason: "no rule met \\ \u{1}"),
        ]),
    ])
    func aDecisionIsWrittenWhole(trail: DecisionTrail) throws {
        let text = TrailJSON.text(of: trail)
        #expect(text == (try JSONColumn.text(of: trail)))
        #expect(try JSONColumn.value(DecisionTrail.self, from: text) == trail)
    }

    @Test(arguments: [true, false]) func anOriginIsWrittenWhole(isFull: Bool) throws {
        let document = ArticleOrigin.Document(
            url: "https://news.example/?a=1&b=\"2\"", status: 200, milliseconds: 12, bytes: 345,
            contentType: isFull ? "text/html; charset=\"euc-kr\"" : nil, charset: "euc-kr",
            charsetReason: "the header says so", problems: isFull ? ["not well-formed", "둘"] : [])
        let origin = ArticleOrigin(
            feed: document, feedFormat: "rss2", entryID: isFull ? "tag:1" : nil, page: isFull ? document : nil,
            pageProblem: isFull ? "its server answered 404" : nil, text: .page)
        let text = TrailJSON.text(of: origin)
        #expect(text == (try JSONColumn.text(of: origin)))
        #expect(try JSONColumn.value(ArticleOrigin.self, from: text) == origin)
    }
}
