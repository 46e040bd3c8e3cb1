/// An array that grows in pieces. One that doubles copies all it has and leaves holes of its own size in memory.
struct ChunkedArray<Element> {
    private static var length: Int { 1024 }

    private var chunks: [[Element]] = []
    private(set) var count = 0

    mutating func append(_ element: Element) {
        if count % Self.length == 0 {
            var chunk: [Element] = []
            chunk.reserveCapacity(Self.length)
            chunks.append(chunk)
        }
        chunks[chunks.count - 1].append(element)
        count += 1
    }

    subscript(_ index: Int) -> Element {
        get { chunks[index / Self.length][index % Self.length] }
        _modify { yield &chunks[index / Self.length][index % Self.length] }
    }
}

extension ChunkedArray: Sendable where Element: Sendable {}
