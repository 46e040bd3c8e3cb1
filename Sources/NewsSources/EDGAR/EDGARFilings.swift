import FeedParsing

/// Filings out of EDGAR's entries.
///
/// The list of current filings names a filing once for each party (`4 - DOE JANE (0001234567) (Reporting)` and
/// `4 - ACME CORP (0000012345) (Issuer)`); one entry is kept, of the company that the filing is about. The list of one
/// company names the company in the feed's title only (`ACME CORP (0000012345)`).
struct EDGARFilings {
    let pages: [ParsedFeed]

    /// One entry a filing, in the order of the list.
    var entries: [ParsedEntry] {
        var places: [String: Int] = [:]
        var kept: [(entry: ParsedEntry, party: EDGARParty?)] = []
        for page in pages {
            for entry in page.entries {
                let party = EDGARParty(title: entry.title)
                let id = entry.id ?? entry.link ?? entry.title
                if let place = places[id] {
                    if (party?.rank ?? 9) < (kept[place].party?.rank ?? 9) { kept[place] = (entry, party) }
                } else {
                    places[id] = kept.count
                    kept.append((entry, party))
                }
            }
        }
        return kept.map { readable($0.entry, $0.party) }
    }

    /// `ACME CORP: 8-K` for a title; the items of the form stay in the text.
    private func readable(_ entry: ParsedEntry, _ party: EDGARParty?) -> ParsedEntry {
        var entry = entry
        if let party {
            entry.title = "\(party.name): \(party.form)"
            entry.categories = [party.form]
        } else if let company = pages.first?.title.map(EDGARParty.withoutNumber), !company.isEmpty {
            entry.title = "\(company): \(entry.title)"
        }
        if entry.published == nil { entry.published = entry.updated }
        return entry
    }
}

/// The parts of a title `FORM - NAME (CIK) (ROLE)`.
struct EDGARParty: Equatable {
    let form: String
    let name: String
    let role: String

    init?(title: String) {
        guard let dash = title.firstRange(of: " - "), title.hasSuffix(")"), let open = title.lastIndex(of: "("),
            open > dash.upperBound
        else { return nil }
        role = String(title[title.index(after: open)...].dropLast())
        form = String(title[..<dash.lowerBound]).trimmingSpaces
        name = Self.withoutNumber(String(title[dash.upperBound..<open]).trimmingSpaces)
        guard !form.isEmpty, !name.isEmpty else { return nil }
    }

    /// Whom a filing is about, first: the subject of a 13D before the one who files it.
    var rank: Int {
        switch role {
        case "Subject", "Issuer": 0
        case "Filer": 1
        default: 2
        }
    }

    /// `ACME CORP (0000012345)` without the number.
    static func withoutNumber(_ name: String) -> String {
        guard name.hasSuffix(")"), let open = name.lastIndex(of: "("),
            name[open...].dropFirst().dropLast().allSatisfy(\.isNumber)
        else { return name.trimmingSpaces }
        return String(name[..<open]).trimmingSpaces
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
