/// The companies and terms that a user follows.
public struct Watchlist: Sendable, Hashable {
    /// Ids (`XKRX:035720`) or names as the lexicon shows them.
    public var companies: Set<String>
    /// Words looked for in title and body.
    public var terms: [String]

    public init(companies: Set<String> = [], terms: [String] = []) {
        self.companies = companies
        self.terms = terms
    }

    /// True for a company whose id or shown name is on the list.
    public func holds(_ company: Company) -> Bool {
        companies.contains(company.name) || company.id.map(companies.contains) ?? false
    }
}
