/// A paragraph on its way to the article text.
struct Line {
    var bytes: [UInt8]
    let weight: Int

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        weight = TextWeight.of(bytes[...])
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }
    var endsSentence: Bool { FurnitureLine.endsSentence(bytes[...]) }
    /// A line that can only be a paragraph of an article: long enough, and it ends a sentence.
    var isProse: Bool { weight >= 60 && endsSentence }
}
