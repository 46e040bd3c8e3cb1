/// Takes out of a found article what is no part of it: link lists, boxes, forms.
struct ContentCleaner {
    let document: HTMLDocument
    let names: [NameWords?]
    let statistics: PageStatistics
    private(set) var removed: [Bool]

    init(document: HTMLDocument, names: [NameWords?], removed: [Bool], statistics: PageStatistics) {
        self.document = document
        self.names = names
        self.statistics = statistics
        self.removed = removed
    }

    /// Marks what is to go below the roots of an article.
    mutating func clean(roots: [Int]) {
        for root in roots {
            var index = root + 1
            let end = Int(document.nodes[root].end)
            while index < end {
                if removed[index] || isFurniture(index) {
                    removed[index] = true
                    index = Int(document.nodes[index].end)
                } else {
                    index += 1
                }
            }
        }
    }

    private func isFurniture(_ index: Int) -> Bool {
        let tag = document.nodes[index].tag
        switch tag {
        case .h1, .h2, .h3, .h4, .h5, .h6:
            return (names[index]?.isCertainFurniture ?? false)
                || statistics.counts(of: index, in: document).linkDensity > 0.9 && names[index]?.article ?? 0 == 0
                    && tag != .h2
        case .table, .ul, .ol, .dl, .div, .section, .fieldset, .form, .article, .header, .p, .figure, .center, .unknown:
            return isFurnitureBox(index, tag)
        default: return false
        }
    }

    private func isFurnitureBox(_ index: Int, _ tag: HTMLTag) -> Bool {
        let counts = statistics.counts(of: index, in: document)
        if tag == .p || tag == .figure { return names[index]?.isCertainFurniture ?? false && counts.commas < 3 }
        if tag == .table { return counts.linkDensity > 0.5 || counts.weight == 0 }
        let isList = tag == .ul || tag == .ol || tag == .dl || counts.listItems * 30 > counts.weight
        if let names = names[index] {
            if names.isCertainFurniture, names.article == 0 { return true }
            if names.isCertainFurniture, counts.commas < 10 { return true }
        }
        guard counts.commas < 10 else { return false }
        let named = names[index]
        let isArticle = (named?.article ?? 0) > 0
        if counts.inputs > 0, counts.inputs * 3 > counts.paragraphs { return true }
        if counts.linkDensity > (isArticle ? 0.5 : 0.3), counts.weight > 0 {
            return !isList || counts.linkDensity > 0.3
        }
        if !isList, counts.listItems > counts.paragraphs + 5, counts.linkDensity > 0.2 { return true }
        if tag == .form, counts.weight < 300 { return true }
        if (named?.furniture ?? 0) > 0, !isArticle, counts.commas < 2, counts.weight < 250, !(named?.isCaption ?? false)
        {
            return true
        }
        return false
    }
}
