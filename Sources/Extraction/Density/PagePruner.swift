/// Marks what cannot be article text before anything is counted: hidden parts, menus, shares, comments.
struct PagePruner {
    let document: HTMLDocument
    let names: [NameWords?]
    private(set) var removed: [Bool]

    /// - Parameter strict: false keeps what only its name speaks against, for pages on which nothing else is found.
    init(document: HTMLDocument, names: [NameWords?], strict: Bool, onlyHidden: Bool = false) {
        self.document = document
        self.names = names
        removed = [Bool](repeating: false, count: document.nodes.count)
        let all = PageStatistics(document: document, removed: removed)
        let total = max(1, all.counts(of: 0, in: document).weight)
        var index = 1
        while index < document.nodes.count {
            let counts = all.counts(of: index, in: document)
            // Wrappers may have any name: what holds most of the page stays.
            let isLarge = counts.weight * 2 > total && counts.commas > 4
            if isHidden(index) || !onlyHidden && !isLarge && isFurniture(index, counts, strict: strict) {
                removed[index] = true
                index = Int(document.nodes[index].end)
            } else {
                index += 1
            }
        }
    }

    /// Removes one more node.
    mutating func remove(_ node: Int) {
        removed[node] = true
    }

    private func isHidden(_ index: Int) -> Bool {
        let tag = document.nodes[index].tag
        if tag == .text { return false }
        if tag.isDropped || tag == .noscript { return true }
        // A placeholder is shown only until an advertisement or a picture arrives in its place.
        if document.value(.hidden, of: index) != nil || document.value(.placeholder, of: index) != nil { return true }
        if let style = document.value(.style, of: index), Self.hides(style) { return true }
        if let hidden = document.value(.ariaHidden, of: index), hidden.elementsEqual("true".utf8) { return true }
        return false
    }

    private func isFurniture(_ index: Int, _ counts: PageStatistics.Counts, strict: Bool) -> Bool {
        let tag = document.nodes[index].tag
        switch tag {
        case .nav, .footer, .aside, .menu: return true
        case .text, .html, .body, .main, .article, .p, .a, .br: if tag != .a && tag != .p { return false }
        default: break
        }
        if let role = document.value(.role, of: index), Self.furnitureRoles.contains(Array(role)) { return true }
        guard strict, let names = names[index] else { return tag == .figcaption && strict }
        if tag == .figcaption || names.isCaption, counts.weight < 500 { return true }
        if names.isByline, counts.weight < 200, counts.commas < 4 { return true }
        guard names.furniture > 0 else { return false }
        let sentences = counts.commas
        if names.isCertainFurniture {
            return names.article == 0 || counts.weight < 1_000 && sentences < 6 || counts.linkDensity > 0.4
        }
        return names.article == 0 && tag != .p && sentences < 2 && counts.weight < 600 && counts.paragraphs == 0
            && names.furniture > 1
    }

    private static let furnitureRoles: Set<[UInt8]> = Set(
        [
            "menu", "menubar", "complementary", "navigation", "alert", "alertdialog", "dialog", "banner", "search",
            "contentinfo",
        ]
        .map { Array($0.utf8) })

    /// True for `display: none` and `visibility: hidden`.
    private static func hides(_ style: ArraySlice<UInt8>) -> Bool {
        let compact = style.prefix(400).filter { !ASCII.isSpace($0) }.map(ASCII.lower)
        return hidingStyles.contains { ByteSearch.contains(compact[...], $0) }
    }

    private static let hidingStyles = [Array("display:none".utf8), Array("visibility:hidden".utf8)]
}
