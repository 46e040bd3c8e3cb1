/// The sums of an article: of all cues, and of those that speak of each company.
struct CompanySums {
    private(set) var all = CueSums()
    /// Of the cues that speak of no company.
    private var common = CueSums()
    /// Of each standing, in their order.
    private var companies: [CueSums]

    /// - Parameter cues: in the order of the text.
    init(_ cues: [SentimentCue], _ standings: [CompanyStanding]) {
        companies = standings.isEmpty ? [] : [CueSums](repeating: CueSums(), count: standings.count)
        let places = StandingPlaces(standings)
        for cue in cues {
            all.add(cue)
            guard let company = cue.company else {
                common.add(cue)
                continue
            }
            if let place = places[company] { companies[place].add(cue) }
        }
    }

    func own(_ standing: Int) -> CueSums {
        companies[standing]
    }

    func ownAndCommon(_ standing: Int) -> CueSums {
        companies[standing].adding(common)
    }
}

/// Finds a company among the standings of an article: nearly always there are a few, and no dictionary is made.
struct StandingPlaces {
    private let standings: [CompanyStanding]
    private let places: [Int: Int]

    /// More than these are worth a dictionary.
    static let few = 8

    init(_ standings: [CompanyStanding]) {
        self.standings = standings
        places =
            standings.count <= Self.few
            ? [:]
            : Dictionary(
                standings.enumerated().map { ($1.company, $0) }, uniquingKeysWith: { first, _ in first })
    }

    subscript(_ company: Int) -> Int? {
        standings.count <= Self.few ? standings.firstIndex { $0.company == company } : places[company]
    }
}
