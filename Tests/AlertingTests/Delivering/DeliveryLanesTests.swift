import NewsModel
import Testing

@testable import Alerting

struct DeliveryLanesTests {
    private func outcome(_ id: String, _ state: DeliveryState = .delivered) -> DeliveryOutcome {
        var delivery = delivery(id)
        delivery.state = state
        let attempt = DeliveryAttempt(
            deliveryID: id, number: 1, at: noon, latencyMilliseconds: 0, status: 200, detail: "", succeeded: true)
        return DeliveryOutcome(attempt: attempt, delivery: delivery)
    }

    private func started(_ lanes: inout DeliveryLanes) -> [String] {
        var ids: [String] = []
        while let next = lanes.start(width: 9) { ids.append(next.id) }
        return ids
    }

    @Test func theNextAreClaimedWhileTheLastAreOnTheirWay() {
        var lanes = DeliveryLanes()
        #expect(lanes.claim(size: 4) == 4)
        #expect(lanes.claim(size: 4) == nil, "one claim at a time")
        lanes.claimed(["1", "2", "3", "4"].map { delivery($0) })
        #expect(lanes.claim(size: 4) == nil, "enough waits")
        #expect(started(&lanes) == ["1", "2", "3", "4"])
        #expect(lanes.claim(size: 4) == 8)
        #expect(!lanes.isDone)
    }

    /// A claim is read while outcomes are on their way to the disk, and answered when they are there: it shows what has
    /// been delivered as due.
    @Test func whatAnOldClaimShowsIsNotTakenTwice() {
        var lanes = DeliveryLanes()
        _ = lanes.claim(size: 2)
        lanes.claimed([delivery("1"), delivery("2")])
        #expect(started(&lanes) == ["1", "2"])
        let stale = lanes.claim(size: 2)
        #expect(stale == 4)
        lanes.end(outcome("1"))
        lanes.recorded(lanes.takeOutcomes() ?? [])
        lanes.claimed(["1", "2", "3"].map { delivery($0) })
        #expect(started(&lanes) == ["3"])
    }

    @Test func whatFailedIsNotTriedAgainInThePass() {
        var lanes = DeliveryLanes()
        _ = lanes.claim(size: 2)
        lanes.claimed([delivery("1")])
        #expect(started(&lanes) == ["1"])
        lanes.end(outcome("1", .due))
        #expect(!lanes.isDone, "others may have come meanwhile")
        lanes.recorded(lanes.takeOutcomes() ?? [])
        #expect(lanes.claim(size: 2) == 3)
        lanes.claimed([delivery("1")])
        #expect(started(&lanes).isEmpty)
        #expect(lanes.isDone)
    }
}
