import Synchronization
import Testing

@testable import Pipeline

@Suite("One batch at a time")
struct SerialGateTests {
    @Test("many callers never overlap, also across suspensions and errors")
    func exclusion() async {
        struct Refusal: Error {}
        let gate = SerialGate()
        let room = Room()
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<200 {
                group.addTask {
                    try? await gate.pass {
                        room.enter()
                        for _ in 0..<5 { await Task.yield() }
                        room.leave()
                        if number % 3 == 0 { throw Refusal() }
                    }
                }
            }
        }
        #expect(room.overlaps == 0)
        #expect(room.visits == 200)
    }

    /// Counts who is inside.
    private final class Room: Sendable {
        private let state = Mutex((inside: 0, overlaps: 0, visits: 0))

        var overlaps: Int { state.withLock { $0.overlaps } }
        var visits: Int { state.withLock { $0.visits } }

        func enter() {
            state.withLock { state in
                if state.inside > 0 { state.overlaps += 1 }
                state.inside += 1
            }
        }

        func leave() {
            state.withLock { state in
                state.inside -= 1
                state.visits += 1
            }
        }
    }
}
