import Foundation
import GRDB
import NewsModel
import Testing

@testable import Storage

struct TextPackerTests {
    @Test(arguments: ["", "x", "소송 \u{0} \u{1F600}", String(repeating: "{\"a\":1},", count: 100_000)])
    func aTextComesBackAsItWas(text: String) throws {
        let packer = TextPacker()
        let frame = try packer.packed(Data(text.utf8))
        #expect(try packer.unpacked(frame) == text)
    }

    @Test func aRecordTakesAThirdOfItsLength() throws {
        var json = JSONWriter()
        Sample.stored().record.write(to: &json)
        let text = Data(json.bytes)
        #expect(try TextPacker().packed(text + text).count * 3 < text.count * 2)
    }

    @Test func aDamagedFrameIsAnErrorAndNoText() throws {
        let packer = TextPacker()
        let frame = try packer.packed(Data(String(repeating: "가람전자 소송 ", count: 50).utf8))
        var flipped = frame
        flipped[frame.count / 2] ^= 0x40
        // A frame that says it holds 4 GiB.
        let huge = Data([0x28, 0xB5, 0x2F, 0xFD, 0xA0, 0xFF, 0xFF, 0xFF, 0xFF, 0x01, 0, 0])
        for damaged in [flipped, frame.dropLast(3), Data(), Data("no frame".utf8), huge] {
            #expect(throws: DatabaseError.self) { try packer.unpacked(damaged) }
        }
    }

    /// A damaged record is one article's loss: it is told, and the others are read.
    @Test func aDamagedRecordIsTold() async throws {
        try await withStore { (store, _) async throws in
            try await store.commit([Sample.stored("a1"), Sample.stored("a2")], feed: nil)
            try await store.write { db in
                try db.execute(
                    sql: """
                        UPDATE assessment SET record = x'00'
                        WHERE article = (SELECT number FROM article WHERE id = 'a1')
                        """)
            }
            let error = await #expect(throws: StorageError.self) { try await store.archived(articleID: "a1") }
            #expect(error?.message.contains("A packed record is damaged.") == true)
            #expect(try await store.archived(articleID: "a2") != nil)
        }
    }
}
