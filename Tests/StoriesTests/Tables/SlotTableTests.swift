import TestSupport
import Testing

@testable import Stories

struct SlotTableTests {
    @Test func everyKeyIsFoundAgainAndTheNewestSlotWins() {
        var random = SplitMix(seed: 11)
        var keys: [UInt64] = []
        var table = SlotTable()
        var newest: [UInt64: Int] = [:]
        for slot in 0..<5000 {
            // Few enough keys that many come twice.
            let key = random.next() % 3000
            keys.append(key)
            let known = keys
            table.insert(slot, key, where: { known[$0] == key }, hashOf: { known[$0] })
            newest[key] = slot
        }
        for key in 0..<3500 as Range<UInt64> {
            #expect(table.slot(key) { keys[$0] == key } == newest[key])
        }
    }

    @Test func keysOfOneHashAreToldApart() {
        let keys = ["a", "b", "c"]
        var table = SlotTable()
        for slot in keys.indices {
            table.insert(slot, 7, where: { keys[$0] == keys[slot] }, hashOf: { _ in 7 })
        }
        for slot in keys.indices { #expect(table.slot(7) { keys[$0] == keys[slot] } == slot) }
        #expect(table.slot(7) { keys[$0] == "d" } == nil)
    }
}

struct TextArenaTests {
    @Test func textsComeBackByNumber() {
        var arena = TextArena()
        let texts = ["", "a0123", "가람", "", "s\u{0}", "e\u{301}"]
        for text in texts { arena.append(text) }
        for (number, text) in texts.enumerated() {
            #expect(arena[number] == text)
            #expect(arena.holds(text, at: number))
            #expect(arena.key(number) == TextKey.of(text))
        }
        #expect(!arena.holds("é", at: 5), "bytes count, not what they look like")
        #expect(arena.agrees(0, 3))
        #expect(!arena.agrees(0, 1))
    }

    @Test func aNameHasOneNumber() {
        var names = NameNumbers()
        #expect(names.number(of: "a") == nil)
        #expect(names.add("a") == 0)
        #expect(names.add("b") == 1)
        #expect(names.add("a") == 0)
        #expect(names[1] == "b")
    }
}
