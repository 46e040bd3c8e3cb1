import NewsModel

/// The text of a page's article, with what its furniture says about it.
struct ArticleBody {
    private(set) var text = ""
    private(set) var byline: String?
    private(set) var date: Timestamp?

    /// Less text than this, in Latin letters, is no article yet: other ways to find it are tried.
    private static let shortArticle = 250

    init(document: HTMLDocument, data: StructuredData, metadata: PageMetadata, rule: SiteRules.Rule?) {
        let names = document.nodes.indices.map { index -> NameWords? in
            let node = document.nodes[index]
            return node.tag == .text || node.attributes.isEmpty ? nil : NameWords(document: document, node: index)
        }
        let finder = BodyFinder(document: document, names: names, rule: rule)
        var best = filtered(finder.ruled() ?? finder.lines(strict: true), metadata, rule)
        if best.weight < Self.shortArticle {
            best = longer(best, filtered(finder.lines(strict: false), metadata, rule), factor: 1.5)
        }
        // A declared body counts where the markup lacks it; scripts only where the markup holds much less.
        if let declared = data.body {
            let lines = Self.lines(HTMLText.plainText(fragment: declared, withCaptions: false))
            best = longer(best, filtered(lines, metadata, rule), factor: best.weight < Self.shortArticle ? 1 : 2)
        }
        if best.weight < Self.shortArticle * 4, let script = ScriptData.body(in: document) {
            best = longer(
                best, filtered(Self.lines(script), metadata, rule), factor: best.weight < Self.shortArticle ? 1.2 : 2)
        }
        if best.weight == 0 { best = filtered(finder.everything(), metadata, rule) }
        if best.weight == 0, let summary = data.description {
            best = filtered(Self.lines(HTMLText.plainText(fragment: summary)), metadata, rule)
        }
        let hidden = PagePruner(document: document, names: names, strict: false, onlyHidden: true).removed
        let blocks = TextBlockReader.blocks(of: document, under: 0, removed: hidden)
        let hints = PageHints(blocks: blocks, title: metadata.title, defaultOffset: metadata.defaultOffset)
        text = best.filter.kept.map(\.text).joined(separator: "\n\n")
        byline = best.filter.byline ?? hints.byline
        date = hints.date ?? best.filter.date
    }

    private typealias Found = (filter: FurnitureFilter, weight: Int)

    private func filtered(_ lines: [Line], _ metadata: PageMetadata, _ rule: SiteRules.Rule?) -> Found {
        let starts = rule?.dropLines.map { Array($0.utf8) } ?? []
        let wanted =
            starts.isEmpty
            ? lines : lines.filter { line in !starts.contains { ByteSearch.hasPrefix(line.bytes[...], $0) } }
        let filter = FurnitureFilter(wanted, title: metadata.title, defaultOffset: metadata.defaultOffset)
        return (filter, filter.kept.reduce(0) { $0 + $1.weight })
    }

    private func longer(_ left: Found, _ right: Found, factor: Double) -> Found {
        Double(right.weight) > Double(left.weight) * factor ? right : left
    }

    private static func lines(_ text: String) -> [Line] {
        text.utf8.split(separator: 0x0A).map { Line(Array($0)) }.filter { $0.weight > 0 }
    }
}
