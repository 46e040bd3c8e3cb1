import Testing

@testable import FeedParsing

@Suite("What is handed to libxml2 at once")
struct XMLLimitsTests {
    @Test(
        "grows with what is read, so that the number of chunks grows slower than the document", arguments: [1, 8, 64])
    func chunks(megabytes: Int) {
        let count = megabytes << 20
        var position = 0
        var chunks = 0
        while position < count {
            let chunk = XMLLimits.chunk(at: position, of: count)
            #expect(chunk > 0 && chunk <= max(8192, position / 8))
            position += chunk
            chunks += 1
        }
        #expect(position == count)
        #expect(chunks < 75)
    }

    @Test("never reaches past the end")
    func ends() {
        #expect(XMLLimits.chunk(at: 0, of: 5) == 5)
        #expect(XMLLimits.chunk(at: 8 << 20, of: (8 << 20) + 3) == 3)
    }
}
