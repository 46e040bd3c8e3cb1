import NewsModel
import Storage
import TestSupport
import Testing

/// decided = stored + alerted + muted + digested + waiting, whatever happens in whatever order.
struct AccountsTests {
    @Test func everyDecisionEndsInOneAccount() async throws {
        try await withStore { (store, _) async throws in
            var random = SplitMix(seed: 20_261_125)
            var decided = 0
            for number in 0..<60 {
                let id = "a\(number)"
                let receivers = Int.random(in: 0...3, using: &random)
                let alert = Sample.alert("al\(number)", story: "s\(number)")
                let notices = (0..<receivers).map {
                    Sample.notice("al\(number)", receiver: "r\($0)", group: "g\(number % 5)")
                }
                let article = Sample.stored(
                    id, story: "s\(number)", alerts: receivers > 0 ? [alert] : [], notices: notices)
                try await store.commit([article], feed: nil)
                // The same commit again counts nothing twice.
                try await store.commit([article], feed: nil)
                decided += max(1, receivers)
                if number % 3 == 0 { try await self.flush(store, &random) }
                let accounts = try await store.totals().accounts
                #expect(accounts.decided == decided)
                #expect(accounts.isBalanced, "\(accounts)")
            }
            var rounds = 0
            while try await store.totals().accounts.waiting > 0, rounds < 20 {
                try await self.flush(store, &random)
                rounds += 1
            }
            let accounts = try await store.totals().accounts
            #expect(accounts.waiting == 0)
            #expect(accounts.decided == accounts.stored + accounts.alerted + accounts.muted + accounts.digested)
            #expect(accounts.muted > 0 && accounts.digested > 0 && accounts.alerted > 0 && accounts.stored > 0)
            // Retention removes rows, never counts.
            _ = try await store.removeArticles(before: Sample.noon.adding(seconds: 86_400))
            #expect(try await store.totals().accounts == accounts)
        }
    }

    /// Sends, mutes or holds each due group, as chance has it.
    private func flush(_ store: SQLiteNewsStore, _ random: inout SplitMix) async throws {
        for group in try await store.dueGroups(at: Sample.noon.adding(seconds: 3600)) {
            let pending = try await store.pending(in: group).map(\.notice)
            let names = pending.map(\.name)
            switch Int.random(in: 0...2, using: &random) {
            case 0:
                let verdict = NoticeVerdict(.muted, at: Sample.noon, cause: .silence, name: "x")
                try await store.flush(pending, outcome: .muted(verdict), at: Sample.noon)
                // A second ending of the same notices must not be counted.
                try await store.flush(pending, outcome: .muted(verdict), at: Sample.noon)
            case 1 where !group.groupKey.hasPrefix("digest"):
                let verdict = NoticeVerdict(
                    .held, at: Sample.noon, cause: .session, name: "krx", until: Sample.noon.adding(seconds: 60))
                try await store.flush(
                    pending, outcome: .held(verdict, groupKey: "digest{session=krx}"), at: Sample.noon)
            default:
                let id = "d-\(names.joined(separator: "+"))-\(group.receiver)"
                let delivery = Sample.delivery(id, receiver: group.receiver, notices: names)
                try await store.flush(pending, outcome: .delivery(delivery), at: Sample.noon)
            }
        }
    }

    @Test func aNoticeKeepsAllThatWasDecidedOnIt() async throws {
        try await withStore { (store, _) async throws in
            try await store.commit([Sample.stored(alerts: [Sample.alert()], notices: [Sample.notice()])], feed: nil)
            let until = Sample.noon.adding(seconds: 600)
            let held = NoticeVerdict(.held, at: Sample.noon, cause: .session, name: "krx", until: until)
            try await store.flush(
                [Sample.notice()], outcome: .held(held, groupKey: "digest{session=krx}"), at: Sample.noon)
            #expect(try await store.dueGroups(at: Sample.noon).isEmpty)
            let group = try #require(try await store.dueGroups(at: until).first)
            let pending = try await store.pending(in: group).map(\.notice)
            #expect(pending.map(\.isCollected) == [true])
            try await store.flush(pending, outcome: .delivery(Sample.delivery()), at: until)
            let history = try #require(try await store.notices(ofAlert: "al1").first)
            #expect(history.state == .digested && history.deliveryID == "d1")
            #expect(history.verdicts == [held, NoticeVerdict(.digested, at: until)])
            #expect(history.notice.route == "root/legal")
        }
    }

    @Test func theTrailOfADecisionIsKeptWithTheArticle() async throws {
        try await withStore { (store, _) async throws in
            let trail = DecisionTrail(companies: [
                CompanyDecision(
                    company: "가람전자", companyID: "XKRX:000001", outcome: .none, reason: "no",
                    rules: [
                        RuleCheck(rule: "grave", met: false, failed: "severity >= 40", found: "20", events: ["x.y"])
                    ],
                    routes: [
                        RouteCheck(route: "root", matched: true, receivers: ["team"], explanation: "sends to team")
                    ], caseNote: "case legal opened")
            ])
            let plain = Sample.stored()
            let stored = StoredArticle(
                article: plain.article, record: plain.record, story: plain.story, member: plain.member, alerts: [],
                notices: [], decision: "no", trail: trail, riskShares: ["XKRX:000001": 0.5], entryHash: "h1")
            try await store.commit([stored], feed: nil)
            #expect(try await store.decision(onArticle: "a1") == trail)
            #expect(try await store.decision(onArticle: "a2") == nil)
            #expect(try await store.entryTexts(of: ["a1", "a2"]) == ["a1": EntryText(hash: "h1", changes: 0)])
            #expect(
                try await store.entryCounts(ofFeed: "https://feed.example/rss", hashes: ["h1", "h2"]) == ["h1": 1])
            #expect(try await store.entryCounts(ofFeed: "https://other.example", hashes: ["h1"]).isEmpty)
            let shares = try await store.coverage(since: Sample.noon, after: nil, limit: 10).items
            #expect(shares == [CoverageShare(storyID: "s1", seenAt: Sample.noon, riskShares: ["XKRX:000001": 0.5])])
        }
    }
}
