import NewsModel

/// The companies of a lexicon by their numbers, and all names that each is found by.
struct CompanyTable: Sendable {
    struct Entry: Sendable {
        let company: Company
        /// A broker or rating agency.
        let isRater: Bool
    }

    private(set) var entries: [Entry] = []
    /// The names of all, made into strings only for who looks companies up.
    private(set) var names = TextPool()
    /// The names of company n are `names[nameStart[n]..<nameStart[n + 1]]`.
    private(set) var nameStart: [Int32] = [0]

    init(_ companies: [LexiconCompany]) {
        entries.reserveCapacity(companies.count)
        for company in companies {
            entries.append(Entry(company: company.company, isRater: company.isRater))
            for (name, _) in company.names { names.append(name) }
            nameStart.append(Int32(names.count))
        }
    }

    init(entries: [Entry], names: TextPool, nameStart: [Int32]) throws(ImageDamage) {
        try ImageDamage.unless(nameStart, cut: names.count)
        try ImageDamage.unless(nameStart.count == entries.count + 1)
        self.entries = entries
        self.names = names
        self.nameStart = nameStart
    }

    func names(of number: Int) -> [String] {
        (Int(nameStart[number])..<Int(nameStart[number + 1])).map { names[$0] }
    }
}
