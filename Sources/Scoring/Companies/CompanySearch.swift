public import NewsModel

extension CompiledLexicon {
    /// A company with all the names that it is found by.
    public struct NamedCompany: Sendable, Hashable {
        public let company: Company
        public let names: [String]
        /// A broker or rating agency.
        public let isRater: Bool
    }

    /// The companies that have `part` in a name or an id, in the order of the lists; letter case does not count.
    public func companies(named part: String) -> [NamedCompany] {
        let wanted = part.lowercased()
        guard !wanted.isEmpty else { return [] }
        return companies.indices.compactMap { number in
            let entry = companies[number]
            let names = [entry.company.name] + companyTable.names(of: number)
            guard
                names.contains(where: { $0.lowercased().contains(wanted) })
                    || entry.company.id?.lowercased().contains(wanted) ?? false
            else { return nil }
            var seen: Set<String> = []
            return NamedCompany(
                company: entry.company, names: names.filter { seen.insert($0).inserted }, isRater: entry.isRater)
        }
    }
}
