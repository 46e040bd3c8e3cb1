import NewsModel

/// What a company is to an article, before its sentiment is known.
struct CompanyStanding: Sendable {
    /// Index into the lexicon's companies.
    var company: Int
    var relevance: Int
    var role: CompanyRole
    /// Places in title and body.
    var titleMentions: [CompanyMention]
    var bodyMentions: [CompanyMention]
}

/// Weighs the companies of an article by place, frequency and role.
struct RelevanceScale {
    let companies: ArticleCompanies
    let title: TextAnalysis
    let body: TextAnalysis
    /// What rules of the group `analyst` found in each field.
    let analysts: [TextField: AnalystPlaces]

    private static let titlePoints = 50
    private static let leadPoints = 20
    private static let frequencyPoints = 30
    private static let leadSentences = 2
    private static let uncertainPoints = 60
    /// An article is about the companies from here on.
    private static let subjectFrom = 50

    /// All companies named, most relevant first, equal ones in the order of the text.
    func standings(title titleMentions: [CompanyMention], body bodyMentions: [CompanyMention]) -> [CompanyStanding] {
        if titleMentions.isEmpty, bodyMentions.isEmpty { return [] }
        var standings = gathered(titleMentions, bodyMentions)
        let most = standings.map { $0.titleMentions.count + $0.bodyMentions.count }.max() ?? 0
        // The lead begins where the body first names a company: what stands before it says nothing of any.
        let lead = bodyMentions.first.map { $0.sentence..<$0.sentence + Self.leadSentences } ?? 0..<0
        for index in standings.indices { weigh(&standings[index], most: most, lead: lead) }
        markRaters(&standings)
        settleSubjects(&standings)
        if standings.count < 2 { return standings }
        // Stable: equal relevance keeps the order of first mention.
        return standings.enumerated().sorted { ($1.element.relevance, $0.offset) < ($0.element.relevance, $1.offset) }
            .map(\.element)
    }

    /// The companies in the order of first mention.
    private func gathered(_ titleMentions: [CompanyMention], _ bodyMentions: [CompanyMention]) -> [CompanyStanding] {
        var standings: [CompanyStanding] = []
        // A few companies are found faster by looking at all of them.
        var places: [Int: Int] = [:]
        for (mentions, isTitle) in [(titleMentions, true), (bodyMentions, false)] where !mentions.isEmpty {
            for mention in mentions {
                let known =
                    standings.count <= StandingPlaces.few
                    ? standings.firstIndex { $0.company == mention.company } : places[mention.company]
                let place = known ?? standings.count
                if known == nil {
                    if place == StandingPlaces.few {
                        for index in standings.indices { places[standings[index].company] = index }
                    }
                    if place >= StandingPlaces.few { places[mention.company] = place }
                    standings.append(
                        CompanyStanding(
                            company: mention.company, relevance: 0, role: .mentioned, titleMentions: [],
                            bodyMentions: []))
                }
                if isTitle {
                    standings[place].titleMentions.append(mention)
                } else {
                    standings[place].bodyMentions.append(mention)
                }
            }
        }
        return standings
    }

    private func weigh(_ standing: inout CompanyStanding, most: Int, lead: Range<Int>) {
        let count = standing.titleMentions.count + standing.bodyMentions.count
        let hasBody = !body.sentences.isEmpty
        var points = 0
        if standing.titleMentions.contains(where: { !$0.isInPassing }) {
            points += hasBody ? Self.titlePoints : 90
        }
        if standing.bodyMentions.contains(where: { lead.contains($0.sentence) && !$0.isInPassing }) {
            points += title.sentences.isEmpty ? Self.leadPoints + 30 : Self.leadPoints
        }
        if hasBody, most > 0 { points += Self.frequencyPoints * count / most }
        if standing.titleMentions.allSatisfy(\.isInPassing), standing.bodyMentions.allSatisfy(\.isInPassing) {
            points = min(points, 40)
        }
        // A name on no list that may be something else is never what the article is about.
        if !companies.isFirm(standing.company) { points = min(points, Self.uncertainPoints) }
        standing.relevance = max(5, min(100, points))
    }

    /// A broker beside the company that it speaks about.
    private func markRaters(_ standings: inout [CompanyStanding]) {
        for index in standings.indices where signs(standings[index]) { makeRater(&standings[index]) }
        let hasAnalyst = analysts[.title] != nil
        if !hasAnalyst, !standings.contains(where: isBroker) { return }
        let tagged = standings.indices.filter { index in
            standings[index].titleMentions.contains { isTag($0) && (hasAnalyst || isBroker(standings[index])) }
        }
        for index in tagged where standings.count > 1 || hasAnalyst { makeRater(&standings[index]) }
        let hasOther = standings.contains { !isBroker($0) && $0.role != .rater }
        for index in standings.indices where isBroker(standings[index]) && standings[index].role != .rater {
            let standing = standings[index]
            let inTitle = tagged.isEmpty && standing.titleMentions.contains { speaks($0, title, .title, hasOther) }
            let inBody =
                standing.titleMentions.isEmpty && standing.bodyMentions.contains { speaks($0, body, .body, hasOther) }
            if inTitle || inBody { makeRater(&standings[index]) }
        }
    }

    /// Named in a signature only.
    private func signs(_ standing: CompanyStanding) -> Bool {
        standing.titleMentions.allSatisfy(\.isSpeaker) && standing.bodyMentions.allSatisfy(\.isSpeaker)
    }

    private func isBroker(_ standing: CompanyStanding) -> Bool {
        companies.isRater(standing.company)
    }

    private func makeRater(_ standing: inout CompanyStanding) {
        standing.role = .rater
        standing.relevance = min(standing.relevance, 40)
    }

    private func speaks(_ mention: CompanyMention, _ analysis: TextAnalysis, _ field: TextField, _ hasOther: Bool)
        -> Bool
    {
        if AnalystWords.stand(after: mention, analysis) { return true }
        guard let places = analysts[field], places.sentences.contains(mention.sentence) else { return false }
        // `현대차증권, AA급으로 ...` is about the broker itself, but for an agency that a rule took for the rater.
        return hasOther || places.starts.contains(mention.start)
            || !analysis.text.bytes[Int(mention.end)...].starts(with: [UInt8(ascii: ",")])
    }

    /// `...-키움증권`, `[NH투자증권]`, `DS證 "..."` in a title.
    private func isTag(_ mention: CompanyMention) -> Bool {
        let place = SignaturePlace(title)
        if place.follows(dash: mention.start, lastWord: mention.lastWord) { return true }
        return companies.isRater(mention.company)
            && (place.precedesQuote(end: mention.end)
                || place.isBracketed(start: mention.start, lastWord: mention.lastWord))
    }

    private func settleSubjects(_ standings: inout [CompanyStanding]) {
        let others = standings.contains { $0.role == .rater } ? standings.filter { $0.role != .rater } : standings
        let counterparts = TitleSubjects(analysis: title, companies: companies).counterparts(others)
        for index in standings.indices where standings[index].role != .rater {
            if counterparts.contains(standings[index].company) {
                standings[index].relevance = min(standings[index].relevance, 45)
            }
            standings[index].role = standings[index].relevance >= Self.subjectFrom ? .subject : .mentioned
        }
    }
}

/// Where rules of the group `analyst` found their elements in one field.
struct AnalystPlaces {
    var sentences: Set<Int> = []
    /// Byte offsets of their pieces: the rater is one of them where a rule names it.
    var starts: Set<Int32> = []
}

/// Words that follow a broker's name when it speaks: 연구원, 애널리스트, analyst.
enum AnalystWords {
    private static let words: [[UInt8]] = ["연구원", "애널리스트", "리서치", "연구위원", "analyst", "analysts", "strategist"].map {
        Array($0.utf8)
    }

    static func stand(after mention: CompanyMention, _ analysis: TextAnalysis) -> Bool {
        for index in (Int(mention.lastWord) + 1)..<(Int(mention.lastWord) + 3) where index < analysis.words.count {
            let word = analysis.text.bytes[Int(analysis.words[index].start)..<Int(analysis.words[index].end)]
            if words.contains(where: { word.starts(with: $0) }) { return true }
        }
        return false
    }
}
