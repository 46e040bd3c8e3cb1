import NewsModel
import Stories
import Testing

struct CaseMemoryTests {
    private static let start = Report.noon
    private let garam = "XKRX:000001"

    private func event(
        _ type: String, _ phase: EventPhase?, company: String? = "XKRX:000001", score: Double = -0.6,
        fact: FactLevel = .fact, relevance: Int = 90
    ) -> NewsEvent {
        NewsEvent(
            type: EventType(rawValue: type), companyID: company, role: nil, phase: phase, factLevel: fact, severity: 60,
            relevance: relevance, score: score, evidence: [])
    }

    /// The changes that an article with these events makes.
    private func changes(
        _ events: [NewsEvent], parties: [String] = [], open: [CaseFile] = [], id: String = "a1", hours: Int64 = 0
    ) -> [CaseChange] {
        var record = Report(id: id, title: "가람전자").record
        record.events = events
        let keys = events.flatMap { event in
            (parties.isEmpty ? [""] : parties).map { "\(event.companyID ?? "")|\(event.type.rawValue)|\($0)" }
        }
        let now = Self.start.adding(seconds: hours * 3600)
        let member = StoryMember(
            articleID: id, storyID: "s1", fingerprint: [], eventKeys: keys, companyIDs: [garam], canonicalURL: nil,
            seenAt: now)
        return CaseMemory.changes(by: record, member: member, open: open, now: now)
    }

    @Test func aCaseIsOpenedMovedOnAndClosedOverMonths() throws {
        let opened = try #require(changes([event("legal.investigation", .investigated)]).first)
        #expect(opened.step == .opened && opened.file.family == "legal" && opened.file.phase == .investigated)
        let charged = try #require(
            changes([event("legal.prosecution", .charged)], open: [opened.file], id: "a2", hours: 24 * 40).first)
        #expect(charged.step == .advanced(.investigated))
        #expect(charged.file.id == opened.file.id)
        #expect(
            charged.note == "case legal investigated to charged, open since \(Self.start.iso8601)", "\(charged.note)")
        let late = try #require(
            changes([event("legal.investigation", .investigated)], open: [charged.file], id: "a3", hours: 24 * 41)
                .first)
        #expect(late.step == .repeated && late.file.phase == .charged, "a late report of an earlier phase")
        let acquitted = try #require(
            changes([event("legal.verdict", .decided, score: 0.7)], open: [charged.file], id: "a4", hours: 24 * 200)
                .first)
        #expect(acquitted.closes && acquitted.file.closedBy == "a4")
        #expect(acquitted.file.closedAt == Self.start.adding(seconds: 24 * 200 * 3600))
    }

    @Test(arguments: [
        ("legal.verdict", EventPhase.decided, 0.7, true), ("legal.verdict", .decided, -0.6, false),
        ("legal.prosecution", .closed, 0.5, true), ("legal.prosecution", .decided, 0.6, false),
        ("regulatory.sanction", .closed, 0.5, true), ("legal.verdict", .appealed, 0.6, false),
    ])
    func acquittalWithdrawalAndLiftingCloseOthersDoNot(
        type: String, phase: EventPhase, score: Double, closes: Bool
    ) throws {
        let family = type.hasPrefix("legal") ? "legal.investigation" : "regulatory.sanction"
        let open = try #require(changes([event(family, .alleged)]).first).file
        let change = try #require(changes([event(type, phase, score: score)], open: [open], id: "a2").first)
        #expect(change.closes == closes)
    }

    @Test func aHaltIsLiftedAndADealEndsOnItsOwn() throws {
        let halt = try #require(changes([event("regulatory.exchange_action", .decided)]).first).file
        let deal = try #require(changes([event("deal.merger", .agreed)]).first).file
        #expect(halt.family == "exchange" && deal.family == "deal")
        let lifted = changes(
            [event("regulatory.exchange_action", .closed, score: 0.6)], open: [halt, deal], id: "a2")
        #expect(lifted.map(\.file.id) == [halt.id])
        #expect(changes([event("deal.collapsed", .failed)], open: [halt, deal], id: "a3").map(\.closes) == [true])
        #expect(changes([event("deal.merger", .completed, score: 0.2)], open: [deal], id: "a4").first?.closes == true)
        #expect(changes([event("deal.contract", .completed)], open: [], id: "a5").isEmpty)
    }

    @Test func twoCasesAreToldApartByTheirParties() throws {
        let kim = try #require(changes([event("legal.prosecution", .charged)], parties: ["person:김가람"]).first).file
        let second = try #require(
            changes([event("legal.prosecution", .charged)], parties: ["person:박나루"], open: [kim], id: "a2").first)
        #expect(second.step == .opened, "another person is another case")
        let both = [kim, second.file]
        let acquittal = event("legal.verdict", .decided, score: 0.7)
        #expect(
            changes([acquittal], parties: ["person:박나루"], open: both, id: "a3").map(\.file.id) == [second.file.id])
        #expect(changes([acquittal], open: both, id: "a4").isEmpty, "without a name none of two is closed")
        #expect(changes([acquittal], open: [kim], id: "a5").map(\.file.id) == [kim.id])
        #expect(changes([acquittal], parties: ["person:최다솔"], open: [kim], id: "a6").isEmpty)
    }

    @Test func opinionsBackgroundAndOtherCompaniesMoveNothing() throws {
        #expect(changes([event("legal.verdict", .decided, fact: .opinion)]).isEmpty)
        #expect(changes([event("earnings.result", nil)]).isEmpty)
        #expect(
            changes([event("legal.verdict", .decided), event("legal.lawsuit", .charged, relevance: 20)])
                .map(\.file.family) == ["legal"])
        let open = try #require(changes([event("legal.lawsuit", .charged)]).first).file
        #expect(
            changes([event("legal.lawsuit", .closed, score: 0.4, fact: .forecast)], open: [open], id: "a2")
                .contains(where: \.closes) == false, "what may happen closes nothing")
        let other = changes([event("legal.lawsuit", .closed, company: "XKRX:000002")], open: [open], id: "a3")
        #expect(other.isEmpty)
    }
}
