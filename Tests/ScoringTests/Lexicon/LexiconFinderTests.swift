import NewsModel
import Testing

@testable import Scoring

@Suite("What of the lexicons a text matches")
struct LexiconFinderTests {
    private static let files = [
        "ko/polarity.txt": "강세/n | 2\n신기록/n | 1\n기록적 약세/n | -2\n약세/n | -1\n인수위/n | 0",
        "ko/metrics.txt": "적자/n | bad", "ko/directions.txt": "줄/v | down 1.5 | alone=-0.5",
        "ko/modifiers.txt": "[negation]\n않/v",
        "ko/events.txt":
            "@who = 검찰/n; 경찰/n\n[legal.x] | not=@who; 야구/n\n@who .. 기소/h | not=축구/n\n인수/h\n[party]\n회사/n\n[none]\n경찰서/n",
        "companies/krx.txt": "XKRX:000001 | 한별전자\nXKRX:000002 | 한별", "companies/context.txt": "한별",
    ]

    private func found(_ text: String, _ language: Language = .korean) throws -> [String] {
        try LexiconFinder(LexiconFiles(texts: Self.files)).matches(in: text, language: language).map { match in
            let hidden = match.hiddenBy.map { " < \($0)" } ?? ""
            return "\(match.start)-\(match.end) \(match.text) \(match.term) [\(match.meaning)] \(match.rule)\(hidden)"
        }
    }

    @Test("every kind of entry, with its span and line; particles are no part of it")
    func kinds() throws {
        #expect(
            try found("한별전자가 강세, 적자가 줄었지 않았다")
                == [
                    "0-4 한별전자 한별전자 [company XKRX:000001] companies/krx.txt:1",
                    "6-8 강세 강세/n [polarity +2.0] ko/polarity.txt:1",
                    "10-12 적자 적자/n [metric, bad when high] ko/metrics.txt:1",
                    "14-15 줄 줄/v [direction down 1.5, alone -0.5] ko/directions.txt:1",
                    "18-19 않 않/v [negation, reaches what stands before it] ko/modifiers.txt:2",
                ].map { $0.replacing("14-15 줄", with: "14-16 줄었").replacing("18-19 않", with: "18-20 않았") })
    }

    @Test("a cue is shown at each place where it is written")
    func cues() throws {
        #expect(
            try found("검찰, 회사 기소") == [
                "0-2 검찰 검찰/n [cue of the set @who] ko/events.txt:1",
                "4-6 회사 회사/n [stands for a company] ko/events.txt:6",
                "7-9 기소 기소/h [cue of legal.x] ko/events.txt:3",
            ])
        #expect(
            try found("야구 축구") == [
                "0-2 야구 야구/n [excludes legal.x] ko/events.txt:2", "3-5 축구 축구/n [excludes legal.x] ko/events.txt:3",
            ])
    }

    @Test("what a longer entry covers is shown with the entry that hides it")
    func hidden() throws {
        #expect(
            try found("기록적 약세") == [
                "0-6 기록적 약세 기록적 약세/n [polarity -2.0] ko/polarity.txt:3",
                "4-6 약세 약세/n [polarity -1.0] ko/polarity.txt:4 < 기록적 약세/n",
            ])
        #expect(try found("인수위는") == ["0-3 인수위 인수위/n [hides what it covers] ko/polarity.txt:5"])
        #expect(try found("경찰서").first == "0-3 경찰서 경찰서/n [hides cues] ko/events.txt:8")
    }

    @Test("an entry of the other language does not match; nothing is found in nothing")
    func nothing() throws {
        #expect(try found("강세", .english) == [])
        #expect(try found("") == [])
    }
}

@Suite("What lexicon check finds")
struct LexiconSlipTests {
    private func slips(_ texts: [String: String]) -> [String] {
        let files = LexiconFiles(texts: texts)
        var builder = LexiconBuilder(keepsEntries: true)
        builder.read(files)
        return LexiconChecker.slips(files, builder).map(\.description)
    }

    @Test("duplicates: the same forms written differently, twice in a set, a rule twice")
    func duplicates() {
        let twice = slips([
            "ko/polarity.txt": "강세/n | 2\n강세 | 1", "en/polarity.txt": "profit warning | -1\nprofit-warning | -2",
        ])
        #expect(
            twice.filter { $0.contains("written forms") } == [
                "en/polarity.txt:2: `profit-warning` has the written forms of `profit warning` at en/polarity.txt:1; keep one of the two",
                "ko/polarity.txt:2: `강세` has the written forms of `강세/n` at ko/polarity.txt:1; keep one of the two",
            ])
        #expect(
            slips([
                "ko/events.txt":
                    "@who = 검찰/n; 특검/n; 검찰/n\n[legal.x]\n@who .. 기소/h\n구속/h\n@who .. 기소/h | phase=charged\n[legal.y]\n구속/h"
            ]) == [
                "ko/events.txt:1: `검찰/n` stands twice in this line; keep one",
                "ko/events.txt:5: `@who .. 기소/h` stands already in [legal.x] at ko/events.txt:3; keep one of the two",
            ])
    }

    @Test("a sentiment term that is a company's name, which hides it")
    func names() {
        func found(_ term: String) -> [String] {
            slips([
                "ko/metrics.txt": "\(term) | good", "companies/unlisted.txt": "한빛 | 가온", "companies/context.txt": "가온",
            ])
        }
        let never = "`한빛` never counts: it is a company's name, which hides what stands in it; write a longer form"
        #expect(found("한빛/n") == ["ko/metrics.txt:1: " + never])
        #expect(found("{자산/n, 한빛/n}") == ["ko/metrics.txt:1: " + never])
        #expect(found("한빛 비율/n") == [], "only a part of it")
        #expect(found("가온/n") == [], "a common word too")
    }

    @Test("unreachable: a term that no text can hold, or that another always covers")
    func unreachable() {
        let never =
            "never counts: alone in a text it is not found, or another entry covers it (see `newsward lexicon find`)"
        #expect(slips(["en/modifiers.txt": "[negation]\nn't\nnot"]) == [])
        #expect(slips(["ko/polarity.txt": "%p | 1\n강세/n | 1"]) == ["ko/polarity.txt:1: `%p` \(never)"])
        // A polarity of 0 hides no rule that names the very term.
        #expect(slips(["ko/polarity.txt": "기소/h | 0", "ko/events.txt": "[legal.x]\n검찰 .. 기소/h"]) == [])
        // What only excludes may be hidden with the cue in it.
        #expect(
            slips([
                "ko/polarity.txt": "인수위/n | 0",
                "ko/events.txt": "@no = 인수위/n\n[deal.x]\n인수/h | not=인수위/n\n매각/h | not=@no",
            ]) == [])
        #expect(slips(["ko/polarity.txt": "오르/v | 1", "ko/events.txt": "[legal.x]\n늘/v .. 돕/v(ㅂ)"]) == [])
    }

    @Test("traps: a stem inside a word, its rest read as an ending, unless something excludes it")
    func traps() {
        let trap =
            "ko/events.txt:2: `사/v` is found in 사면 (ko/polarity.txt:1), where 면 reads as its ending; "
            + "write a longer form, mark it /x, or exclude it with `사면 | 0` or a line of [none]"
        #expect(slips(["ko/polarity.txt": "사면/h | 1", "ko/events.txt": "[deal.x]\n지분 .. 사/v"]) == [trap])
        #expect(slips(["ko/polarity.txt": "사면/h | 0", "ko/events.txt": "[deal.x]\n지분 .. 사/v"]) == [])
        #expect(slips(["ko/polarity.txt": "사면/h | 1", "ko/events.txt": "[none]\n사면/n\n[deal.x]\n지분 .. 사/v"]) == [])
        // Both are of one kind: the longest wins.
        #expect(slips(["ko/polarity.txt": "사면/h | 1\n사/v | 1"]) == [])
        // The rules know the word.
        #expect(slips(["ko/polarity.txt": "사면/h | 1", "ko/events.txt": "[deal.x]\n지분 .. 사/v | not=사면/n"]) == [])
        // A word of event rules is a word too: no rule keeps a term of the sentiment files from it.
        let inCue =
            "ko/metrics.txt:1: `경기/n` is found in 경기도 (ko/events.txt:2), where 도 reads as its ending; "
            + "write a longer form, mark it /x, or exclude it with `경기도 | 0` or a line of [none]"
        #expect(slips(["ko/metrics.txt": "경기/n | good", "ko/events.txt": "[deal.x]\n지분/n | not=경기도/n"]) == [inCue])
        #expect(
            slips([
                "ko/metrics.txt": "경기/n | good", "ko/polarity.txt": "경기도/n | 0",
                "ko/events.txt": "[deal.x]\n지분/n | not=경기도/n",
            ]) == [])
        // A suffix of nouns leaves the meaning: 적자폭 is an 적자. So do price and person. 인수위 is no form of 인수.
        #expect(
            slips([
                "ko/polarity.txt": "적자폭/n | -1\n인수위/n | -1\n인수가/n | 1\n제소자/n | 1",
                "ko/events.txt": "[deal.x]\n적자/n .. 인수/h\n제소/h",
            ]) == [])
    }
}
