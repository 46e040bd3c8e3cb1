import NewsModel

/// The companies that an article may name: those of the lexicon, and behind them names of its own that stand on no list.
struct ArticleCompanies: Sendable {
    let lexicon: CompiledLexicon
    private var found: [Found] = []

    /// An article that names more is a list of names; keeps hostile texts linear.
    private static let most = 200

    private struct Found: Sendable {
        var company: Company
        /// The name in the normal form.
        var key: [UInt8]
        var isRater: Bool
        var isFirm: Bool
    }

    init(_ lexicon: CompiledLexicon) {
        self.lexicon = lexicon
    }

    /// Whether all names stand on the lists.
    var areListed: Bool { found.isEmpty }

    /// Whether a company stands on no list.
    func isFound(_ index: Int) -> Bool { index >= lexicon.companies.count }

    func company(_ index: Int) -> Company {
        isFound(index) ? found[index - lexicon.companies.count].company : lexicon.companies[index].company
    }

    /// Whether it stands on an exchange's list.
    func hasCode(_ index: Int) -> Bool {
        !isFound(index) && lexicon.companies[index].company.id != nil
    }

    /// Whether it is a broker or an agency, by the lists or by the place in which it signs.
    func isRater(_ index: Int) -> Bool {
        isFound(index) ? found[index - lexicon.companies.count].isRater : lexicon.companies[index].isRater
    }

    /// Whether it is a company for certain; a name on no list may be something else.
    func isFirm(_ index: Int) -> Bool {
        !isFound(index) || found[index - lexicon.companies.count].isFirm
    }

    /// The number of a name on no list: the one that the article gave it before, also for a shorter form of it
    /// (`Sterlite` after `Sterlite Technologies`); nil where the article names too many.
    mutating func number(ofUnlisted key: [UInt8], isRater: Bool, isFirm: Bool, name: () -> String) -> Int? {
        for index in found.indices where Self.isSame(found[index].key, key) {
            // Who acts anywhere is not only the one who signs.
            if !isRater { found[index].isRater = false }
            if isFirm { found[index].isFirm = true }
            return lexicon.companies.count + index
        }
        guard found.count < Self.most else { return nil }
        found.append(
            Found(company: Company(id: nil, kind: .unlisted, name: name()), key: key, isRater: isRater, isFirm: isFirm))
        return lexicon.companies.count + found.count - 1
    }

    private static func isSame(_ known: [UInt8], _ key: [UInt8]) -> Bool {
        guard known.count > key.count else { return known == key }
        return known[key.count] == 0x20 && known.starts(with: key)
    }
}
