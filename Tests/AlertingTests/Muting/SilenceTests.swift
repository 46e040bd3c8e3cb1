import NewsModel
import Testing

@testable import Alerting

struct SilenceTests {
    private let text = """
        silences:
          - name: reports
            matchers: [type = analyst.*]
            from: 2026-11-25T09:00:00+09:00
            until: 2026-11-26T00:00:00Z
            why: read elsewhere
        """

    @Test func itMutesWhileItLasts() throws {
        let silences = try silences(text)
        let report = alert(events: [event("analyst.report")])
        #expect(
            silences.verdict(on: report, at: noon)?.reason
                == ("silence \"reports\" until 2026-11-26T00:00:00Z: read elsewhere"))
        #expect(silences.verdict(on: report, at: noon.adding(seconds: -3 * 3600)) != nil)
        #expect(silences.verdict(on: report, at: noon.adding(seconds: -3 * 3600 - 1)) == nil)
        #expect(silences.verdict(on: report, at: noon.adding(seconds: 21 * 3600)) == nil)
        #expect(silences.verdict(on: alert(), at: noon) == nil)
        #expect(Silences.none.verdict(on: report, at: noon) == nil)
    }

    @Test func itHidesNoOtherKindOfNews() throws {
        let mixed = alert(events: [event("analyst.report"), event("legal.verdict")])
        #expect(try silences(text).verdict(on: mixed, at: noon) == nil)
    }

    @Test func everyProblemOfTheFileAtOnce() throws {
        let bad = """
            silences:
              - name: a
                matchers: []
                until: tomorrow
              - name: a
                matchers: [severity < 40]
                from: 2026-11-26T00:00:00Z
                until: 2026-11-25T00:00:00Z
              - name: b
                matchers: [severity < 40]
              - name: c
                matchers: [severity < 40]
                until: 2026-11-26T00:00:00
            """
        #expect(
            try alertProblems(["silences.yaml": bad]) == [
                "silences.yaml:2: silences[1]: needs at least one matcher: a silence without one would mute everything",
                "silences.yaml:4: silences[1].until: must be a time with a zone, such as 2026-12-01T09:00:00+09:00, not \"tomorrow\"",
                "silences.yaml:5: silences[2].name: the name \"a\" is used twice",
                "silences.yaml:8: silences[2].until: must be later than from",
                "silences.yaml:9: silences[3]: missing key \"until\": a silence without an end is forgotten",
                "silences.yaml:13: silences[4].until: must be a time with a zone, such as 2026-12-01T09:00:00+09:00, not \"2026-11-26T00:00:00\"",
            ])
    }
}
