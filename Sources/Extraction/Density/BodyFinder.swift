/// Finds the lines of a page's article in its markup.
struct BodyFinder {
    let document: HTMLDocument
    let names: [NameWords?]
    let rule: SiteRules.Rule?

    /// The lines in the elements that the site's rule names; nil without a rule or where it names none of the page.
    func ruled() -> [Line]? {
        guard let rule, !rule.content.isEmpty else { return nil }
        let roots = document.nodes.indices.filter { isNamed($0, rule.content) }
        guard !roots.isEmpty else { return nil }
        return lines(under: outermost(roots), removed: pruner(strict: true).removed)
    }

    /// The lines around the densest prose.
    func lines(strict: Bool) -> [Line] {
        let removed = pruner(strict: strict).removed
        let blocks = TextBlockReader.blocks(of: document, under: 0, removed: removed)
        var finder = ContentFinder(document: document, names: names, removed: removed)
        let roots = finder.roots(blocks: blocks)
        var cleaner = ContentCleaner(document: document, names: names, removed: removed, statistics: finder.statistics)
        if strict { cleaner.clean(roots: roots) }
        return lines(under: roots, removed: cleaner.removed)
    }

    /// All lines outside hidden parts, for pages without prose.
    func everything() -> [Line] {
        lines(under: [0], removed: pruner(strict: false).removed)
    }

    private func pruner(strict: Bool) -> PagePruner {
        var pruner = PagePruner(document: document, names: names, strict: strict)
        if let rule, !rule.remove.isEmpty {
            for index in document.nodes.indices where isNamed(index, rule.remove) { pruner.remove(index) }
        }
        return pruner
    }

    private func isNamed(_ index: Int, _ wanted: [String]) -> Bool {
        guard document.nodes[index].tag != .text else { return false }
        for name in [HTMLAttribute.id, .class] {
            guard let value = document.value(name, of: index) else { continue }
            for word in value.split(whereSeparator: ASCII.isSpace)
            where wanted.contains(where: { word.elementsEqual($0.utf8) }) {
                return true
            }
        }
        return false
    }

    private func outermost(_ nodes: [Int]) -> [Int] {
        var kept: [Int] = []
        var end = 0
        for node in nodes where node >= end {
            kept.append(node)
            end = Int(document.nodes[node].end)
        }
        return kept
    }

    private func lines(under roots: [Int], removed: [Bool]) -> [Line] {
        var lines: [Line] = []
        var last: (row: Int, cell: Int) = (-1, -1)
        for root in roots where !removed[root] {
            for block in TextBlockReader.blocks(of: document, under: root, removed: removed) {
                let row = row(of: block.container)
                // Cells share a line; the lines of one cell do not: old pages lay their whole text in a cell.
                if row >= 0, row == last.row, block.container != last.cell, let line = lines.last {
                    lines[lines.count - 1] = Line(line.bytes + [0x20] + block.bytes)
                } else {
                    lines.append(Line(block.bytes))
                }
                last = (row, block.container)
            }
        }
        return lines
    }

    /// The table row that a cell's text belongs to, or -1: the cells of a row share a line.
    private func row(of container: Int) -> Int {
        let tag = document.nodes[container].tag
        guard tag == .td || tag == .th else { return -1 }
        return document.parent(of: container) ?? -1
    }
}
