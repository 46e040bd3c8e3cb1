import NewsModel
import Testing

@testable import Pipeline

@Suite("The stage at which an article stopped, read off what was stored with the decision")
struct VerdictTests {
    private func company(_ outcome: CompanyDecision.Outcome, rules: [RuleCheck] = []) -> CompanyDecision {
        CompanyDecision(company: "Quillon", companyID: nil, outcome: outcome, reason: "the reason", rules: rules)
    }

    private func miss(_ rule: String, passed: Int?) -> RuleCheck {
        RuleCheck(
            rule: rule, met: false, passed: passed, failed: "severity >= 90", found: "60", events: ["legal.lawsuit"])
    }

    @Test func stages() {
        let trails: [(DecisionTrail, Bool, ArticleVerdict.Stage)] = [
            (DecisionTrail(refusal: "baseline: first sight of the feed"), true, .baseline),
            (DecisionTrail(refusal: "old news: 9 days"), true, .date),
            (
                DecisionTrail(companies: [company(.none, rules: [miss("a", passed: 0)]), company(.unchanged)]), true,
                .story
            ),
            (DecisionTrail(companies: [company(.none, rules: [miss("a", passed: 0)])]), false, .rule),
            (DecisionTrail(companies: [company(.none)]), true, .rule),
            (DecisionTrail(companies: [company(.none)]), false, .events),
        ]
        for (trail, hasEvents, stage) in trails { #expect(trail.stage(hasEvents: hasEvents) == stage, "\(trail)") }
    }

    @Test func theRuleThatCameFurthestStandsFirst() {
        let rules = [miss("a", passed: 0), miss("b", passed: 2), miss("c", passed: 2), miss("d", passed: 1)]
        #expect(
            company(.none, rules: rules).reasons == [
                "Quillon: rule b needs severity >= 90, it is 60 (legal.lawsuit); 2 conditions before it hold; it came furthest",
                "Quillon: rule c needs severity >= 90, it is 60 (legal.lawsuit); 2 conditions before it hold",
                "Quillon: rule d needs severity >= 90, it is 60 (legal.lawsuit); 1 condition before it holds",
                "Quillon: rule a needs severity >= 90, it is 60 (legal.lawsuit)",
            ])
        #expect(
            company(.none, rules: [miss("old", passed: nil)]).reasons
                == ["Quillon: rule old needs severity >= 90, it is 60 (legal.lawsuit)"])
        #expect(company(.unchanged, rules: [miss("a", passed: 1)]).reasons == ["the reason"])
    }

    @Test func ofOlderVersionsThereIsOnlyTheText() {
        #expect(DecisionTrail(text: "baseline: first sight of the feed").stage(hasEvents: false) == .baseline)
        #expect(DecisionTrail(text: "no event").stage(hasEvents: false) == .events)
        #expect(DecisionTrail(text: "no event").reasons == ["no event"])
    }
}
