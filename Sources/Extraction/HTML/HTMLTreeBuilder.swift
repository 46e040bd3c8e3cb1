/// Builds an `HTMLDocument` from bytes: closes what authors leave open, in time linear in the page.
///
/// Elements deeper than `maximumDepth` are laid flat under the last one allowed; their text stays.
struct HTMLTreeBuilder {
    static let maximumDepth = 256
    static let maximumNodes = 150_000
    /// What is read of a page, in bytes.
    static let maximumLength = 2 * 1024 * 1024

    private var document = HTMLDocument()
    private var open: [Int] = []
    /// For each open element that the tag list does not know, a hash of its name; 0 for the others.
    private var openName: [UInt32] = []
    /// How many elements of each tag are open, so that a search is only made where it can find something.
    private var openCount = [Int](repeating: 0, count: HTMLTag.allCases.count)
    /// Start tags that were not opened for their depth and whose end tags must be ignored.
    private var flattened = 0

    static func document(_ bytes: [UInt8]) -> HTMLDocument {
        var builder = HTMLTreeBuilder()
        builder.build(bytes.count > maximumLength ? Array(bytes.prefix(maximumLength)) : bytes)
        return builder.document
    }

    private mutating func build(_ bytes: [UInt8]) {
        document.text.reserveCapacity(bytes.count / 2)
        document.nodes.reserveCapacity(bytes.count / 40)
        var tokenizer = HTMLTokenizer(bytes)
        addNode(.document, opens: true)
        while document.nodes.count < Self.maximumNodes, let token = tokenizer.next() {
            switch token {
            case .text(let range): addText(bytes, range)
            case .rawText(let tag, let range): addRawText(tag, bytes, range)
            case .startTag(let tag, let name):
                start(tag, name: bytes[name], attributes: tokenizer.attributes, bytes: bytes)
            case .endTag(let tag, let name): end(tag, name: bytes[name])
            }
        }
        while !open.isEmpty { pop() }
    }

    // MARK: Nodes

    private mutating func addNode(_ tag: HTMLTag, opens: Bool, name: UInt32 = 0) {
        let index = document.nodes.count
        let here = Int32(document.text.count)
        let attributes = Int32(document.attributes.count)
        document.nodes.append(
            HTMLDocument.Node(
                tag: tag, parent: Int32(open.last ?? 0), end: Int32(index + 1), depth: Int32(open.count),
                text: here..<here,
                attributes: attributes..<attributes))
        if opens {
            open.append(index)
            openName.append(name)
            openCount[Int(tag.rawValue)] += 1
        }
    }

    private mutating func pop() {
        guard let index = open.popLast() else { return }
        openName.removeLast()
        document.nodes[index].end = Int32(document.nodes.count)
        openCount[Int(document.nodes[index].tag.rawValue)] -= 1
    }

    private mutating func addText(_ bytes: [UInt8], _ range: Range<Int>) {
        let start = Int32(document.text.count)
        HTMLEntities.decode(bytes, range, into: &document.text)
        addNode(.text, opens: false)
        document.nodes[document.nodes.count - 1].text = start..<Int32(document.text.count)
    }

    /// The content of a raw text element goes to the element itself; its end tag follows as a token of its own.
    private mutating func addRawText(_ tag: HTMLTag, _ bytes: [UInt8], _ range: Range<Int>) {
        let start = Int32(document.text.count)
        if tag == .title || tag == .textarea {
            HTMLEntities.decode(bytes, range, into: &document.text)
        } else {
            document.text.append(contentsOf: bytes[range])
        }
        if let last = document.nodes.indices.last, document.nodes[last].tag == tag {
            document.nodes[last].text = start..<Int32(document.text.count)
        }
    }

    private mutating func addAttributes(
        _ found: [(name: Range<Int>, value: Range<Int>)], _ bytes: [UInt8], to node: Int
    ) {
        let first = Int32(document.attributes.count)
        for attribute in found {
            guard let name = HTMLAttribute(name: bytes[attribute.name]) else { continue }
            let start = Int32(document.text.count)
            HTMLEntities.decode(bytes, attribute.value, into: &document.text)
            document.attributes.append((name, start..<Int32(document.text.count)))
        }
        document.nodes[node].attributes = first..<Int32(document.attributes.count)
    }

    // MARK: Tags

    private mutating func start(
        _ tag: HTMLTag, name: ArraySlice<UInt8>, attributes: [(name: Range<Int>, value: Range<Int>)], bytes: [UInt8]
    ) {
        closeImplied(by: tag)
        let isTooDeep = open.count >= Self.maximumDepth
        let opens = !tag.isVoid && !isTooDeep && !(tag == .html && openCount[Int(tag.rawValue)] > 0)
        addNode(tag, opens: opens, name: tag == .unknown ? Self.hash(name) : 0)
        if isTooDeep, !tag.isVoid { flattened += 1 }
        addAttributes(attributes, bytes, to: document.nodes.count - 1)
    }

    private mutating func end(_ tag: HTMLTag, name: ArraySlice<UInt8>) {
        if flattened > 0, !tag.isVoid {
            flattened -= 1
            return
        }
        if tag == .unknown { return closeUnknown(Self.hash(name)) }
        if tag == .html || tag == .body { return }
        // `</br>` is a line break and `</p>` without a start an empty paragraph: both only part lines.
        if tag == .br || tag == .p && openCount[Int(tag.rawValue)] == 0 { return addNode(.br, opens: false) }
        close(tag, within: tag.isBlock ? Self.tableParts : Self.blocks)
    }

    /// Closes the innermost open element of a tag, with all in it, unless a boundary lies between.
    private mutating func close(_ tag: HTMLTag, within boundary: Set<HTMLTag>) {
        guard openCount[Int(tag.rawValue)] > 0 else { return }
        let crossesTables = Self.tableParts.contains(tag)
        var index = open.count - 1
        while index > 0 {
            let found = document.nodes[open[index]].tag
            if found == tag { break }
            if boundary.contains(found), !(crossesTables && found != .table) { return }
            index -= 1
        }
        guard index > 0 else { return }
        while open.count > index { pop() }
    }

    private mutating func closeUnknown(_ name: UInt32) {
        guard openCount[Int(HTMLTag.unknown.rawValue)] > 0, var index = openName.lastIndex(of: name) else { return }
        for inner in open[index...] where Self.tableParts.contains(document.nodes[inner].tag) { index = open.count }
        while open.count > index { pop() }
    }

    /// FNV-1a of a name in lower case, never 0. Two names with one hash only close each other.
    private static func hash(_ name: ArraySlice<UInt8>) -> UInt32 {
        var value: UInt32 = 2_166_136_261
        for byte in name.prefix(64) { value = (value ^ UInt32(ASCII.lower(byte))) &* 16_777_619 }
        return value | 1
    }

    /// Closes the elements that a start tag ends without an end tag: a new paragraph ends the last one, and so on.
    private mutating func closeImplied(by tag: HTMLTag) {
        switch tag {
        case .li: close(.li, within: [.ul, .ol, .menu, .dir, .table, .td])
        case .dt, .dd:
            close(.dt, within: [.dl, .table, .td])
            close(.dd, within: [.dl, .table, .td])
        case .tr, .tbody, .thead, .tfoot:
            for part in [HTMLTag.td, .th, .tr] { close(part, within: [.table]) }
            if tag != .tr { for part in [HTMLTag.tbody, .thead, .tfoot] { close(part, within: [.table]) } }
        case .td, .th:
            for part in [HTMLTag.td, .th] { close(part, within: [.table, .tr]) }
        case .option: close(.option, within: [.select])
        case .a: if let top = open.last, document.nodes[top].tag == .a { pop() }
        case .body: close(.head, within: [])
        default: break
        }
        if tag.isBlock, tag != .br, tag != .script, tag != .style, tag != .noscript, tag != .template, tag != .iframe {
            if tag != .head, tag != .title { close(.head, within: []) }
            close(.p, within: [.td, .th, .table, .caption, .button, .li, .object])
        }
    }

    private static let tableParts: Set<HTMLTag> = [.table, .td, .th, .tr, .caption, .tbody, .thead, .tfoot]
    private static let blocks: Set<HTMLTag> = Set(HTMLTag.allCases.filter(\.isBlock)).subtracting([.br, .hr])
}
