/// A run of text between two block boundaries of a page.
struct TextBlock {
    /// The innermost block element around it.
    let container: Int
    /// One line, white space evened.
    let bytes: [UInt8]
    /// Length in Latin letters: a Hangul syllable or a Chinese sign counts two.
    let weight: Int
    /// The part of `weight` that stands in links.
    let linkWeight: Int
}

/// Reads the blocks of a page in document order.
struct TextBlockReader {
    private let document: HTMLDocument
    private let isRemoved: [Bool]
    private var blocks: [TextBlock] = []
    private var line = LineBuilder()
    private var linkWeight = 0
    private var containers: [Int] = []

    /// The blocks under `root`, without those below a removed node.
    static func blocks(of document: HTMLDocument, under root: Int, removed: [Bool]) -> [TextBlock] {
        var reader = TextBlockReader(document: document, isRemoved: removed)
        reader.read(root)
        return reader.blocks
    }

    private init(document: HTMLDocument, isRemoved: [Bool]) {
        self.document = document
        self.isRemoved = isRemoved
    }

    private mutating func read(_ root: Int) {
        containers = [root]
        var linkEnd = 0
        var index = root
        let end = Int(document.nodes[root].end)
        while index < end {
            while containers.count > 1, index >= Int(document.nodes[containers[containers.count - 1]].end) {
                flush()
                containers.removeLast()
            }
            let node = document.nodes[index]
            if isRemoved[index] {
                if node.tag.isBlock { flush() }
                index = Int(node.end)
                continue
            }
            if node.tag == .text {
                appendText(index, inLink: index < linkEnd)
            } else if node.tag.isBlock, index != root {
                flush()
                if !node.tag.isVoid { containers.append(index) }
            } else if node.tag == .a, index >= linkEnd {
                linkEnd = Int(node.end)
            }
            index += 1
        }
        flush()
    }

    private mutating func appendText(_ index: Int, inLink: Bool) {
        let text = document.ownText(of: index)
        line.append(text)
        if inLink { linkWeight += TextWeight.of(text) }
    }

    private mutating func flush() {
        let bytes = line.finished()
        defer { linkWeight = 0 }
        guard !bytes.isEmpty, let container = containers.last else { return }
        let weight = TextWeight.of(bytes[...])
        blocks.append(
            TextBlock(container: container, bytes: bytes, weight: weight, linkWeight: min(weight, linkWeight)))
    }
}

/// The length of a text in Latin letters, so that one threshold serves every script.
enum TextWeight {
    /// One for each scalar below U+0800, two for each above (Hangul, Kana, Chinese), none for white space after white space.
    static func of(_ bytes: ArraySlice<UInt8>) -> Int {
        var weight = 0
        var afterSpace = true
        for byte in bytes {
            if byte <= 0x20 {
                if !afterSpace { weight += 1 }
                afterSpace = true
                continue
            }
            afterSpace = false
            if byte < 0x80 || byte >= 0xC0 { weight += byte >= 0xE0 ? 2 : 1 }
        }
        return weight
    }

    static func of(_ text: String) -> Int {
        of(Array(text.utf8)[...])
    }
}
