import NewsModel
import Testing

@testable import Scoring

@Suite("Names on no list")
struct UnlistedNamesTests {
    private func found(_ title: String, _ body: String = "") -> [String] {
        Fixture.record(title, body, .english).companies.filter { $0.company.kind == .unlisted }.map(\.company.name)
    }

    @Test(
        "runs of capitalised words that are no ordinary ones",
        arguments: [
            ("Zorvex shares plunge", ["Zorvex"]), ("Zorvex Tullo Q3 profit rose", ["Zorvex Tullo"]),
            ("What Zorvex says", ["Zorvex"]), ("A&Q buys Zorvex", ["A&Q", "Zorvex"]),
            ("Zorvex, Qarn and Tullo rose", ["Zorvex", "Qarn", "Tullo"]), ("Zorvex's profit fell", ["Zorvex"]),
            ("Bank of Zorvex rose", ["Bank of Zorvex"]), ("Larn & Quill fell", ["Larn & Quill"]),
            ("zorvex shares plunge", []), ("The market fell", []), ("How it rose", []), ("Q3 profit rose", []),
            ("FY24 profit rose", []), ("Strong profit", []), ("IT rose", []), ("Buy $ZRVX or #Zorvex", ["ZRVX"]),
            ("$ZRV1 rose, $zrvx fell, $COIN is new", []), ("Zorvex (NASDAQ: ZRVX) rose", ["Zorvex"]),
            ("Report of Zorvex fell", ["Zorvex"]),
        ])
    func runs(_ title: String, _ expected: [String]) {
        #expect(found(title).sorted() == expected.sorted())
    }

    @Test(
        "ordinary words are a name together with what has a price or with a firm's word",
        arguments: [
            ("European shares rose", ["European shares"]), ("Swiss franc fell", ["Swiss franc"]),
            ("It says Coal Union fell", ["Coal Union"]), ("European profit rose", []), ("Coal fell", []),
        ])
    func ordinary(_ title: String, _ expected: [String]) {
        #expect(found(title) == expected)
    }

    @Test(
        "persons are no companies",
        arguments: [
            "Profit rose says Jon Talbert", "Profit fell: CEO Jon Talbert", "Profit may fell by costs: Jon Talbert",
            "It names Jon Talbert CEO",
        ])
    func persons(_ title: String) {
        #expect(found(title) == [])
    }

    @Test("who signs a headline speaks of others")
    func signature() {
        let record = Fixture.record("Buy Zorvex as profit rose: Qarnbroke", "", .english)
        #expect(record.roles == ["Zorvex": .subject, "Qarnbroke": .rater])
        #expect(found("Profit rose in the market: Jon Talbert, Qarn Capital") == ["Qarn Capital"])
        // A list is no signature.
        #expect(Fixture.record("Shares in the market: Zorvex, Qarn, Tullo", "", .english).roles["Tullo"] == .subject)
    }

    @Test("capitals say little in a headline that has them everywhere")
    func titled() {
        // What a firm does ends its name.
        #expect(found("Zorvex Acquires Wonderful Heights Over Frobnication") == ["Zorvex"])
        #expect(found("Zorvex Reaches Wonderful Heights Over Frobnication") == ["Zorvex Reaches Wonderful Heights"])
        #expect(found("Profit Rises Sharply After Zorvex Report Shines Today") == [])
        #expect(found("Profit Rises Sharply After ZORVEX Shines Today").isEmpty == false)
        #expect(found("ZORVEX PROFIT ROSE SHARPLY OVER QUARN") == [])
    }

    @Test("names of the lists stay, but for those that are a part of a longer name")
    func known() {
        let record = Fixture.record("Alder Vantage profit rose", "", .english)
        #expect(record.companies.map(\.company.name) == ["Alder Motors"])
        #expect(found("It sells to Zorvex Alder") == ["Zorvex Alder"])
        #expect(Fixture.record("Chipmaker Alder fell", "", .english).companies.map(\.company.id) == ["XNAS:ALDR"])
    }

    @Test("in a body the first word of a sentence counts where it stands elsewhere too")
    func body() {
        #expect(found("", "Swiftly it fell. Costs rose.") == [])
        #expect(found("", "Zorvex fell. What Zorvex says.") == ["Zorvex"])
        let mentions = Fixture.record("", "Zorvex fell. What Zorvex says.", .english).companies[0].mentions
        #expect(mentions.map(\.span.text) == ["Zorvex", "Zorvex"])
    }

    @Test("a shorter form joins the longer name")
    func joined() {
        #expect(found("Zorvex Tullo profit rose after Zorvex sells it") == ["Zorvex Tullo"])
    }

    @Test("events need a name that is a firm's for certain")
    func party() {
        #expect(Fixture.record("Zorvex Ltd sued", "", .english).eventTypes == ["legal.lawsuit"])
        #expect(Fixture.record("Zorvex sued", "", .english).eventTypes == [])
        #expect(Fixture.record("Zorvex (NYSE: ZRVX) sued", "", .english).events.map(\.companyName) == ["Zorvex"])
        #expect(Fixture.record("$ZRVX sued", "", .english).events.map(\.companyName) == ["ZRVX"])
        #expect(Fixture.record("Zorvex sells as company sued", "", .english).events.map(\.companyName) == ["Zorvex"])
        let owned = Fixture.record("Automaker Zorvex sued", "", .english).events
        #expect(owned.map(\.companyName) == ["Automaker Zorvex"])
        #expect(owned.map(\.companyID) == [nil])
    }

    @Test("each company has the verdict of its clause")
    func sentiment() {
        let record = Fixture.record("Zorvex rose, Qarn fell", "", .english)
        let classes = Dictionary(
            uniqueKeysWithValues: record.companies.map { ($0.company.name, $0.sentiment.score > 0) })
        #expect(classes == ["Zorvex": true, "Qarn": false])
    }

    @Test("Korean texts are left alone")
    func korean() {
        let record = Fixture.record("Zorvex 영업이익 증가", "", .korean)
        #expect(record.companies.isEmpty)
    }
}

@Suite("Ordinary words")
struct OrdinaryWordsTests {
    @Test("what is wrong with the file is said with its line")
    func problems() {
        let text = "stray\n[never]\nthe | the\n[nonsense]\n"
        let problems = Fixture.problems(["en/ordinary.txt": text])
        #expect(problems.count == 3)
        #expect(problems.contains { $0.contains("en/ordinary.txt:1") && $0.contains("before a section") })
        #expect(problems.contains { $0.contains("en/ordinary.txt:3") && $0.contains("twice") })
        #expect(problems.contains { $0.contains("en/ordinary.txt:4") && $0.contains("unknown section") })
    }

    @Test("a word may stand in several sections")
    func sections() throws {
        let lexicon = try Fixture.lexicon(["en/ordinary.txt": "[alone]\nbank\n[firm]\nbank\n"])
        let bytes = Array("bank banks".utf8)
        #expect(lexicon.ordinary.sections(bytes, 0..<4) == [.alone, .firm])
        #expect(lexicon.ordinary.sections(bytes, 5..<10) == [])
    }
}
