import TestSupport
import Testing

@testable import Alerting

struct PolicyReaderTests {
    @Test func everyProblemOfTheListsAtOnce() throws {
        let bad = """
            route: {receivers: [terminal, journal]}
            inhibit:
              - name: a
                sources: [severity >= 70]
              - name: a
                sources: [severity >= 70]
                targets: [severty < 40]
                equal: [compny]
            budgets:
              - {receiver: terminl, messages: 0}
            fallbacks:
              - {receiver: terminal, to: terminal, after_failures: 11}
              - {receiver: terminal, to: journal, afer_failures: 3}
            """
        #expect(
            try alertProblems(["routes.yaml": bad]) == [
                "routes.yaml:3: inhibit[1]: needs at least one matcher under \"targets\"",
                "routes.yaml:3: inhibit[1]: needs \"equal\", such as equal: [company]: else one alert would mute all the others",
                "routes.yaml:5: inhibit[2].name: the name \"a\" is used twice",
                "routes.yaml:5: inhibit[2]: needs at least one matcher under \"targets\"",
                "routes.yaml:5: inhibit[2]: needs \"equal\", such as equal: [company]: else one alert would mute all the others",
                "routes.yaml:7: inhibit[2].targets[1]: unknown name \"severty\" (did you mean \"severity\"?); valid names: type, group, phase, role, fact_level, company, kind, watched, severity, risk, sentiment, relevance, novelty, source, language, title, rule, articles, source_rank",
                "routes.yaml:8: inhibit[2].equal[1]: unknown value \"compny\" (did you mean \"company\"?); valid names: company, type, group, story, alert, rule, source, language, severity",
                "routes.yaml:10: budgets[1].receiver: unknown receiver \"terminl\" (did you mean \"terminal\"?); valid names: terminal, journal",
                "routes.yaml:10: budgets[1].messages: must be a whole number from 1 to 100000, not \"0\"",
                "routes.yaml:12: fallbacks[1].after_failures: must be a whole number from 1 to 10, not \"11\"",
                "routes.yaml:12: fallbacks[1].to: must be another receiver than \"terminal\"",
                "routes.yaml:13: fallbacks[2].receiver: \"terminal\" has a fallback already",
                "routes.yaml:13: fallbacks[2]: unknown key \"afer_failures\" (did you mean \"after_failures\"?); valid names: receiver, to, after_failures",
            ])
    }

    @Test func aFallbackCountsAsUsed() throws {
        let sample = try AlertsFolderSample([
            "routes.yaml": "route: {receivers: [terminal]}\nfallbacks: [{receiver: terminal, to: journal}]\n"
        ])
        defer { sample.folder.remove() }
        let configuration = try sample.load()
        #expect(configuration.warnings.isEmpty)
        #expect(configuration.routes.fallbacks == ["terminal": FallbackReceiver(name: "journal", afterFailures: 3)])
    }

    @Test func theTimingIsInheritedAndCanBeEnded() throws {
        let times = "digests: [{name: evening, timezone: Asia/Seoul, at: [\"18:00\"]}]"
        let tree = try routes(
            """
            route:
              receivers: [a]
              digest: evening
              page_above: 80
              send_resolved: true
              repeat_interval: 4h
              routes:
                - {name: inherits, matchers: [severity < 20]}
                - {name: ends, matchers: [severity < 40], digest: none, repeat_interval: 0s, send_resolved: false}
            """, times: times)
        let inherits = try #require(tree.route(at: "root/inherits"))
        #expect(inherits.timing.digest?.name == "evening" && inherits.timing.pageAbove == 80)
        #expect(inherits.timing.sendsResolved && inherits.grouping.repeatInterval == 14_400)
        let ends = try #require(tree.route(at: "root/ends"))
        #expect(ends.timing.digest == nil && !ends.timing.sendsResolved && ends.grouping.repeatInterval == nil)
    }
}
