import NewsModel
import Storage
import Testing

/// Cases, acknowledgements, silences, and who was told.
struct CasesTests {
    private let later = Sample.noon.adding(seconds: 60)

    private func file(_ id: String = "c1", closed: Bool = false, alerts: [String] = ["al1"]) -> CaseFile {
        CaseFile(
            id: id, companyID: "XKRX:000001", family: "legal", parties: ["person:김가람"], phase: .charged,
            openedAt: Sample.noon, updatedAt: Sample.noon, closedAt: closed ? later : nil,
            closedBy: closed ? "a2" : nil, alertIDs: alerts)
    }

    private func stored(
        _ id: String = "a1", alerts: [Alert], notices: [PendingNotice], cases: [CaseFile]
    ) -> StoredArticle {
        let plain = Sample.stored(id)
        return StoredArticle(
            article: plain.article, record: plain.record, story: plain.story, member: plain.member, alerts: alerts,
            notices: notices, decision: "", cases: cases)
    }

    @Test func anOpenCaseIsFoundUntilItIsClosed() async throws {
        try await withStore { (store, _) async throws in
            try await store.commit(
                [stored(alerts: [Sample.alert()], notices: [Sample.notice()], cases: [file()])], feed: nil)
            #expect(try await store.openCases(of: ["XKRX:000001", "x"]) == [file()])
            #expect(try await store.openCases(of: ["XKRX:000002"]).isEmpty)
            let second = stored("a2", alerts: [], notices: [], cases: [file(closed: true, alerts: ["al1", "al2"])])
            try await store.commit([second], feed: nil)
            #expect(try await store.openCases(of: ["XKRX:000001"]).isEmpty)
            let pending = try #require(try await store.pending(in: NoticeGroup(receiver: "team", groupKey: "g")).first)
            #expect(pending.isClosed)
        }
    }

    @Test func thoseWhoWereToldAreKnownAndNoOthers() async throws {
        try await withStore { (store, _) async throws in
            let alerts = [Sample.alert("al1"), Sample.alert("al2")]
            let notices = [
                Sample.notice("al1"), Sample.notice("al1", receiver: "desk"), Sample.notice("al2", receiver: "late"),
            ]
            try await store.commit(
                [stored(alerts: alerts, notices: notices, cases: [file(alerts: ["al1", "al2"])])], feed: nil)
            try await store.flush([notices[0]], outcome: .delivery(Sample.delivery()), at: Sample.noon)
            let muted = NoticeVerdict(.muted, at: Sample.noon, cause: .silence, name: "x")
            try await store.flush([notices[1]], outcome: .muted(muted), at: Sample.noon)
            #expect(try await store.listeners(ofAlerts: ["al1", "al2"]).map(\.receiver) == ["late", "team"])
            // A notice of another alert of the case knows that its receiver was told of the case.
            let notice = PendingNotice(
                alertID: "al2", revision: 1, receiver: "team", route: "root", groupKey: "r", dueAt: later,
                kind: .resolved)
            try await store.commit([stored("a2", alerts: [], notices: [notice], cases: [])], feed: nil)
            let told = try #require(try await store.pending(in: NoticeGroup(receiver: "team", groupKey: "r")).first)
            #expect(told.wasTold && told.notice.kind == .resolved)
            let untold = try #require(try await store.pending(in: NoticeGroup(receiver: "late", groupKey: "g")).first)
            #expect(!untold.wasTold)
        }
    }

    @Test func anOpenCaseKeepsItsAlertsBeyondRetention() async throws {
        try await withStore { (store, _) async throws in
            try await store.commit(
                [stored(alerts: [Sample.alert()], notices: [Sample.notice()], cases: [file()])], feed: nil)
            try await store.flush([Sample.notice()], outcome: .delivery(Sample.delivery()), at: Sample.noon)
            var taken = Sample.delivery()
            taken.state = .delivered
            try await store.record([
                DeliveryOutcome(
                    attempt: DeliveryAttempt(
                        deliveryID: "d1", number: 1, at: Sample.noon, latencyMilliseconds: 1, status: 200, detail: "",
                        succeeded: true), delivery: taken)
            ])
            #expect(try await store.removeArticles(before: later) == 1)
            #expect(try await store.listeners(ofAlerts: ["al1"]).map(\.receiver) == ["team"])
        }
    }

    @Test func acknowledgedIsRemembered() async throws {
        try await withStore { (store, _) async throws in
            try await store.commit(
                [stored(alerts: [Sample.alert()], notices: [Sample.notice()], cases: [])], feed: nil)
            #expect(try await store.acknowledge(alertID: "al1", at: Sample.noon))
            #expect(try await store.acknowledge(alertID: "al9", at: Sample.noon) == false)
            let pending = try await store.pending(in: NoticeGroup(receiver: "team", groupKey: "g"))
            #expect(pending.map(\.isAcknowledged) == [true])
        }
    }

    @Test func silencesLastUntilTheyEndOrAreEnded() async throws {
        try await withStore { (store, _) async throws in
            let silence = StoredSilence(
                id: "s1", matchers: ["type = analyst.*"], startsAt: Sample.noon,
                endsAt: Sample.noon.adding(seconds: 3600), why: "season", createdAt: Sample.noon)
            try await store.add(silence)
            #expect(try await store.silences(endingAfter: Sample.noon) == [silence])
            #expect(try await store.silences(endingAfter: Sample.noon.adding(seconds: 3600)).isEmpty)
            #expect(try await store.expireSilence(id: "s1", at: later))
            #expect(try await store.expireSilence(id: "s1", at: later) == false)
            #expect(try await store.silences(endingAfter: later).isEmpty)
        }
    }

    @Test func aFallbackGetsTheAlertsOfADeliveryOnce() async throws {
        try await withStore { (store, _) async throws in
            try await store.commit(
                [stored(alerts: [Sample.alert()], notices: [Sample.notice()], cases: [])], feed: nil)
            try await store.flush([Sample.notice()], outcome: .delivery(Sample.delivery()), at: Sample.noon)
            let failed = DeliveryAttempt(
                deliveryID: "d1", number: 3, at: later, latencyMilliseconds: 1, status: 500, detail: "",
                succeeded: false)
            for _ in 0..<2 {
                try await store.record([DeliveryOutcome(attempt: failed, delivery: Sample.delivery(), fallback: "mail")]
                )
            }
            let groups = try await store.dueGroups(at: later)
            #expect(groups.map(\.receiver) == ["mail"])
            let pending = try await store.pending(in: try #require(groups.first))
            #expect(pending.map(\.notice.name) == ["al1@1"])
            #expect(pending.map(\.notice.route) == ["fallback/team"])
            #expect(try await store.totals().accounts.isBalanced)
        }
    }

    @Test func deadLettersOfARangeAreMadeDueAgain() async throws {
        try await withStore { (store, _) async throws in
            for (place, receiver) in ["team", "team", "desk", "team"].enumerated() {
                var delivery = Sample.delivery(
                    "d\(place)", receiver: receiver, notices: [],
                    created: Sample.noon.adding(seconds: Int64(place) * 60))
                delivery.state = .dead
                try await store.flush([], outcome: .delivery(delivery), at: Sample.noon)
            }
            let range = DeliveryRange(
                since: Sample.noon.adding(seconds: 60), until: Sample.noon.adding(seconds: 120), receiver: nil)
            #expect(try await store.retryDead(range, at: later) == 2)
            #expect(try await store.deliveries(in: .dead, limit: 9).map(\.id) == ["d3", "d0"])
            #expect(try await store.retryDead(DeliveryRange(receiver: "desk"), at: later) == 0)
            #expect(try await store.retryDead(DeliveryRange(), at: later) == 2)
        }
    }

    @Test func openAlertsAreTheNewestRevisionsOfCasesThatAreNotClosed() async throws {
        try await withStore { (store, _) async throws in
            let alerts = [Sample.alert("al1"), Sample.alert("al1", revision: 2), Sample.alert("al2")]
            try await store.commit(
                [stored(alerts: alerts, notices: [], cases: [file(closed: true, alerts: ["al2"])])], feed: nil)
            let found = try await store.openAlerts(since: Sample.noon, ofCompanies: ["XKRX:000001"], limit: 9)
            #expect(found.map(\.revision) == [2] && found.map(\.id) == ["al1"])
            #expect(try await store.openAlerts(since: Sample.noon, ofCompanies: nil, limit: 9).count == 1)
            #expect(try await store.openAlerts(since: Sample.noon, ofCompanies: ["x"], limit: 9).isEmpty)
            #expect(try await store.openAlerts(since: later, ofCompanies: nil, limit: 9).isEmpty)
        }
    }
}
