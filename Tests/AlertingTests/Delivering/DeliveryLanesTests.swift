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
        #expect(lanes.claim(4).map { $0.after == nil && $0.limit == 4 } == true)
        #expect(lanes.claim(4) == nil, "one claim at a time")
        lanes.claimed(["1", "2", "3", "4"].map { delivery($0) })
        #expect(lanes.claim(4) == nil, "enough waits")
        #expect(started(&lanes) == ["1", "2", "3", "4"])
        #expect(lanes.claim(4)?.after?.id == "4", "what is on its way is not claimed again")
        lanes.claimed([delivery("5")])
        #expect(started(&lanes) == ["5"])
        #expect(lanes.claim(4) == nil, "there was no more")
        #expect(!lanes.isDone)
    }

    @Test func whatComesMeanwhileIsAskedForWhenAllIsTried() {
        var lanes = DeliveryLanes()
        _ = lanes.claim(4)
        lanes.claimed([delivery("1"), delivery("2")])
        #expect(started(&lanes) == ["1", "2"])
        lanes.end(outcome("1"))
        #expect(lanes.claim(4) == nil)
        lanes.end(outcome("2"))
        #expect(!lanes.isDone)
        #expect(lanes.claim(4)?.after?.id == "2")
        lanes.claimed([])
        #expect(lanes.isDone)
    }

    @Test func whatFailedIsNotTriedAgainInThePass() {
        var lanes = DeliveryLanes()
        _ = lanes.claim(2)
        lanes.claimed([delivery("1")])
        #expect(started(&lanes) == ["1"])
        lanes.end(outcome("1", .due))
        #expect(lanes.claim(2) != nil)
        lanes.claimed([delivery("1")])
        #expect(started(&lanes).isEmpty)
        #expect(lanes.isDone)
    }
}
