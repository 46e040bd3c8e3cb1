import NewsModel
import Testing

@testable import Stories

/// Joining by event: five outlets tell one, and two of a kind stay apart.
struct EventStoryTests {
    private func stories(_ reports: [Report]) -> [String] {
        var index = StoryIndex.threeDays()
        return reports.map { index.place($0).story.id }
    }

    @Test func fiveOutletsTellOneAppointment() {
        let type = "leadership.appointment"
        let reports = [
            Report(id: "a1", title: "가람전자, 신임 대표에 정신아 내정", source: "가", events: [(type, "내정")]),
            Report(
                id: "a2", title: "가람전자 새 수장 맞는다", body: "가람전자는 정신아 나루벤처스 대표를 차기 대표로 내정했다고 밝혔다.", source: "나",
                hours: 1, events: [(type, "내정")]),
            Report(id: "a3", title: "[속보] 가람전자 대표이사 교체", source: "다", hours: 1, events: [(type, "대표이사 교체")]),
            Report(
                id: "a4", title: "가람전자 구원투수 정신아 내정자는 누구", source: "라", hours: 30, events: [(type, "내정자")]),
            Report(
                id: "a5", title: "Garam Electronics names new chief executive",
                body: "Garam Electronics named Chung Shina as its chief executive on Wednesday.", source: "E", hours: 2,
                language: .english, events: [(type, "named")]),
        ]
        var index = StoryIndex.threeDays()
        let placed = reports.map { index.place($0) }
        #expect(Set(placed.map(\.story.id)).count == 1)
        #expect(placed.last?.story.articleCount == 5)
        #expect(placed.last?.story.sources == ["가", "나", "다", "라", "E"])
        #expect(placed[1].reason == .sameEvent(EventType(rawValue: type), "XKRX:000001"))
        #expect(placed.map(\.novelty) == [100, 75, 56, 75, 42])
    }

    @Test func appointmentsOfTwoPeopleStayApart() {
        let type = "leadership.appointment"
        let ids = stories([
            Report(id: "a1", title: "가람전자, 신임 대표에 정신아 내정", events: [(type, "내정")]),
            Report(id: "a2", title: "가람전자, 최고AI책임자에 김병학 선임", hours: 3, events: [(type, "선임")]),
            Report(id: "a3", title: "김병학 가람전자 부사장 선임 배경은", hours: 4, events: [(type, "선임")]),
        ])
        #expect(ids[0] != ids[1] && ids[1] == ids[2])
    }

    @Test func twoLawsuitsOfACompanyStayApart() {
        let type = "legal.lawsuit"
        let ids = stories([
            Report(
                id: "a1", title: "나루화학, 가람전자에 특허 소송 제기", others: [(Report.naru, .mentioned)], events: [(type, "소송 제기")]),
            Report(id: "a2", title: "소비자 500명, 가람전자 상대로 120억원 손해배상 소송", hours: 2, events: [(type, "손해배상 소송")]),
            Report(
                id: "a3", title: "가람전자, 나루화학과 법정으로… 특허 침해 소송", hours: 20, others: [(Report.naru, .mentioned)],
                events: [(type, "특허 침해 소송")]),
            Report(id: "a4", title: "가람전자 배터리 소송 규모 120억 원", hours: 40, events: [(type, "소송")]),
        ])
        #expect(ids[0] == ids[2] && ids[1] == ids[3] && ids[0] != ids[1])
    }

    @Test func reportsOfTwoBrokersStayApart() {
        let type = "analyst.report"
        let ids = stories([
            Report(
                id: "a1", title: "다솔증권 \"가람전자, 실적 회복\"", others: [(Report.dasol, .rater)], events: [(type, "실적 회복")]),
            Report(
                id: "a2", title: "가람전자 하반기가 기대된다-마루증권", hours: 1, others: [(Report.mirae, .rater)],
                events: [(type, "기대된다")]),
            Report(
                id: "a3", title: "가람전자 회복세 뚜렷-다솔증권", hours: 2, others: [(Report.dasol, .rater)], events: [(type, "뚜렷")]),
        ])
        #expect(ids[0] == ids[2] && ids[0] != ids[1])
    }

    @Test func aRoundUpDoesNotPullTwoStoriesTogether() {
        let type = "analyst.report"
        let ids = stories([
            Report(id: "a1", title: "다솔증권, 가람전자 분석", others: [(Report.dasol, .rater)], events: [(type, "분석")]),
            Report(
                id: "a2", title: "증권가의 눈: 가람전자를 보는 두 시각", hours: 1,
                others: [(Report.dasol, .rater), (Report.mirae, .rater)],
                events: [(type, "시각")]),
            Report(id: "a3", title: "마루증권이 본 가람전자", hours: 2, others: [(Report.mirae, .rater)], events: [(type, "본")]),
        ])
        #expect(ids[0] == ids[1] && ids[2] != ids[0])
    }

    @Test func otherTypesAndOtherCompaniesStayApart() {
        let ids = stories([
            Report(id: "a1", title: "가람전자 파업", events: [("ops.labor", "파업")]),
            Report(id: "a2", title: "가람전자 리콜 시작", events: [("ops.product_safety", "리콜")]),
            Report(
                id: "a3", title: "나루화학 노조 파업 돌입", companies: [Report.naru], events: [("ops.labor", "파업")],
                eventCompany: Report.naru.id),
            Report(id: "a4", title: "어느 회사 파업", companies: [], events: [("ops.labor", "파업")], eventCompany: nil),
            Report(id: "a5", title: "가람전자 노동자들 일손 놓다", hours: 60, events: [("ops.labor", "일손 놓다")]),
        ])
        #expect(Set(ids).count == 4)
        #expect(ids[0] == ids[4])
    }

    @Test func withoutAPartyOneDayIsTheLimit() {
        let type = "leadership.departure"
        let ids = stories([
            Report(id: "a1", title: "가람전자 경영진 사퇴", events: [(type, "사퇴")]),
            Report(id: "a2", title: "가람전자에서 또 물러난 임원", hours: 23, events: [(type, "물러난")]),
            Report(id: "a3", title: "물러나는 가람전자 사람들", hours: 25, events: [(type, "물러나는")]),
        ])
        #expect(ids[0] == ids[1] && ids[2] != ids[0])
    }

    @Test func backgroundJoinsNothing() {
        var index = StoryIndex.threeDays()
        let lawsuit = Report(id: "a1", title: "가람전자 소송", events: [("legal.lawsuit", "소송")])
        _ = index.place(lawsuit)
        let report = Report(id: "a2", title: "가람전자 파업, 소송도 남아", events: [("ops.labor", "파업"), ("legal.lawsuit", "소송")])
        let record = report.record
        let background = record.events.map { event in
            NewsEvent(
                type: event.type, companyID: event.companyID, role: nil, phase: nil, factLevel: .fact, severity: 60,
                relevance: event.type.rawValue == "legal.lawsuit" ? 20 : 90, score: 0, evidence: event.evidence)
        }
        var changed = record
        changed.events = background
        #expect(index.place(article: report.article, record: changed).isNew)
    }

    @Test func correctionsNameWhatTheyCorrect() {
        var index = StoryIndex.threeDays()
        let body = "계약금액은 130억원이고 계약 상대는 나루화학이며 계약 기간은 내년 말까지라고 회사가 공시했다."
        _ = index.place(Report(id: "a1", title: "가람전자 - 단일판매ㆍ공급계약체결", body: body))
        let fixed = body.replacing("130억원", with: "13억원")
        let placed = index.place(Report(id: "a2", title: "가람전자 - [기재정정]단일판매ㆍ공급계약체결", body: fixed, hours: 3))
        #expect(placed.supersedes == "a1" && !placed.isNew)
        let other = Report(
            id: "a3", title: "나루화학 - [기재정정]단일판매ㆍ공급계약체결", body: "다른 회사의 다른 계약이다", hours: 4, companies: [Report.naru])
        #expect(index.place(other).isNew)
        let english = [
            Report(
                id: "e1", title: "Acme wins order from Beta", body: "Acme won it.", language: .english,
                events: [("deal.contract", "wins order")]),
            Report(
                id: "e2", title: "Correction: Acme order is from Gamma",
                body: "An earlier version named the wrong buyer.", hours: 1,
                language: .english, events: [("deal.contract", "order")]),
        ].map { index.place($0) }
        #expect(english[1].supersedes == "e1" && english[1].story.id == english[0].story.id)
    }
}
