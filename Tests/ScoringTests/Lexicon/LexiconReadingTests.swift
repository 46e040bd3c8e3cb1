import Foundation
import NewsModel
import Testing

@testable import Scoring

@Suite("Reading lexicon files")
struct LexiconReadingTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let file: String
        let text: String
        let problem: String
        var testDescription: String { problem }
    }

    static let fieldHelp =
        "fields are phase= (alleged investigated charged tried decided appealed closed rumour agreed approved completed failed), "
        + "severity=0..100, score=-1..1, role=, fact=fact|forecast|opinion, party=company|any, not=TERM; TERM, unless=TYPE; TYPE"

    static let cases = [
        Case(
            file: "ko/polarity.txt", text: "강세 | strong",
            problem: "ko/polarity.txt:1: write TERM | WEIGHT, the weight a number from -4 to +4"),
        Case(
            file: "ko/polarity.txt", text: "강세 | 4.5",
            problem: "ko/polarity.txt:1: write TERM | WEIGHT, the weight a number from -4 to +4"),
        Case(
            file: "en/polarity.txt", text: "a | 1\nb",
            problem: "en/polarity.txt:2: write TERM | WEIGHT, the weight a number from -4 to +4"),
        Case(
            file: "en/polarity.txt", text: "a | 1\na | 2",
            problem: "en/polarity.txt:2: `a` stands already at en/polarity.txt:1; keep one of the two"),
        Case(file: "en/polarity.txt", text: "{a | 1", problem: "en/polarity.txt:1: `{a`: a { without its }"),
        Case(
            file: "ko/metrics.txt", text: "매출 | high",
            problem: "ko/metrics.txt:1: write TERM | good or TERM | bad: what it means when the quantity is high"),
        Case(
            file: "ko/directions.txt", text: "증가 | up",
            problem:
                "ko/directions.txt:1: write TERM | up STRENGTH or TERM | down STRENGTH, the strength a number from 0.5 to 4"
        ),
        Case(
            file: "ko/directions.txt", text: "증가 | up 1 | alome=1",
            problem:
                "ko/directions.txt:1: unknown field `alome=1`; the only one is alone=WEIGHT, a number from -4 to +4"),
        Case(
            file: "en/modifiers.txt", text: "not",
            problem: "en/modifiers.txt:1: a term before any section; begin with a section such as [negation]"),
        Case(
            file: "en/modifiers.txt", text: "[negatoin]",
            problem:
                "en/modifiers.txt:1: unknown section [negatoin]; sections are [negation] [denial] [cessation] [intensifier] [diminisher] "
                + "[contrast] [forecast] [opinion] [doubt]"),
        Case(
            file: "en/modifiers.txt", text: "[negation]\nnot | reach=left",
            problem: "en/modifiers.txt:2: unknown field `reach=left`; the only one is reach=before or reach=after"),
        Case(
            file: "en/modifiers.txt", text: "[negation]\nnot | 2",
            problem:
                "en/modifiers.txt:2: cannot read `2`; a factor is a number from 0 to 4, for [intensifier] and [diminisher] only"
        ),
        Case(
            file: "ko/events.txt", text: "기소/h",
            problem: "ko/events.txt:1: a rule before any section; begin with a section such as [legal.lawsuit]"),
        Case(
            file: "ko/events.txt", text: "[legal]",
            problem: "ko/events.txt:1: [legal] is no event type; write GROUP.TYPE in small letters, [none] or [party]"),
        Case(
            file: "ko/events.txt", text: "[legal.x]\n@who .. 기소/h",
            problem: "ko/events.txt:2: unknown set @who; define it with @who = TERM; TERM"),
        Case(
            file: "ko/events.txt", text: "[legal.x]\n<firm> .. 기소/h",
            problem:
                "ko/events.txt:2: unknown element <firm>; there are <company> <money> <number> <percent> <person> <rater>"
        ),
        Case(
            file: "ko/events.txt", text: "[legal.x]\n<company> .. <money>",
            problem: "ko/events.txt:2: a rule needs at least one term; <...> elements alone would fire everywhere"),
        Case(
            file: "ko/events.txt", text: "[legal.x]\n기소 | phase=charge",
            problem: "ko/events.txt:2: cannot read `phase=charge`; \(fieldHelp)"),
        Case(
            file: "ko/events.txt", text: "[legal.x]\n기소 | severity=101",
            problem: "ko/events.txt:2: cannot read `severity=101`; \(fieldHelp)"),
        Case(
            file: "ko/events.txt", text: "[legal.x]\n기소 | color=red",
            problem: "ko/events.txt:2: cannot read `color=red`; \(fieldHelp)"),
        Case(
            file: "ko/events.txt", text: "[legal.x]\n기소 | unless=legal",
            problem: "ko/events.txt:2: cannot read `unless=legal`; \(fieldHelp)"),
        Case(
            file: "ko/events.txt", text: "[legal.x] unless=legal.z\n기소",
            problem: "ko/events.txt:2: unless=legal.z: no rule of this file raises that type"),
        Case(file: "ko/events.txt", text: "@a = x\n@a = y", problem: "ko/events.txt:2: the set @a is defined twice"),
        Case(
            file: "ko/events.txt", text: "@a = ", problem: "ko/events.txt:1: the set @a is empty; write @a = TERM; TERM"
        ),

        Case(
            file: "companies/krx.txt", text: "가나다",
            problem: "companies/krx.txt:1: write MARKET:TICKER | NAME | other names"),
        Case(
            file: "companies/aliases.txt", text: "XKRX:9 | 이름",
            problem: "companies/aliases.txt:1: XKRX:9 is on none of the lists above; take the id from krx.txt or us.txt"
        ),
        Case(
            file: "companies/context.txt", text: "[brand]\n이름",
            problem: "companies/context.txt:1: unknown section [brand]; the only one is [brands]"),
        Case(
            file: "companies/raters.txt", text: "이름",
            problem: "companies/raters.txt:1: write ID | NAME | other names, with - for a broker on no list"),
    ]

    @Test("names file, line and what to do", arguments: cases)
    func problem(_ example: Case) {
        #expect(Fixture.problems([example.file: example.text]) == [example.problem])
    }

    @Test("a cue that [none] hides whole is unreachable")
    func unreachable() {
        let problems = Fixture.warnings(["ko/events.txt": "[none]\n기소/h\n[legal.x]\n검찰 .. 기소/h"])
        #expect(
            problems == [
                "ko/events.txt:4: `기소/h` is hidden whole at ko/events.txt:2 and never counts; keep one of the two"
            ])
    }

    @Test("[none] hides cues only, a polarity of 0 hides both")
    func hiding() throws {
        func record(_ polarity: String, _ none: String) throws -> ScoredRecord {
            let lexicon = try Fixture.lexicon([
                "ko/polarity.txt": "기소/h | -2\n" + polarity,
                "ko/events.txt": "[legal.x] party=any\n기소/h\n[none]\n" + none,
            ])
            return ArticleScorer(lexicon: lexicon, engine: "t").score(Fixture.article("기소 유예됐다"), now: Fixture.now)
        }
        let both = try record("", "")
        #expect(both.evidence.count == 1 && both.events.count == 1)
        let cues = try record("", "기소 유예/h")
        #expect(cues.evidence.count == 1 && cues.events.isEmpty)
        let none = try record("기소 유예/h | 0", "")
        #expect(none.evidence.isEmpty && none.events.isEmpty)
    }

    @Test("the project's own lexicons have nothing wrong")
    func shipped() {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "../../../lexicons")
        #expect(LexiconChecker.problems(folder: root.standardized.path).map(\.description) == [])
    }

    @Test("a section that is refused does not report its lines again")
    func brokenSection() {
        #expect(Fixture.problems(["ko/events.txt": "[legal]\n기소\n구속"]).count == 1)
    }

    @Test("all problems of all files at once, in the order of files and lines")
    func allAtOnce() {
        let expected = [
            "en/modifiers.txt:1: unknown section [negatoin]; sections are [negation] [denial] [cessation] [intensifier] [diminisher] [contrast] "
                + "[forecast] [opinion] [doubt]",
            "en/modifiers.txt:2: a term before any section; begin with a section such as [negation]",
            "ko/polarity.txt:1: write TERM | WEIGHT, the weight a number from -4 to +4",
            "ko/polarity.txt:2: write TERM | WEIGHT, the weight a number from -4 to +4",
        ]
        #expect(LexiconChecker.problems(folder: Fixture.brokenFolder).map(\.description) == expected)
        #expect(throws: LexiconError.self) { try CompiledLexicon.load(folder: Fixture.brokenFolder) }
        do {
            _ = try CompiledLexicon.load(folder: Fixture.brokenFolder)
        } catch {
            #expect(error.description == expected.joined(separator: "\n"))
            #expect(!error.isTransient)
        }
    }

    @Test("a folder without lexicons says what it should hold")
    func emptyFolder() {
        let problems = LexiconChecker.problems(folder: "/nowhere")
        #expect(
            problems.map(\.description) == [
                "/nowhere: no lexicon files here; a lexicons folder holds ko/, en/ and companies/"
            ])
    }

    @Test("the hash is over names and contents and nothing else")
    func hash() throws {
        let first = try CompiledLexicon.load(folder: Fixture.folder)
        let second = try CompiledLexicon.load(folder: Fixture.folder)
        #expect(first.hash == second.hash)
        #expect(first.hash.hasPrefix("sha256:"))
        #expect(first.hash.utf8.count == 7 + 64)
        #expect(first.hash.dropFirst(7).allSatisfy { "0123456789abcdef".contains($0) })
    }

    @Test("the user's own companies are added, and a missing file is an error")
    func extraCompanies() throws {
        let path = NSTemporaryDirectory() + "newsward-companies-\(ProcessInfo.processInfo.processIdentifier).txt"
        try "XKOS:999990 | 다솜로봇\n이든상사\n".write(toFile: path, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let lexicon = try CompiledLexicon.load(folder: Fixture.folder, extraCompanyFiles: [path])
        let record = ArticleScorer(lexicon: lexicon, engine: "t").score(
            Fixture.article("다솜로봇, 이든상사와 제휴"), now: Fixture.now)
        #expect(record.companies.map(\.company.id) == ["XKOS:999990", nil])
        #expect(lexicon.hash != Fixture.lexicon.hash)
        do {
            _ = try CompiledLexicon.load(folder: Fixture.folder, extraCompanyFiles: ["/nowhere.txt"])
            Issue.record("a missing file must not pass")
        } catch {
            #expect(error.description == "/nowhere.txt: cannot read this companies file; check its path and rights")
        }
    }

    @Test("counts what it holds")
    func statistics() {
        let statistics = Fixture.lexicon.statistics
        #expect(statistics.companies == 14)
        #expect(statistics.eventTypes == 12)
        #expect(statistics.sentimentTerms > 40)
        #expect(statistics.patterns > 150)
        #expect(statistics.states > statistics.patterns)
    }

    @Test("term matching reports the line of a bad term")
    func termMatcherProblems() {
        do {
            _ = try TermMatcher(terms: ["기소/h", "{a"])
            Issue.record("a bad term must not pass")
        } catch {
            #expect(error.description == "terms:2: `{a`: a { without its }")
        }
    }
}
