import NewsModel

/// Makes events of the firings: ties each to a company and merges what tells the same.
struct EventAssembler {
    let lexicon: CompiledLexicon
    let companies: ArticleCompanies
    let standings: [CompanyStanding]
    private let places: StandingPlaces
    /// The company that the article is about: a listed one, else one that is a company for certain.
    private let subject: Int?
    private static let personTypes: Set<String> = ["leadership.appointment", "leadership.departure"]

    init(lexicon: CompiledLexicon, companies: ArticleCompanies, standings: [CompanyStanding]) {
        self.lexicon = lexicon
        self.companies = companies
        self.standings = standings
        places = StandingPlaces(standings)
        subject =
            (standings.first { $0.role == .subject && companies.company($0.company).kind == .listed }
            ?? standings.first { $0.role == .subject && companies.isFirm($0.company) })?.company
    }

    /// The events of an article, in the order in which the article tells them. Firings get a refusal where they raise none.
    func events(
        _ fields: FieldReadings, _ firings: inout [RuleFiring]
    ) -> [EventDraft] {
        if firings.isEmpty { return [] }
        var drafts: [EventDraft] = []
        var places: [Key: [Int]] = [:]
        var owners = parties(fields, &firings)
        for index in UncoveredFirings(lexicon: lexicon).uncover(&firings) {
            owners[index] = owner(of: firings[index], fields)
        }
        OverruledFirings(lexicon: lexicon).refuse(&firings, owners: owners)
        for index in firings.indices where firings[index].refusal == nil {
            let firing = firings[index]
            let field = fields[firing.field]
            let rule = lexicon.rules[firing.rule]
            let company = owners[index]
            let draft = draft(firing, rule, company, field.analysis, field.mentions)
            let key = Key(type: rule.typeNumber, company: company)
            if let place = places[key]?.prefix(Self.mostPersons).first(where: { isSame(drafts[$0], draft) }) {
                merge(draft, into: &drafts[place])
            } else {
                places[key, default: []].append(drafts.count)
                drafts.append(draft)
            }
        }
        return drafts
    }

    /// Events of one type and company that a firing is held against: each is of another person.
    private static let mostPersons = 40

    /// Drafts that may be one event.
    private struct Key: Hashable {
        var type: Int
        var company: Int?
    }

    /// The company of each firing; one that needs a company and has none is refused.
    private func parties(
        _ fields: FieldReadings, _ firings: inout [RuleFiring]
    ) -> [Int?] {
        var parties = PartyWords(lexicon: lexicon)
        var owners = [Int?](repeating: nil, count: firings.count)
        for index in firings.indices where firings[index].refusal == nil {
            let field = fields[firings[index].field]
            owners[index] = owner(of: firings[index], fields)
            if !(owners[index].map(companies.isFirm) ?? false), lexicon.rules[firings[index].rule].needsParty,
                !parties.stand(in: firings[index].sentence, of: field.analysis)
            {
                firings[index].refusal = .noParty
            }
        }
        return owners
    }

    /// The company to which a firing's event happens; nil where there is none.
    private func owner(of firing: RuleFiring, _ fields: FieldReadings) -> Int? {
        let field = fields[firing.field]
        return owner(of: firing, field.analysis, field.mentions).map(parent)
    }

    /// The company in the clause, else in the sentence, else the article's subject.
    private func owner(of firing: RuleFiring, _ analysis: TextAnalysis, _ mentions: [CompanyMention]) -> Int? {
        let start = firing.start
        var inClause = OwnerChoice()
        var inSentence = OwnerChoice()
        // A name that may be something else, or acts on another, owns an event only where nobody else can.
        var unsure = OwnerChoice()
        let near = mentions.inSentence(firing.sentence, \.sentence).prefix(Self.mostMentions)
        let called = CalledByName(firing, lexicon.rules[firing.rule], near)
        if let target = called.target { return target }
        for mention in near {
            guard !mention.isInPassing, let role = role(of: mention.company), role != .rater else { continue }
            guard companies.isFirm(mention.company), !called.isActor(mention) else {
                unsure.add(mention, isBefore: mention.end <= start, isSubject: false)
                continue
            }
            let isSubject = role == .subject && isListed(mention.company)
            inSentence.add(mention, isBefore: mention.end <= start, isSubject: isSubject)
            unsure.add(mention, isBefore: mention.end <= start, isSubject: false)
            let clause = analysis.clause(of: mention.firstWord)
            if firing.pieces.contains(where: { $0.clause == clause }) {
                inClause.add(mention, isBefore: mention.end <= start, isSubject: isSubject)
            }
        }
        if let company = inClause.company ?? inSentence.company ?? subject ?? unsure.company { return company }
        return lexicon.rules[firing.rule].role == "rater" ? standings.first?.company : nil
    }

    /// Companies of a sentence looked at for one firing; keeps hostile sentences linear.
    private static let mostMentions = 40

    /// The mentions of a sentence that stand on the lists: a name on none may be a person's.
    private func listed(_ mentions: [CompanyMention], in sentence: Int) -> [CompanyMention] {
        mentions.inSentence(sentence, \.sentence).filter { !companies.isFound($0.company) }
    }

    /// An unlisted company named after the article's listed subject belongs to it: 카카오브레인 to 카카오.
    private func parent(of company: Int) -> Int {
        guard !isListed(company) else { return company }
        let name = companies.company(company).name
        let owner = standings.first { standing in
            standing.role == .subject && isListed(standing.company)
                && name.hasPrefix(companies.company(standing.company).name)
        }
        return owner?.company ?? company
    }

    private func role(of company: Int) -> CompanyRole? {
        places[company].map { standings[$0].role }
    }

    private func isListed(_ company: Int) -> Bool {
        companies.company(company).kind == .listed
    }

    private func draft(
        _ firing: RuleFiring, _ rule: EventRule, _ company: Int?, _ analysis: TextAnalysis, _ mentions: [CompanyMention]
    ) -> EventDraft {
        var score = rule.score
        var phase = rule.phase
        var severity = rule.severity
        if firing.isDenied {
            score *= 0.3
            severity = severity * 6 / 10
            phase = rule.group == "legal" ? .alleged : phase
        }
        if firing.isCalledOff {
            score = -score * 0.5
            severity = severity * 5 / 10
            phase = rule.group == "deal" ? .failed : .closed
        }
        let person =
            Self.personTypes.contains(rule.type.rawValue)
            ? PersonFinder(analysis: analysis, mentions: listed(mentions, in: firing.sentence)).name(near: firing) : nil
        return EventDraft(
            type: rule.type, company: company, person: person, phase: phase, role: rule.role,
            factLevel: firing.factLevel,
            severity: severity, score: score, relevance: relevance(firing, company), firings: [firing])
    }

    /// The headline is highest, then the lead; an event of a company in passing counts less.
    private func relevance(_ firing: RuleFiring, _ company: Int?) -> Int {
        let place = firing.field == .title ? 100 : firing.sentence < 3 ? 80 : firing.sentence < 10 ? 60 : 45
        guard let company, let role = role(of: company) else { return place * 7 / 10 }
        return role == .subject ? place : place * 6 / 10
    }

    private func isSame(_ draft: EventDraft, _ other: EventDraft) -> Bool {
        guard let first = draft.person, let second = other.person else { return true }
        return first == second
    }

    private func merge(_ draft: EventDraft, into event: inout EventDraft) {
        event.firings += draft.firings
        event.relevance = max(event.relevance, draft.relevance)
        if event.person == nil { event.person = draft.person }
        // The gravest phase told is the event's; a fact outweighs an expectation of the same.
        if draft.severity > event.severity {
            event.severity = draft.severity
            event.phase = draft.phase ?? event.phase
            event.score = draft.score
            event.role = draft.role ?? event.role
        } else if event.phase == nil {
            event.phase = draft.phase
        }
        if draft.factLevel == .fact { event.factLevel = .fact }
    }
}
