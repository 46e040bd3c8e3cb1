import NewsModel
import Testing

@testable import Alerting

private func matcher(_ text: String, in place: MatcherPlace = .alert) throws -> Matcher {
    try MatcherParser(place: place, eventTypes: []).parse(text)
}

private func problem(_ text: String, in place: MatcherPlace = .alert, types: Set<String> = []) -> String? {
    do throws(MatcherError) {
        _ = try MatcherParser(place: place, eventTypes: types).parse(text)
        return nil
    } catch {
        return error.message
    }
}

struct MatcherTests {
    private let subject = MatchSubject.subjects(
        of: alert(events: [event("legal.verdict", role: "defendant", phase: .decided)], watched: true))

    @Test(arguments: [
        ("type = legal.verdict", true), ("type = legal.*", true), ("type = legal.lawsuit", false),
        ("type != legal.*", false),
        ("type in [earnings.*, legal.verdict]", true), ("group = legal", true), ("group in [deal, capital]", false),
        ("phase = decided", true), ("phase != charged", true), ("role = defendant", true), ("fact_level = fact", true),
        ("company = XKRX:035720", true), ("company = 카카오", true), ("company in [XNAS:NVDA, \"카카오\"]", true),
        ("company != 네이버", true), ("company contains 카카", true), ("kind = listed", true), ("watched = true", true),
        ("severity >= 70", true), ("severity > 70", false), ("severity <= 70", true), ("severity < 70", false),
        ("severity = 70", true), ("severity != 70", false), ("sentiment <= -0.5", true), ("sentiment > 0", false),
        ("relevance >= 90", true), ("novelty >= 50", true), ("source = 한빛경제", true), ("source contains 경제", true),
        ("source_rank <= 3", true), ("language = ko", true), ("title contains 시세조종", true),
        ("title contains 무혐의", false),
        ("rule = grave-event", true), ("articles > 1", false), ("company>=1", nil), ("severity>=70", true),
    ])
    func holds(text: String, expected: Bool?) throws {
        guard let expected else {
            #expect(problem(text) != nil)
            return
        }
        #expect(try matcher(text).holds(for: subject[0]) == expected)
    }

    @Test func titlesIgnoreTheCaseOfASCII() throws {
        let found = MatchSubject.subjects(of: alert(title: "Recall of BATTERY packs"))
        #expect(try matcher("title contains \"battery PACKS\"").holds(for: found[0]))
    }

    @Test func hangulInPiecesMatchesHangulInOne() throws {
        let pieces = "title contains \u{1109}\u{1175}\u{1109}\u{1166}"  // 시세, as a Mac writes it
        #expect(try matcher(pieces).holds(for: subject[0]))
    }

    @Test func whatIsNotKnownMeetsNoNumberAndNoEquality() throws {
        var bare = alert(events: [])
        bare.novelty = nil
        let found = MatchSubject.subjects(of: bare)
        #expect(found.count == 1)
        #expect(try !matcher("novelty >= 0").holds(for: found[0]))
        #expect(try !matcher("type = legal.*").holds(for: found[0]))
        #expect(try matcher("type != legal.*").holds(for: found[0]))
    }

    @Test func hostileTextTakesLinearTime() throws {
        let title = String(repeating: "e\u{301}\u{327}", count: 60_000)
        let test = try matcher("title contains " + String(repeating: "a", count: 900))
        let found = MatchSubject.subjects(of: alert(title: title))
        for _ in 0..<200 { #expect(!test.holds(for: found[0])) }
    }

    @Test(arguments: [
        ("type = legal.*", "type = legal.verdict", true), ("type = legal.verdict", "type = legal.*", false),
        ("type in [legal.*, deal.merger]", "type = deal.merger", true), ("severity >= 40", "severity >= 70", true),
        ("severity >= 70", "severity >= 40", false), ("severity > 40", "severity >= 40", false),
        ("severity <= 40", "severity < 40", true), ("severity >= 40", "relevance >= 40", false),
        ("severity < 40", "severity = 30", true), ("phase != decided", "phase != decided", true),
        ("phase != decided", "phase = charged", false), ("title contains a", "title contains a", true),
    ])
    func covers(wide: String, narrow: String, expected: Bool) throws {
        #expect(try matcher(wide).covers(matcher(narrow)) == expected)
    }
}

struct MatcherProblemTests {
    @Test func everyProblemIsExplained() {
        #expect(
            problem("sevrity >= 40")
                == "unknown name \"sevrity\" (did you mean \"severity\"?); valid names: type, group, phase, role, fact_level, "
                + "company, kind, watched, severity, risk, sentiment, relevance, novelty, source, language, title, rule, articles, "
                + "source_rank")
        #expect(
            problem("rule = x", in: .rule)
                == "\"rule\" is known only in routes and silences; valid names: type, group, phase, role, fact_level, company, "
                + "kind, watched, company_role, severity, risk, sentiment, relevance, novelty, source, language, title, articles, "
                + "source_rank")
        #expect(
            problem("company_role = subject")?.hasPrefix("\"company_role\" is known only in rules; valid names: ")
                == true)
        #expect(problem("severity 40") == "\"severity 40\" has no operator; valid ones: =, !=, <, <=, >, >=")
        #expect(problem("severity contains 4") == "severity cannot be tested with contains; valid: =, !=, <, <=, >, >=")
        #expect(problem("type > legal.x") == "type cannot be tested with >; valid: =, !=, in, contains")
        #expect(problem("severity >=") == "\"severity >=\" has no value after >=")
        #expect(problem("severity >= high") == "severity is a number from 0 to 100, not \"high\"")
        #expect(problem("sentiment < -2") == "sentiment is a number from -1 to 1, not \"-2\"")
        #expect(problem("company in XKRX:1") == "\"company in XKRX:1\" needs a list after in, such as [one, two]")
        #expect(problem("company in [a, ]") == "\"company in [a, ]\" has an empty place in its list")
        #expect(problem("language = kr") == "unknown language \"kr\"; valid names: ko, en, und")
        #expect(problem("type = legal") == "\"legal\" is no event type, such as legal.verdict or legal.*")
        #expect(problem("type = le*gal.x") == "\"le*gal.x\" is no event type, such as legal.verdict or legal.*")
        #expect(
            problem("type = legal.verdct", types: ["legal.verdict"])
                == "the lexicon has no event type \"legal.verdct\" (did you mean \"legal.verdict\"?)")
        #expect(problem("type = legal.*", types: ["legal.verdict"]) == nil)
        #expect(problem("type = ops.*", types: ["legal.verdict"]) == "the lexicon has no event type \"ops.*\"")
        #expect(problem("title contains " + String(repeating: "x", count: 2000)) == "is longer than 1000 bytes")
        #expect(problem("= 4")?.hasPrefix("unknown name \"\"; valid names: type") == true)
    }
}
