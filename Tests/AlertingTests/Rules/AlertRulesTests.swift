import NewsModel
import Testing

@testable import Alerting

private let standardRules = """
    rules:
      - name: grave-event
        matchers: [company_role = subject, relevance >= 50, severity >= 40]
      - name: watched
        matchers: [watched = true]
    """

/// Decides with the rules of a text, and gives the one decision that is expected.
private func decide(
    _ text: String = standardRules, companies: [CompanyAssessment] = [assessment()], events: [NewsEvent],
    watch: Watchlist = Watchlist(), terms: [String] = [], previous: [Alert] = [], rank: Int = 5, articles: Int = 1
) throws -> [AlertDecision] {
    try rules(text).decide(
        record: record(companies: companies, events: events), article: article(id: "article2", rank: rank),
        story: story(articles: articles), watchlist: watch, watchedTerms: terms, previous: previous, now: noon)
}

private func raised(_ decisions: [AlertDecision]) -> [Alert] {
    decisions.compactMap { if case .raise(let alert) = $0 { alert } else { nil } }
}

struct FirstAlertTests {
    @Test func oneAlertListsAllEventsOfTheCompany() throws {
        let events = [
            event("legal.market_abuse", severity: 80), event("leadership.appointment", severity: 20),
            event("leadership.appointment", severity: 20), event("deal.restructuring", severity: 25),
        ]
        let alerts = raised(try decide(events: events))
        #expect(alerts.count == 1)
        let alert = try #require(alerts.first)
        #expect(alert.events == events)
        #expect(alert.revision == 1)
        #expect(alert.reason == "first notice")
        #expect(alert.rule == "grave-event")
        #expect(alert.severity == 80)
        #expect(alert.relevance == 90)
        #expect(alert.sentiment == sentiment(-0.62))
        #expect(alert.articleID == "article2")
        #expect(alert.novelty == 100)
        #expect(alert.createdAt == noon)
        #expect(!alert.isWatched)
    }

    @Test func theIdComesFromStoryAndCompany() throws {
        let id = AlertRules.alertID(storyID: "story1", company: kakao)
        #expect(id == raised(try decide(events: [event()])).first?.id)
        #expect(id != AlertRules.alertID(storyID: "story2", company: kakao))
        #expect(
            id == AlertRules.alertID(storyID: "story1", company: Company(id: kakao.id, kind: .listed, name: "Kakao")))
        let unlisted = AlertRules.alertID(
            storyID: "story1", company: Company(id: nil, kind: .unlisted, name: "XKRX:035720"))
        #expect(id != unlisted)
        #expect(id.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 })
        // The same for ever: a changed id would tell every open story again.
        #expect(id == "alert_675d67a72681748a0cef")
    }

    @Test func mentionedCompaniesAndRatersRaiseNone() throws {
        let broker = Company(id: "XKRX:006800", kind: .listed, name: "가나증권")
        let decisions = try decide(
            companies: [assessment(relevance: 30, role: .mentioned), assessment(broker, relevance: 60, role: .rater)],
            events: [
                event("analyst.report", severity: 60), event("analyst.report", company: "XKRX:006800", severity: 60),
            ])
        #expect(
            decisions == [
                .none(
                    reason: "카카오: rule grave-event needs company_role = subject, it is mentioned; "
                        + "rule watched needs watched = true, it is false"),
                .none(
                    reason: "가나증권: rule grave-event needs company_role = subject, it is rater; "
                        + "rule watched needs watched = true, it is false"),
            ])
    }

    @Test func reasonsTellOfTheEventThatCameFurthest() throws {
        let text = "rules: [{name: r, matchers: [type = legal.*, severity >= 40]}]"
        let decisions = try decide(
            text, events: [event("deal.merger", severity: 90), event("legal.lawsuit", severity: 20)])
        #expect(decisions.map(\.reason) == ["카카오: rule r needs severity >= 40, it is 20"])
    }

    @Test func articlesWithoutEventsSaySo() throws {
        #expect(try decide(events: []) == [.none(reason: "no event")])
    }

    @Test func watchedCompaniesNeedNoSeverity() throws {
        let small = [event("leadership.appointment", severity: 10)]
        #expect(raised(try decide(events: small)).isEmpty)
        for entry in ["XKRX:035720", "카카오"] {
            let alerts = raised(try decide(events: small, watch: Watchlist(companies: [entry])))
            #expect(alerts.map(\.rule) == ["watched"])
            #expect(alerts.map(\.isWatched) == [true])
        }
        #expect(raised(try decide(events: small, terms: ["배터리"])).map(\.rule) == ["watched"])
        let mentioned = [assessment(role: .mentioned)]
        #expect(raised(try decide(companies: mentioned, events: small, terms: ["배터리"])).isEmpty)
    }

    @Test func rulesWithoutEvents() throws {
        let text = "rules: [{name: mood, matchers: [watched = true, sentiment <= -0.5], without_event: true}]"
        let alerts = raised(try decide(text, events: [], watch: Watchlist(companies: ["카카오"])))
        #expect(alerts.map(\.severity) == [0])
        #expect(alerts.map(\.events) == [[]])
        #expect(try decide(text, events: []).map(\.reason) == ["카카오: rule mood needs watched = true, it is false"])
    }

    @Test func companiesThatOnlyEventsName() throws {
        let text = "rules: [{name: r, matchers: [severity >= 40]}]"
        let alerts = raised(
            try decide(
                text, companies: [],
                events: [event(company: nil, name: "새별소프트"), event(company: "XNAS:ABCD", name: "Abcd")]))
        #expect(alerts.map(\.company.name) == ["새별소프트", "Abcd"])
        #expect(alerts.map(\.company.kind) == [.unlisted, .listed])
    }
}

struct UnnamedCompanyTests {
    private func names(_ option: String, subjects: [CompanyAssessment]) throws -> [String] {
        let text = "rules: [{name: r, unnamed: \(option), matchers: [severity >= 40]}]"
        return raised(try decide(text, companies: subjects, events: [event(company: nil)])).map(\.company.name)
    }

    @Test func theRuleSaysWhatBecomesOfThem() throws {
        let other = Company(id: "XKRX:1", kind: .listed, name: "다라전자")
        let subjects = [
            assessment(relevance: 60), assessment(other, relevance: 95),
            assessment(kakao, relevance: 99, role: .mentioned),
        ]
        #expect(try names("subject", subjects: subjects) == ["다라전자"])
        #expect(try names("alert", subjects: subjects) == ["unnamed company"])
        #expect(try names("ignore", subjects: subjects) == [])
        #expect(try names("subject", subjects: []) == [])
    }
}

struct RevisionTests {
    private func earlier(_ events: [NewsEvent], revision: Int = 1, rank: Int = 3) -> Alert {
        var earlier = alert(
            id: AlertRules.alertID(storyID: "story1", company: kakao), revision: revision, events: events,
            severity: events.map(\.severity).max() ?? 0)
        earlier.sourceRank = rank
        return earlier
    }

    @Test func aSecondOutletChangesNothing() throws {
        let decisions = try decide(
            events: [event(severity: 70)], previous: [earlier([event(severity: 70)], revision: 2)])
        let id = AlertRules.alertID(storyID: "story1", company: kakao)
        #expect(decisions == [.unchanged(alertID: id, reason: "nothing new since revision 2")])
        #expect(decisions.map(\.reason) == ["alert \(id) unchanged: nothing new since revision 2"])
    }

    @Test func aNewEventMakesARevision() throws {
        let before = earlier([event(severity: 70)])
        let alerts = raised(try decide(events: [event("legal.verdict", severity: 60)], previous: [before]))
        #expect(alerts.map(\.reason) == ["new event legal.verdict"])
        #expect(alerts.map(\.revision) == [2])
        #expect(alerts.map(\.id) == [before.id])
        #expect(alerts.first?.events.map(\.type.rawValue) == ["legal.market_abuse", "legal.verdict"])
        #expect(alerts.first?.severity == 70)
    }

    @Test func eventsThatMeetNoRuleAreNoNews() throws {
        let decisions = try decide(
            events: [event(severity: 70), event("leadership.appointment", severity: 10)],
            previous: [earlier([event(severity: 70)])])
        #expect(raised(decisions).isEmpty)
    }

    @Test func aCaseThatMovesOnMakesARevision() throws {
        let before = earlier([event("legal.prosecution", phase: .charged, severity: 70)])
        let later = try decide(events: [event("legal.prosecution", phase: .decided, severity: 70)], previous: [before])
        #expect(raised(later).map(\.reason) == ["legal.prosecution charged to decided"])
        #expect(raised(later).first?.events.map(\.phase) == [.decided])
        let late = try decide(events: [event("legal.prosecution", phase: .alleged, severity: 70)], previous: [before])
        #expect(raised(late).isEmpty)
        let vague = try decide(events: [event("legal.prosecution", severity: 70)], previous: [before])
        #expect(raised(vague).isEmpty)
        let first = earlier([event("legal.prosecution", severity: 70)])
        #expect(
            raised(try decide(events: [event("legal.prosecution", phase: .alleged, severity: 70)], previous: [first]))
                .isEmpty)
        let known = raised(
            try decide(events: [event("legal.prosecution", phase: .tried, severity: 70)], previous: [first]))
        #expect(known.map(\.reason) == ["legal.prosecution tried"])
    }

    @Test func higherSeverityFactAndSource() throws {
        let before = earlier([event(fact: .forecast, severity: 50)])
        let graver = [event(severity: 85)]
        #expect(raised(try decide(events: graver, previous: [before])).map(\.reason) == ["severity 50 to 85"])
        let text = "rules: [{name: r, matchers: [severity >= 40], notify_again: [fact, source]}]"
        let alerts = raised(try decide(text, events: graver, previous: [before], rank: 1))
        #expect(alerts.map(\.reason) == ["legal.market_abuse is now a fact; better source, rank 3 to 1"])
        #expect(alerts.first?.events.map(\.severity) == [85])
        #expect(raised(try decide(text, events: [event(fact: .forecast, severity: 85)], previous: [before])).isEmpty)
        let never = "rules: [{name: r, matchers: [severity >= 40], notify_again: []}]"
        #expect(raised(try decide(never, events: graver, previous: [before])).isEmpty)
    }

    @Test func theThreadGrows() throws {
        let alerts = raised(
            try decide(events: [event("legal.verdict")], previous: [earlier([event()])], rank: 2, articles: 4))
        #expect(alerts.map(\.articleCount) == [4])
        #expect(alerts.map(\.sourceRank) == [2])
        #expect(alerts.first?.createdAt == noon)
    }
}

struct RulesFileTests {
    @Test func everyProblemOfTheFileAtOnce() throws {
        let text = """
            rules:
              - name: a
                matchers: [severity > 40, severity > 40, sevrity = 1]
                unnamed: subjekt
              - matchers: []
              - name: a
                matchers: [watched = true]
                notify_again: [event, phaze]
                colour: red
            """
        let names = LabelField.names(in: .rule).joined(separator: ", ")
        #expect(
            try alertProblems(["rules.yaml": text]) == [
                "rules.yaml:3: rules[1].matchers[2]: \"severity > 40\" is there twice",
                "rules.yaml:3: rules[1].matchers[3]: unknown name \"sevrity\" (did you mean \"severity\"?); valid names: \(names)",
                "rules.yaml:4: rules[1].unnamed: unknown value \"subjekt\" (did you mean \"subject\"?); valid names: subject, alert, ignore",
                "rules.yaml:5: rules[2]: missing key \"name\"",
                "rules.yaml:5: rules[2]: needs at least one matcher: a rule without one would alert on everything",
                "rules.yaml:6: rules[3].name: the name \"a\" is used twice",
                "rules.yaml:8: rules[3].notify_again[2]: unknown value \"phaze\" (did you mean \"phase\"?); valid names: event, phase, severity, fact, source",
                "rules.yaml:9: rules[3]: unknown key \"colour\"; valid names: name, matchers, notify_again, unnamed, without_event",
            ])
        #expect(try alertProblems(["rules.yaml": "rules: []"]) == ["rules.yaml:1: rules: must hold at least one rule"])
        #expect(try alertProblems(["rules.yaml": "a: 1"]).first == "rules.yaml:1: missing key \"rules\"")
    }
}
