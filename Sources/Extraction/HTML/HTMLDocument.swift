/// A page as a flat array of nodes in document order; a node's descendants are the nodes up to its `end`.
///
/// No node owns another, so walking and freeing a page never recurses, however deep its markup is.
struct HTMLDocument {
    struct Node {
        let tag: HTMLTag
        let parent: Int32
        /// The index after the last descendant.
        var end: Int32
        /// 0 for the document.
        let depth: Int32
        /// For text nodes the bytes in `HTMLDocument.text`, references decoded; for raw text elements their content.
        var text: Range<Int32>
        /// Its attributes in `HTMLDocument.attributes`.
        var attributes: Range<Int32>
    }

    var nodes: [Node] = []
    var attributes: [(name: HTMLAttribute, value: Range<Int32>)] = []
    var text: [UInt8] = []

    /// The indices of a node's descendants, the node itself left out.
    func descendants(of node: Int) -> Range<Int> {
        node + 1..<Int(nodes[node].end)
    }

    /// The indices of a node's children.
    func children(of node: Int) -> [Int] {
        var found: [Int] = []
        var child = node + 1
        let end = Int(nodes[node].end)
        while child < end {
            found.append(child)
            child = Int(nodes[child].end)
        }
        return found
    }

    func parent(of node: Int) -> Int? {
        node == 0 ? nil : Int(nodes[node].parent)
    }

    /// The bytes of an attribute, or nil where the node lacks it.
    func value(_ name: HTMLAttribute, of node: Int) -> ArraySlice<UInt8>? {
        for index in nodes[node].attributes where attributes[Int(index)].name == name {
            let range = attributes[Int(index)].value
            return text[Int(range.lowerBound)..<Int(range.upperBound)]
        }
        return nil
    }

    /// An attribute as text without white space at its ends; nil where it is missing or empty.
    func attribute(_ name: HTMLAttribute, of node: Int) -> String? {
        guard let bytes = value(name, of: node) else { return nil }
        let trimmed = bytes.trimmed
        return trimmed.isEmpty ? nil : String(decoding: trimmed, as: UTF8.self)
    }

    /// The bytes of one text node or raw text element.
    func ownText(of node: Int) -> ArraySlice<UInt8> {
        let range = nodes[node].text
        return text[Int(range.lowerBound)..<Int(range.upperBound)]
    }

    /// All text under a node in one line, white space evened.
    func flatText(of node: Int, keep: (Int) -> Bool = { _ in true }) -> String {
        var line = LineBuilder()
        var index = node
        let end = Int(nodes[node].end)
        while index < end {
            if !keep(index) || nodes[index].tag.isDropped && nodes[index].tag != .title {
                index = Int(nodes[index].end)
                continue
            }
            line.append(ownText(of: index))
            if nodes[index].tag.isBlock { line.appendSpace() }
            index += 1
        }
        return String(decoding: line.finished(), as: UTF8.self)
    }
}

extension ArraySlice<UInt8> {
    /// Without ASCII white space at both ends.
    var trimmed: ArraySlice<UInt8> {
        var start = startIndex
        var end = endIndex
        while start < end, ASCII.isSpace(self[start]) { start += 1 }
        while end > start, ASCII.isSpace(self[end - 1]) { end -= 1 }
        return self[start..<end]
    }
}
