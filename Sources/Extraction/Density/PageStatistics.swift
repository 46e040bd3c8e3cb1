/// Sums over every subtree of a page, each read in constant time: nodes are in document order, so a subtree is a range.
struct PageStatistics {
    /// What is counted, of nodes that are not removed.
    struct Counts {
        /// Text in Latin letters, see `TextWeight`.
        var weight: Int32 = 0
        var linkWeight: Int32 = 0
        var commas: Int32 = 0
        var paragraphs: Int32 = 0
        var images: Int32 = 0
        var listItems: Int32 = 0
        var inputs: Int32 = 0
        var headingWeight: Int32 = 0
        var blocks: Int32 = 0

        static func - (left: Counts, right: Counts) -> Counts {
            Counts(
                weight: left.weight - right.weight, linkWeight: left.linkWeight - right.linkWeight,
                commas: left.commas - right.commas, paragraphs: left.paragraphs - right.paragraphs,
                images: left.images - right.images, listItems: left.listItems - right.listItems,
                inputs: left.inputs - right.inputs, headingWeight: left.headingWeight - right.headingWeight,
                blocks: left.blocks - right.blocks)
        }

        /// The share of the text that stands in links, 0...1.
        var linkDensity: Double { weight > 0 ? Double(linkWeight) / Double(weight) : 0 }
    }

    /// `sums[i]` counts the nodes before `i`.
    private var sums: [Counts] = []

    init(document: HTMLDocument, removed: [Bool]) {
        sums.reserveCapacity(document.nodes.count + 1)
        var counts = Counts()
        var linkEnd = 0
        var headingEnd = 0
        var removedEnd = 0
        for (index, node) in document.nodes.enumerated() {
            sums.append(counts)
            if removed[index] { removedEnd = max(removedEnd, Int(node.end)) }
            guard index >= removedEnd else { continue }
            switch node.tag {
            case .text:
                let text = document.ownText(of: index)
                let weight = Int32(TextWeight.of(text))
                counts.weight += weight
                if index < linkEnd { counts.linkWeight += weight }
                if index < headingEnd { counts.headingWeight += weight }
                counts.commas += Int32(Self.commas(in: text))
            case .a: if document.value(.href, of: index) != nil { linkEnd = max(linkEnd, Int(node.end)) }
            case .p, .pre: counts.paragraphs += 1
            case .br: counts.blocks += 1
            case .img, .picture: counts.images += 1
            case .li: counts.listItems += 1
            case .input: counts.inputs += 1
            default:
                if node.tag.isHeading { headingEnd = max(headingEnd, Int(node.end)) }
                if node.tag.isBlock { counts.blocks += 1 }
            }
        }
        sums.append(counts)
    }

    /// What stands under a node, the node itself included.
    func counts(of node: Int, in document: HTMLDocument) -> Counts {
        sums[Int(document.nodes[node].end)] - sums[node]
    }

    /// Commas and ends of Korean sentences: signs of prose, which menus lack.
    static func commas(in text: ArraySlice<UInt8>) -> Int {
        var count = 0
        var previous: UInt8 = 0
        for byte in text {
            // "다." ends in the bytes A4 2E: that is how nearly every Korean news sentence ends.
            if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") && previous == 0xA4 { count += 1 }
            previous = byte
        }
        return count
    }
}
