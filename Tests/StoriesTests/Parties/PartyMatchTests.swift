import NewsModel
import Testing

@testable import Stories

struct PartyMatchTests {
    @Test(arguments: [
        (["person:정신아"], ["person:정신아", "person:김범수"], PartyMatch.same), (["person:정신아"], ["person:김범수"], .different),
        (["person:정신아"], ["person:chung"], .open), (["person:chung"], ["person:kim"], .different),
        ([], ["amount:KRW:10e9"], .open),
        ([], [], .open), (["company:XKRX:000002"], ["amount:KRW:10e9"], .different),
        (["amount:KRW:10e9", "company:XKRX:000002"], ["amount:KRW:10e9"], .same),
    ])
    func standsTo(_ a: [String], _ b: [String], _ expected: PartyMatch) {
        #expect(PartyMatch(Set(a), Set(b)) == expected)
        #expect(PartyMatch(Set(b), Set(a)) == expected)
    }

    @Test func aKeyIsReadAsItIsWritten() throws {
        let key = EventKey(company: "XKRX:000001", type: EventType(rawValue: "legal.lawsuit"), party: "amount:KRW:12e9")
        #expect(key.text == "XKRX:000001|legal.lawsuit|amount:KRW:12e9")
        #expect(EventKey(key.text) == key)
        #expect(EventKey("XKRX:000001|legal.lawsuit|")?.party == "")
        #expect(EventKey("XKRX:000001|legal.lawsuit") == nil)
        #expect(EventKey("") == nil)
    }
}
