/// Finds the nodes that hold the article: every block of prose lends weight to the elements around it.
///
/// The method is that of Arc90's Readability (2009): score ancestors of paragraphs, pick the best, take its like siblings.
struct ContentFinder {
    let document: HTMLDocument
    let names: [NameWords?]
    let removed: [Bool]
    let statistics: PageStatistics
    private var scores: [Double]
    private var candidates: [Int] = []

    init(document: HTMLDocument, names: [NameWords?], removed: [Bool]) {
        self.document = document
        self.names = names
        self.removed = removed
        statistics = PageStatistics(document: document, removed: removed)
        scores = [Double](repeating: 0, count: document.nodes.count)
    }

    /// The roots of the article's text in document order; empty where the page has no prose.
    mutating func roots(blocks: [TextBlock]) -> [Int] {
        for (index, block) in blocks.enumerated() where block.weight >= 25 {
            lend(block, factor: isTeaser(at: index, blocks) ? 0.2 : 1)
        }
        var final = candidates.map { (node: $0, score: scores[$0] * (1 - linkDensity($0))) }
        for candidate in final { scores[candidate.node] = candidate.score }
        final.sort { $0.score > $1.score }
        guard let best = final.first else { return [] }
        let top = widen(climb(from: commonAncestor(of: final) ?? best.node), blocks)
        return withSiblings(of: top)
    }

    private mutating func lend(_ block: TextBlock, factor: Double) {
        let commas = PageStatistics.commas(in: block.bytes[...])
        let prose = Double(block.weight - block.linkWeight) / Double(max(1, block.weight))
        let value = (1 + Double(commas) + min(Double(block.weight) / 100, 3)) * prose * factor
        let tag = document.nodes[block.container].tag
        var node: Int? = Self.paragraphLike.contains(tag) ? document.parent(of: block.container) : block.container
        var level = 0
        while let current = node, level < 6 {
            if document.nodes[current].tag == .document { break }
            if scores[current] == 0 {
                scores[current] = startScore(current)
                candidates.append(current)
            }
            scores[current] += level == 0 ? value : level == 1 ? value / 2 : value / Double(level * 3)
            node = document.parent(of: current)
            level += 1
        }
    }

    /// True for the summary under another article's linked headline: both stand in one small element.
    private func isTeaser(at index: Int, _ blocks: [TextBlock]) -> Bool {
        guard index > 0 else { return false }
        let headline = blocks[index - 1]
        let block = blocks[index]
        guard headline.linkWeight * 10 >= headline.weight * 9, headline.weight >= 12, headline.weight <= 200 else {
            return false
        }
        // The innermost element around both.
        var around = block.container
        while let parent = document.parent(of: around), headline.container < around { around = parent }
        guard around != 0, headline.container < Int(document.nodes[around].end) else { return false }
        return statistics.counts(of: around, in: document).weight <= Int32(headline.weight + block.weight) + 60
    }

    private static let paragraphLike: Set<HTMLTag> = [.p, .pre, .h1, .h2, .h3, .h4, .h5, .h6, .li, .dd, .dt, .center]

    private func startScore(_ node: Int) -> Double {
        var score = 0.001
        switch document.nodes[node].tag {
        case .div: score += 5
        case .article, .main: score += 10
        case .section: score += 3
        case .pre, .td, .blockquote: score += 3
        case .ul, .ol, .dl, .dt, .dd, .li, .form, .address: score -= 3
        case .th: score -= 5
        default: break
        }
        if let name = document.value(.itemprop, of: node), name.elementsEqual("articleBody".utf8) { score += 50 }
        if let names = names[node] {
            if names.article > 0 { score += 25 }
            if names.furniture > 0 { score -= names.isCertainFurniture ? 25 : 10 }
        }
        return score
    }

    private func linkDensity(_ node: Int) -> Double {
        statistics.counts(of: node, in: document).linkDensity
    }

    /// An element around several of the best candidates is the article whose parts they are.
    private func commonAncestor(of sorted: [(node: Int, score: Double)]) -> Int? {
        guard let best = sorted.first else { return nil }
        let near = sorted.prefix(5).dropFirst().filter { $0.score >= best.score * 0.75 }
        guard near.count >= 3 else { return nil }
        var ancestor = document.parent(of: best.node)
        while let current = ancestor, document.nodes[current].tag != .body, current > 0 {
            let range = current..<Int(document.nodes[current].end)
            if near.filter({ range.contains($0.node) }).count >= 3 { return current }
            ancestor = document.parent(of: current)
        }
        return nil
    }

    /// Goes up while the parent scores better, and out of elements that are their parent's only content.
    private func climb(from start: Int) -> Int {
        var top = start
        var last = scores[start]
        let threshold = last / 3
        var parent = document.parent(of: start)
        while let current = parent, document.nodes[current].tag != .body, current > 0 {
            if scores[current] != 0 {
                if scores[current] < threshold { break }
                if scores[current] > last {
                    top = current
                    break
                }
                last = scores[current]
            }
            parent = document.parent(of: current)
        }
        while let current = document.parent(of: top), document.nodes[current].tag != .body, current > 0,
            statistics.counts(of: current, in: document).weight == statistics.counts(of: top, in: document).weight
        {
            top = current
        }
        return top
    }

    /// Goes up to an element named as an article where that adds prose and little else: an intro or a first page that
    /// stands apart from the rest.
    private func widen(_ start: Int, _ blocks: [TextBlock]) -> Int {
        var top = start
        var held = prose(under: start, blocks)
        var parent = document.parent(of: start)
        var level = 0
        while let current = parent, document.nodes[current].tag != .body, current > 0, level < 5 {
            let isNamed = (names[current]?.article ?? 0) > 0 && !(names[current]?.isCertainFurniture ?? false)
            if isNamed || document.nodes[current].tag == .article {
                let wider = prose(under: current, blocks)
                let added = wider.prose - held.prose
                if added >= 80, added > wider.rest - held.rest {
                    top = current
                    held = wider
                }
            }
            parent = document.parent(of: current)
            level += 1
        }
        return top
    }

    private func prose(under node: Int, _ blocks: [TextBlock]) -> (prose: Int, rest: Int) {
        let range = node..<Int(document.nodes[node].end)
        var counts = (prose: 0, rest: 0)
        for block in blocks where range.contains(block.container) {
            let isProse =
                block.weight >= 80 && block.linkWeight * 3 < block.weight
                && FurnitureLine.endsSentence(block.bytes[...])
            if isProse { counts.prose += block.weight } else { counts.rest += block.weight }
        }
        return counts
    }

    private func withSiblings(of top: Int) -> [Int] {
        guard let parent = document.parent(of: top) else { return [top] }
        let threshold = max(10, scores[top] * 0.2)
        return document.children(of: parent).filter { child in
            if child == top { return true }
            if removed[child] || document.nodes[child].tag == .text { return false }
            let sameClass =
                document.value(.class, of: child).map { class1 in
                    !class1.isEmpty && document.value(.class, of: top).map { $0.elementsEqual(class1) } ?? false
                } ?? false
            if scores[child] != 0, scores[child] + (sameClass ? scores[top] * 0.2 : 0) >= threshold { return true }
            guard document.nodes[child].tag == .p else { return false }
            let counts = statistics.counts(of: child, in: document)
            return counts.weight > 80 ? counts.linkDensity < 0.25 : counts.linkWeight == 0 && counts.commas > 0
        }
    }
}
