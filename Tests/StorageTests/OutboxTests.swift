import NewsModel
import Storage
import Testing

/// From a pending notice to a delivery that was taken, muted or given up.
struct OutboxTests {
    private let later = Sample.noon.adding(seconds: 60)
    private let group = NoticeGroup(receiver: "team", groupKey: "g")

    private func withNotice(_ test: (SQLiteNewsStore) async throws -> Void) async throws {
        try await withStore { (store, _) async throws in
            try await store.commit([Sample.stored(alerts: [Sample.alert()], notices: [Sample.notice()])], feed: nil)
            try await test(store)
        }
    }

    @Test func aGroupIsDueWithItsFirstNotice() async throws {
        try await withStore { (store, _) async throws in
            let notices = [
                Sample.notice(group: "g", due: later), Sample.notice(receiver: "desk", group: "g", due: Sample.noon),
            ]
            try await store.commit([Sample.stored(alerts: [Sample.alert()], notices: notices)], feed: nil)
            #expect(try await store.nextDueTime() == Sample.noon)
            #expect(try await store.dueGroups(at: Sample.noon.adding(seconds: -1)).isEmpty)
            #expect(try await store.dueGroups(at: Sample.noon).map(\.receiver) == ["desk"])
            #expect(try await store.dueGroups(at: later).map(\.receiver) == ["desk", "team"])
            #expect(try await store.pending(in: group).map(\.notice) == [notices[0]])
        }
    }

    @Test func aFlushFreezesADeliveryAndRemembersTheGroup() async throws {
        try await withNotice { store in
            try await store.flush([Sample.notice()], outcome: .delivery(Sample.delivery()), at: Sample.noon)
            #expect(try await store.pending(in: group).isEmpty)
            #expect(try await store.dueDeliveries(to: "team", at: Sample.noon, limit: 9) == [Sample.delivery()])
            let next = Sample.alert(revision: 2)
            let update = Sample.stored("a2", alerts: [next], notices: [Sample.notice(revision: 2, due: later)])
            try await store.commit([update], feed: nil)
            #expect(try await store.dueGroups(at: later).map(\.lastFlushedAt) == [Sample.noon])
        }
    }

    @Test func repeatingAFlushKeepsTheFirstBytes() async throws {
        try await withNotice { store in
            try await store.flush([Sample.notice()], outcome: .delivery(Sample.delivery()), at: Sample.noon)
            let other = Delivery(
                id: "d1", receiver: "team", body: [1], contentType: "text/plain", notices: ["al1@1"], state: .due,
                attemptCount: 0, nextAttemptAt: later, createdAt: later)
            try await store.flush([Sample.notice()], outcome: .delivery(other), at: later)
            #expect(try await store.dueDeliveries(to: "team", at: later, limit: 9) == [Sample.delivery()])
        }
    }

    @Test func mutingSendsNothingAndNotesNoFlush() async throws {
        try await withNotice { store in
            try await store.flush(
                [Sample.notice()],
                outcome: .muted(NoticeVerdict(.muted, at: Sample.noon, cause: .silence, name: "weekend")),
                at: Sample.noon)
            let totals = try await store.totals()
            #expect(totals.mutedNotices == 1 && totals.pendingNotices == 0 && totals.dueDeliveries == 0)
            let next = Sample.stored(
                "a2", alerts: [Sample.alert(revision: 2)], notices: [Sample.notice(revision: 2, due: later)])
            try await store.commit([next], feed: nil)
            #expect(try await store.dueGroups(at: later) == [group])
        }
    }

    @Test func anAttemptIsLoggedWithTheNewState() async throws {
        try await withNotice { store in
            try await store.flush([Sample.notice()], outcome: .delivery(Sample.delivery()), at: Sample.noon)
            var delivery = Sample.delivery()
            delivery.attemptCount = 1
            delivery.nextAttemptAt = later
            delivery.lastError = "HTTP 503"
            let failed = DeliveryAttempt(
                deliveryID: "d1", number: 1, at: Sample.noon, latencyMilliseconds: 12, status: 503, detail: "busy",
                succeeded: false)
            try await store.record([DeliveryOutcome(attempt: failed, delivery: delivery)])
            #expect(try await store.dueDeliveries(to: "team", at: Sample.noon, limit: 9).isEmpty)
            #expect(try await store.dueDeliveries(to: "team", at: later, limit: 9) == [delivery])
            #expect(try await store.nextDueTime() == later)

            delivery.state = .delivered
            delivery.attemptCount = 2
            delivery.lastError = nil
            let taken = DeliveryAttempt(
                deliveryID: "d1", number: 2, at: later, latencyMilliseconds: 9, status: nil, detail: "", succeeded: true
            )
            try await store.record([DeliveryOutcome(attempt: taken, delivery: delivery)])
            #expect(try await store.attempts(of: "d1") == [failed, taken])
            #expect(try await store.deliveries(in: .delivered, limit: 9) == [delivery])
            #expect(try await store.nextDueTime() == nil)
        }
    }

    @Test func aDeadLetterIsKeptAndRetriedByItsID() async throws {
        try await withNotice { store in
            try await store.flush([Sample.notice()], outcome: .delivery(Sample.delivery()), at: Sample.noon)
            var dead = Sample.delivery()
            dead.state = .dead
            dead.attemptCount = 10
            let last = DeliveryAttempt(
                deliveryID: "d1", number: 10, at: Sample.noon, latencyMilliseconds: 1, status: 410, detail: "gone",
                succeeded: false)
            try await store.record([DeliveryOutcome(attempt: last, delivery: dead)])
            #expect(try await store.deliveries(in: .dead, limit: 9) == [dead])
            #expect(try await store.totals().deadDeliveries == 1)

            #expect(try await store.retry(deliveryID: "d1", at: later))
            #expect(try await store.retry(deliveryID: "d2", at: later) == false)
            let again = try #require(try await store.dueDeliveries(to: "team", at: later, limit: 1).first)
            #expect(again.id == "d1" && again.body == dead.body && again.attemptCount == 10)
        }
    }

    @Test func aReceiverThatWantsNoMoreIsRememberedUntilItIsSentSomethingAgain() async throws {
        let stop = ReceiverStop(receiver: "team", identity: "here", reason: "answered 410", at: Sample.noon)
        let answer = DeliveryAttempt(
            deliveryID: "d1", number: 1, at: Sample.noon, latencyMilliseconds: 1, status: 410, detail: "",
            succeeded: false)
        var dead = Sample.delivery()
        dead.state = .dead
        let outcome = DeliveryOutcome(attempt: answer, delivery: dead, stop: stop)
        try await withNotice { store in
            try await store.flush([Sample.notice()], outcome: .delivery(Sample.delivery()), at: Sample.noon)
            func isStopped(after change: () async throws -> Void) async throws -> Bool {
                try await store.record([outcome])
                try await change()
                return try await store.receiverStops() == [stop]
            }
            #expect(try await isStopped {})
            #expect(try await !isStopped { _ = try await store.retry(deliveryID: "d1", at: later) })
            #expect(try await !isStopped { _ = try await store.retryDead(DeliveryRange(), at: later) })
            #expect(try await !isStopped { _ = try await store.retryDead(DeliveryRange(receiver: "team"), at: later) })
            // What reaches nothing of it leaves it alone.
            #expect(try await isStopped { _ = try await store.retry(deliveryID: "d2", at: later) })
            #expect(try await isStopped { _ = try await store.retryDead(DeliveryRange(receiver: "desk"), at: later) })
            #expect(try await isStopped { _ = try await store.retryDead(DeliveryRange(since: later), at: later) })
        }
    }

    @Test func oneReceiverDoesNotSeeAnother() async throws {
        try await withStore { (store, _) async throws in
            for (id, receiver, due) in [("d1", "team", 2), ("d2", "team", 1), ("d3", "desk", 0), ("d4", "team", 9)] {
                let delivery = Sample.delivery(
                    id, receiver: receiver, notices: [], due: Sample.noon.adding(seconds: Int64(due)))
                try await store.flush([], outcome: .delivery(delivery), at: Sample.noon)
            }
            let moment = Sample.noon.adding(seconds: 5)
            #expect(try await store.dueDeliveries(to: "team", at: moment, limit: 9).map(\.id) == ["d2", "d1"])
            #expect(try await store.dueDeliveries(to: "team", at: moment, limit: 1).map(\.id) == ["d2"])
            #expect(try await store.dueDeliveries(to: "team", at: moment, limit: -1).isEmpty)
            let first = try await store.dueDeliveries(to: "team", at: moment, limit: 1).first
            #expect(try await store.dueDeliveries(to: "team", at: moment, after: first, limit: 9).map(\.id) == ["d1"])
        }
    }
}
