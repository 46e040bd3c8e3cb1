import NewsModel
import Testing

@testable import Scoring

@Suite("Events")
struct EventTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let types: [String]
        var testDescription: String { text }
    }

    static let cases = [
        Case(text: "한별전자 대표 기소됐다", types: ["legal.prosecution"]),
        Case(text: "한별전자 불구속 기소", types: ["legal.prosecution"]),
        Case(text: "한별전자 불기소 처분", types: ["legal.prosecution"]),
        Case(text: "한별전자 합병증 치료제", types: []),
        Case(text: "한별전자 인수위 방문", types: []),
        Case(text: "한별전자 구속력 없는 협약", types: []),
        Case(text: "한별전자 도담바이오 인수 추진", types: ["deal.merger"]),
        Case(text: "한별전자 도담바이오 인수 끝내 무산", types: ["deal.collapsed"]),
        Case(text: "시장 절도범 기소", types: []),
        Case(text: "회사 대표 기소", types: ["legal.prosecution"]),
        Case(text: "유상증자 발표", types: ["capital.dilution"]),
        Case(text: "가온증권 연구원이 본 한별전자", types: ["analyst.report"]),
        Case(text: "한별전자 목표주가 상향", types: ["analyst.target_change"]),
        Case(text: "한별전자 목표 주가 10만원으로 올렸다", types: ["analyst.target_change"]),
        Case(text: "한별전자 목표주가 유지, 등급 상향", types: []),
        Case(text: "한별전자 새 대표이사에 정하나 선임", types: ["leadership.appointment"]),
        Case(text: "Alder Motors sued over brakes", types: ["legal.lawsuit"]),
        Case(text: "Alder Motors faces class action", types: ["legal.lawsuit"]),
        Case(text: "Thieves indicted in town", types: []),
        Case(text: "The automaker was indicted", types: ["legal.prosecution"]),
        Case(text: "Birch Foods to buy Alder Motors", types: ["deal.merger"]),
        Case(text: "Alder Motors quarterly profit", types: ["earnings.result"]),
        Case(text: "Alder Motors was not sued", types: []),
    ]

    @Test("fires where a company is party to it", arguments: cases)
    func types(_ example: Case) {
        #expect(Fixture.record(example.text).eventTypes == example.types)
    }

    @Test("words between the elements of a rule are limited")
    func gap() {
        #expect(Fixture.record("한별전자 목표주가 하나 둘 셋 넷 다섯 여섯 상향").eventTypes == ["analyst.target_change"])
        #expect(Fixture.record("한별전자 목표주가 하나 둘 셋 넷 다섯 여섯 일곱 상향").eventTypes.isEmpty)
    }

    /// Twelve rules, each with an exclusion of its own, so that every cue stands in more than sixty sets.
    private static let crowded: CompiledLexicon? = {
        let terms = ["수출", "계약", "철회", "해지", "연기", "배구", "야구", "농구"]
        var rules = "[party]\n회사\n[deal.collapsed]\n수출 계약 .. 철회/h | not=배구\n[ops.delay]\n수출 계약 .. 연기/h\n"
        for first in terms {
            for second in terms where first < second {
                rules += "[x.y]\n없는낱말 | not=" + terms.filter { $0 != first && $0 != second }.joined(separator: "; ")
                rules += "\n없는낱말 .. {" + terms.filter { $0 != first && $0 != second }.joined(separator: ", ") + "}\n"
                rules += "없는낱말 .. 회사 | not=\(first); \(second)\n"
            }
        }
        return try? Fixture.lexicon(["ko/events.txt": rules])
    }()

    @Test(
        "neighbours and exclusions are found however many rules share their words",
        arguments: [
            ("회사 수출계약 야구 농구 해지 연기 철회", ["deal.collapsed", "ops.delay"]),
            ("회사 배구 야구 농구 해지 수출계약 철회", []),
            ("회사 수출계약 연기", ["ops.delay"]),
        ])
    func crowdedSets(_ title: String, _ types: [String]) throws {
        let scorer = ArticleScorer(lexicon: try #require(Self.crowded), engine: "t")
        #expect(scorer.score(Fixture.article(title), now: Fixture.now).eventTypes.sorted() == types)
    }

    @Test("unless= drops an event where the same company has one that says more, in the same title or sentence")
    func unless() throws {
        let lexicon = try Fixture.lexicon([
            "ko/events.txt": """
            [analyst.target_change] party=any
            목표가 .. 상향/h
            [analyst.report] party=any | unless=analyst.target_change
            매수/n
            긍정적/n
            [earnings.guidance] party=any
            전망/h | unless=analyst.report; analyst.target_change
            """,
            "companies/krx.txt": "XKRX:1 | 한별전자\nXKRX:2 | 누리은행",
        ])
        let scorer = ArticleScorer(lexicon: lexicon, engine: "t")
        func types(_ title: String, _ body: String = "") -> [String] {
            scorer.score(Fixture.article(title, body), now: Fixture.now).eventTypes.sorted()
        }
        #expect(types("한별전자 매수") == ["analyst.report"])
        #expect(types("한별전자 매수. 목표가 상향") == ["analyst.target_change"])
        #expect(types("한별전자 매수, 전망") == ["analyst.report"])
        #expect(types("한별전자 전망") == ["earnings.guidance"])
        #expect(types("한별전자 목표가 상향…누리은행 매수") == ["analyst.report", "analyst.target_change"])
        #expect(types("", "한별전자 매수. 한별전자 목표가 상향.") == ["analyst.report", "analyst.target_change"])
        #expect(types("", "한별전자 매수에 목표가 상향.") == ["analyst.target_change"])
        let refusals = scorer.explain(Fixture.article("한별전자 매수, 목표가 상향")).rules.compactMap(\.refusal)
        #expect(refusals == ["analyst.target_change of the same company says more"])
    }

    @Test("a polarity of 0 hides shorter cues, not a rule that names the very term")
    func hidden() throws {
        let lexicon = try Fixture.lexicon([
            "en/polarity.txt": "buy | +1.5\nto buy | 0\ntime to buy | 0", "ko/polarity.txt": "인수위 | 0",
            "en/events.txt": "[deal.merger] party=any\nto buy .. rival", "ko/events.txt": "[deal.merger] party=any\n인수",
        ])
        let scorer = ArticleScorer(lexicon: lexicon, engine: "t")
        func record(_ title: String) -> ScoredRecord { scorer.score(Fixture.article(title), now: Fixture.now) }
        #expect(record("Elm to buy a rival").eventTypes == ["deal.merger"])
        #expect(record("Elm to buy a rival").evidence.isEmpty)
        #expect(record("Time to buy a rival").eventTypes.isEmpty)
        #expect(record("한별전자 인수").eventTypes == ["deal.merger"])
        #expect(record("인수위 발표").eventTypes.isEmpty)
    }

    @Test("elements stand in one sentence")
    func oneSentence() {
        #expect(Fixture.record("한별전자 목표주가. 상향").eventTypes.isEmpty)
    }

    @Test("an event carries the rule's fields and its evidence")
    func fields() throws {
        let event = try #require(Fixture.record("한별전자 대표 불구속 기소").events.first)
        #expect(event.companyID == "XKRX:111110")
        #expect(event.companyName == "한별전자")
        #expect(event.phase == .charged)
        #expect(event.severity == 70)
        #expect(event.role == "defendant")
        #expect(event.score == -0.7)
        #expect(event.factLevel == .fact)
        #expect(event.relevance == 100)
        #expect(event.evidence.map(\.span.text) == ["불구속 기소"])
        #expect(event.evidence.map(\.rule) == ["ko/events.txt:17"])
    }

    @Test("a phase can turn the sign")
    func turned() throws {
        let event = try #require(Fixture.record("한별전자 불기소").events.first)
        #expect(event.phase == .closed)
        #expect(event.score > 0)
    }

    @Test("an unnamed company leaves the event without one")
    func unnamed() throws {
        #expect(try #require(Fixture.record("회사 대표 기소").events.first).companyID == nil)
    }

    @Test("a denial weakens, a cancellation turns, an expectation is no fact")
    func review() throws {
        let told = try #require(Fixture.record("한별전자 시세조종").events.first)
        let denied = try #require(Fixture.record("한별전자 시세조종 부인").events.first)
        #expect(denied.severity < told.severity)
        #expect(denied.phase == .alleged)
        #expect(denied.evidence[0].modifiers == ["denied by 부인 (ko/modifiers.txt:4)"])
        let lifted = try #require(Fixture.record("한별전자 과징금 철회").events.first)
        #expect(lifted.phase == .closed)
        #expect(lifted.score > 0)
        #expect(try #require(Fixture.record("한별전자 도담바이오 인수 가능성").events.first).factLevel == .forecast)
        #expect(try #require(Fixture.record("한별전자, 도담바이오 인수?").events.first).factLevel == .forecast)
    }

    @Test("one event of one company gathers its evidence, two persons stay two appointments")
    func merging() {
        let record = Fixture.record("한별전자 압수수색", "한별전자가 압수수색을 받았다. 압수수색은 길었다.")
        #expect(record.eventTypes == ["legal.investigation"])
        #expect(record.events[0].evidence.count == 3)
        let two = Fixture.record(
            "한별전자 조직 개편", "한별전자는 정하나 대표의 취임과 함께 바뀐다. 이도현 책임자도 영입했다. 새로운 CEO가 선임된 만큼 다르다.")
        #expect(two.eventTypes == ["leadership.appointment", "leadership.appointment"])
    }

    @Test("an event belongs to the company of its clause, else of its sentence, else to the subject")
    func attribution() {
        #expect(Fixture.record("한별전자 급락…누리은행 압수수색").events.map(\.companyName) == ["누리은행"])
        #expect(Fixture.record("한별전자 소식", "누리은행은 쉰다. 압수수색이 있었다.").events.map(\.companyName) == ["한별전자"])
    }

    @Test("a subsidiary named after the subject belongs to it")
    func subsidiary() {
        let record = Fixture.record("한별전자 개편", "한별전자가 바뀐다. 한별전자브레인을 합병하는 방안이 있다.")
        #expect(record.events.map(\.companyID) == ["XKRX:111110"])
        #expect(record.companies.contains { $0.company.name == "한별전자브레인" && $0.company.id == nil })
    }

    @Test("a broker is never the party of an event about another company")
    func raterIsNoParty() {
        #expect(Fixture.record("가온證 \"한별전자 목표주가 상향\"").events.map(\.companyName) == ["한별전자"])
    }

    @Test("a broker beside its own cashtag is what the text speaks of, and rates nobody")
    func cashtag() throws {
        let lexicon = try Fixture.lexicon([
            "en/events.txt": "[analyst.report] party=any\n<rater> .. upside/n",
            "companies/us.txt": "XNYS:BC | Barlow Capital\nXNYS:F | Fern",
            "companies/raters.txt": "XNYS:BC | Barlow",
        ])
        func types(_ title: String) -> [String] {
            ArticleScorer(lexicon: lexicon, engine: "t").score(Fixture.article(title), now: Fixture.now).eventTypes
        }
        #expect(types("$BC - Barlow: strong upside") == [])
        #expect(types("$F - Barlow: strong upside") == ["analyst.report"])
        #expect(types("Barlow: strong upside for Fern") == ["analyst.report"])
    }

    @Test("the record's severity is the gravest after relevance")
    func severity() {
        #expect(Fixture.record("한별전자 기소").severity == 75)
        #expect(Fixture.record("날씨 맑음").severity == 0)
        #expect(Fixture.record("한별전자 소식", "한별전자는 크다. 둘. 셋. 넷. 다섯. 한별전자 대표가 기소됐다.").severity < 75)
    }
}
