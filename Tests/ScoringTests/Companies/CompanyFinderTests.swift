import NewsModel
import Testing

@testable import Scoring

@Suite("Companies")
struct CompanyFinderTests {
    private func names(_ title: String) -> [String] {
        CompanyFinder(lexicon: Fixture.lexicon).mentions(in: Fixture.analysis(title)).map {
            Fixture.lexicon.companies[$0.company].company.name
        }
    }

    @Test(
        "names with particles, never inside a longer word",
        arguments: [
            ("한별전자가 새 공장을 짓는다", ["한별전자"]), ("한별전자의 계획", ["한별전자"]), ("한별전자우 급락", ["한별전자우"]), ("한별 실적", ["한별전자"]),
            ("한별나라 이야기", []), ("한별전자서 불", ["한별전자"]), ("한별전자나 누리은행과도", ["한별전자", "누리은행"]),
            ("신한별전자 이야기", []), ("미르텔레콤은 쉰다", ["미르텔레콤"]), ("美한별전자 공장", ["한별전자"]), ("한별전자측 해명", ["한별전자"]),
            ("한별전자株 급등", ["한별전자"]),
            ("가온證 \"매수\"", ["가온증권"]), ("(주)한별전자 공시", ["한별전자"]), ("한별전자·누리은행 협력", ["한별전자", "누리은행"]),
            ("해오름그룹 총수", ["해오름그룹"]),
            ("Alder Motors cuts jobs", ["Alder Motors"]), ("alder motors cuts jobs", []), ("Alders grow here", []),
            ("Alder's profit", ["Alder Motors"]),
        ])
    func found(_ title: String, _ expected: [String]) {
        #expect(names(title) == expected)
    }

    @Test(
        "codes",
        arguments: [
            ("$ALDR falls", ["Alder Motors"]), ("한울 (111110) 급등", ["한별전자"]), ("Foo (NYSE: BIRC) up", ["Birch Foods"]),
            ("Foo (NASDAQ:ALDR)", ["Alder Motors"]), ("Foo (Alder: ALDR)", ["Alder Motors"]),
            ("aldr falls", []), ("$100 gone", []), ("(999999)", []),
        ])
    func codes(_ title: String, _ expected: [String]) {
        #expect(names(title) == expected)
    }

    @Test(
        "names that are common words need a context",
        arguments: [
            ("대상, 3분기 영업이익 증가", ["대상"]), ("[특징주]대상, 급락", ["대상"]), ("과세 대상이 늘었다", []), ("한별전자 취약계층 대상 나눔", ["한별전자"]),
            ("한별전자·대상 급등", ["한별전자", "대상"]), ("한별전자, 대상 등 급등", ["한별전자", "대상"]), ("한별전자, 대상 확대", ["한별전자"]),
            ("한별전자 실적 모멘텀-가온", ["한별전자", "가온증권"]),
            ("한별전자, 목표가 유지 - 가온", ["한별전자", "가온증권"]), ("한별전자 실적 모멘텀 [가온]", ["한별전자", "가온증권"]),
            ("韓 한별전자 급등", ["한별전자"]), ("가온 \"한별전자 좋다\"", ["가온증권", "한별전자"]), ("한별전자 가온 \"좋다\"", ["한별전자"]),
            ("한별전자 실적 모멘텀 가온", ["한별전자"]), ("대상 영업이익 급증", ["대상"]), ("Gap between rich and poor", []),
            ("Gap sales rise", ["Gap"]),
        ])
    func ambiguous(_ title: String, _ expected: [String]) {
        #expect(names(title) == expected)
    }

    @Test(
        "an English cue right beside a brand makes it a company",
        arguments: [
            ("Elm sued over patents", ["Elm"]), ("A strong Elm", ["Elm"]), ("Rivals plunge, Elm was sued", ["Elm"]),
            ("Banks sue Elm", ["Elm"]), ("Weak on Elm: broker", ["Elm"]), ("Elm's fraud", ["Elm"]),
            // A common word that is no brand needs more.
            ("Oak sued over patents", []),
            ("Elm pie wins a strong prize", []), ("elm sued over patents", []), ("Elm grows in a strong wood", []),
            ("Elm Street sued", []), ("Jim Elm sued", []), ("Elm-like trees plunge", []), ("Elm may not", []),
            ("The strong elm street. Elm.", []),
        ])
    func brands(_ title: String, _ expected: [String]) throws {
        let lexicon = try Fixture.lexicon([
            "en/polarity.txt": "strong/a | +1.5\nweak/a | -1.5\nplunge/v | -3\nfraud/n | -3",
            "en/modifiers.txt": "[forecast]\nmay", "en/events.txt": "[legal.lawsuit]\nsue/v | not=grows",
            "companies/us.txt": "XNAS:ELM | Elm\nXNAS:OAK | Oak", "companies/context.txt": "Oak\n[brands]\nElm",
        ])
        let analysis = TextAnalysis(title, field: .title, lexicon: lexicon, language: .english)
        let found = CompanyFinder(lexicon: lexicon).mentions(in: analysis)
        #expect(found.map { lexicon.companies[$0.company].company.name } == expected)
    }

    @Test(
        "a company in passing",
        arguments: [
            ("박진 한별전자 이사 \"연금이 답\"", true), ("[부고]정하나(한별전자 대표이사)씨 별세", true), ("한별전자 소식에 관련주 급등", true),
            ("한별전자의 소송 여파…누리은행 급락", true), ("한별전자처럼 늘었다", true), ("former Alder staff", true),
            ("한별전자 이사 선임", false), ("오늘 한별전자 사장 선임", false), ("(한별전자) 소식", false), ("한별전자, 관련주 급등", false),
            ("한별전자, 리콜 여파", false), ("한별전자 소송 여파…모두 급락", false),
            ("[특징주] 한별전자 화재…누리은행, 급락", true), ("[특징주] 한별전자, 누리은행 급락", false), ("한별전자 화재…누리은행, 급락", false),
            ("한별전자 새봄투자 사장", true), ("한별전자 누리은행 사장", false), ("한별전자 한별전자브레인 사장", false),
            ("한별전자, 새봄투자 사장", false),
            ("한별전자 훈풍에 누리은행 급등", true), ("한별전자 훈풍에 모두 급등", false), ("한별전자, 훈풍에 누리은행 급등", false),
            ("한별전자에 이어 누리은행도 급등", true), ("한별전자를 제치고 누리은행 선두", true), ("한별전자 협력사 누리은행", true),
            ("누리가 한별전자 매출 쏠림에 운다", true), ("도담, 한별전자 의존도 낮춘다", true), ("한별전자, 매출 쏠림 심화", false),
            ("박진 한별전자 CEO \"비트코인 오른다\"", true), ("한별전자 회장은 \"금리 내려야\"", true), ("한별전자 회장 \"매출 두 배로\"", false),
            ("한별전자 공장 \"금리 부담\"", false), ("한별전자 회장 비트코인 매도", false),
        ])
    func passing(_ title: String, _ expected: Bool) {
        let mentions = CompanyFinder(lexicon: Fixture.lexicon).mentions(in: Fixture.analysis(title))
        #expect(mentions.first?.isInPassing == expected)
    }

    @Test(
        "a name whose first part stands in the name before it",
        arguments: [
            ("한빛생명·화재 순이익 증가", ["XKRX:1", "XKRX:2"]), ("한빛생명·화재의 실적", ["XKRX:1", "XKRX:2"]),
            ("LX전자·화학 급등", ["XKRX:3", "XKRX:4"]),
            ("한빛생명·누리은행", ["XKRX:1", "XKRX:5"]), ("한빛생명·화재보험료 인상", ["XKRX:1"]), ("한빛생명, 화재 수습", ["XKRX:1"]),
            ("누리은행·화재", ["XKRX:5"]),
        ])
    func sharedPart(_ title: String, _ expected: [String]) throws {
        let lexicon = try Fixture.lexicon([
            "companies/krx.txt":
                "XKRX:1 | 한빛생명\nXKRX:2 | 한빛화재\nXKRX:3 | LX전자\nXKRX:4 | LX화학\nXKRX:5 | 누리은행\nXKRX:6 | LX",
            "companies/groups.txt": "한빛",
        ])
        let analysis = TextAnalysis(title, field: .title, lexicon: lexicon, language: .korean)
        let ids = CompanyFinder(lexicon: lexicon).mentions(in: analysis).map {
            lexicon.companies[$0.company].company.id
        }
        #expect(ids == expected)
    }

    @Test("a listing's own name goes before another's short name")
    func ownName() throws {
        let lexicon = try Fixture.lexicon([
            "companies/krx.txt": "XKRX:2 | 한빛증권\nXKRX:1 | 한빛", "companies/raters.txt": "XKRX:2 | 한빛증권 | 한빛",
        ])
        let record = ArticleScorer(lexicon: lexicon, engine: "t").score(Fixture.article("한빛이 웃었다"), now: Fixture.now)
        #expect(record.companies.map(\.company.id) == ["XKRX:1"])
    }

    @Test("a cue that is a company's name is not hidden by it, but by a longer name")
    func nameAsCue() throws {
        let lexicon = try Fixture.lexicon([
            "en/events.txt": "[credit.x] party=any\nOrlan .. downgrade/v\n[legal.y] party=any\ntarget .. fraud/n",
            "companies/us.txt": "XNYS:O | Orlan\nXNYS:OH | Orlan Holdings\nXNYS:T | Target\nXNYS:B | Birch Foods",
            "companies/context.txt": "Target",
        ])
        let scorer = ArticleScorer(lexicon: lexicon, engine: "t")
        func types(_ title: String) -> [String] { scorer.score(Fixture.article(title), now: Fixture.now).eventTypes }
        #expect(types("Orlan downgraded Birch") == ["credit.x"])
        #expect(types("Orlan Holdings downgraded") == [])
        #expect(types("target of fraud") == ["legal.y"])
        let owners = scorer.score(Fixture.article("Orlan, which downgraded Birch Foods"), now: Fixture.now).events.map(
            \.companyID)
        #expect(owners == ["XNYS:B"], "whom a rule calls by name acts on another")
        #expect(types("Target and Orlan in fraud") == [], "a common word is no cue where it is a company")
    }

    @Test("a name hides the terms inside it")
    func cover() throws {
        let lexicon = try Fixture.lexicon([
            "en/polarity.txt": "best | +2", "companies/us.txt": "XNYS:BBY | Best Buy",
        ])
        let scorer = ArticleScorer(lexicon: lexicon, engine: "t")
        #expect(scorer.score(Fixture.article("Best Buy opens a shop"), now: Fixture.now).evidence.isEmpty)
        #expect(scorer.score(Fixture.article("The best shop"), now: Fixture.now).evidence.count == 1)
    }

    @Test("the first list that has a name keeps it")
    func firstOwner() throws {
        let lexicon = try Fixture.lexicon([
            "companies/krx.txt": "XKRX:1 | 한빛", "companies/unlisted.txt": "한빛", "companies/groups.txt": "한빛",
        ])
        let record = ArticleScorer(lexicon: lexicon, engine: "t").score(Fixture.article("한빛이 웃었다"), now: Fixture.now)
        #expect(record.companies.map(\.company.id) == ["XKRX:1"])
    }
}

@Suite("Roles and relevance")
struct RoleTests {
    @Test(
        "who a headline is about",
        arguments: [
            ("한별전자, 누리은행 지분 매각", ["한별전자": CompanyRole.subject, "누리은행": .mentioned]),
            ("한별전자·누리은행 급락", ["한별전자": .subject, "누리은행": .subject]),
            ("한별전자 급락…누리은행 강세", ["한별전자": .subject, "누리은행": .subject]),
            ("한별전자, 목표주가 상향-가온증권", ["한별전자": .subject, "가온증권": .rater]),
            ("가온證 \"한별전자 목표주가 상향\"", ["한별전자": .subject, "가온증권": .rater]),
            ("가온증권, 본점 이전", ["가온증권": .subject]),
            ("가온증권, 한별전자·미르텔레콤 유상증자 이끌어", ["가온증권": .subject, "한별전자": .mentioned, "미르텔레콤": .mentioned]),
            ("한별전자, 미르텔레콤 출신 임원 영입", ["한별전자": .subject, "미르텔레콤": .mentioned]),
            // A company speaks of another one.
            ("한별전자 \"누리은행, 거래 방해해\"", ["한별전자": .subject, "누리은행": .mentioned]),
            // Whoever acts on a listed company, the news is that company's too.
            ("해오름, 한별전자에 서한", ["해오름그룹": .subject, "한별전자": .subject]),
            ("누리은행, 한별전자에 서한", ["누리은행": .subject, "한별전자": .mentioned]),
            // A rule took the agency for the one who rates.
            ("솔빛평가, 강등", ["솔빛평가": .rater]), ("솔빛평가, 본점 이전", ["솔빛평가": .subject]),
            ("Alder, Birch Foods rise", ["Alder Motors": .subject, "Birch Foods": .subject]),
            ("Alder and Birch Foods rise", ["Alder Motors": .subject, "Birch Foods": .subject]),
        ])
    func roles(_ title: String, _ expected: [String: CompanyRole]) {
        #expect(Fixture.record(title).roles == expected)
    }

    @Test("in an article place and frequency decide")
    func article() {
        let body = """
            한별전자가 조직을 바꾼다. 한별전자는 새 부서를 만들었다. 한별전자는 서두른다.
            누리은행의 경우 이미 바꾸었다. 미르텔레콤 출신의 이도현 책임자도 영입했다.
            안민수 가온증권 연구원은 "한별전자가 달라졌다"고 말했다.
            """
        let record = Fixture.record("한별전자, 조직 바꾼다", body)
        #expect(record.roles == ["한별전자": .subject, "누리은행": .mentioned, "미르텔레콤": .mentioned, "가온증권": .rater])
        #expect(record.companies[0].company.name == "한별전자")
        #expect(record.companies[0].relevance >= 75)
        #expect(record.companies.dropFirst().allSatisfy { $0.relevance < 50 })
    }
}
