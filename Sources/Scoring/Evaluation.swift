import NewsModel

/// Everything that the judgement of one article rests on: the record and the explanation are both made of it.
final class Evaluation: Sendable {
    let title: TextAnalysis
    let body: TextAnalysis
    let companies: ArticleCompanies
    let standings: [CompanyStanding]
    let cues: [SentimentCue]
    let events: [EventDraft]
    /// All rules that found their elements, also those that raised nothing.
    let firings: [RuleFiring]
    let sentiment: Sentiment
    /// Sentiment of each standing, in their order.
    let companySentiments: [Sentiment]
    /// Sums of the weights, before the class decision.
    let sums: CueSums

    init(
        title: TextAnalysis, body: TextAnalysis, companies: ArticleCompanies, standings: [CompanyStanding], cues: [SentimentCue],
        events: [EventDraft], firings: [RuleFiring], sentiment: Sentiment, companySentiments: [Sentiment],
        sums: CueSums
    ) {
        self.title = title
        self.body = body
        self.companies = companies
        self.standings = standings
        self.cues = cues
        self.events = events
        self.firings = firings
        self.sentiment = sentiment
        self.companySentiments = companySentiments
        self.sums = sums
    }
}

/// Runs the steps in their order: read, find companies, fire rules, weigh, tie events to companies, sum up.
struct ArticleEvaluator {
    let lexicon: CompiledLexicon

    func evaluate(title: String, body: String, language: Language) -> Evaluation {
        let titleAnalysis = TextAnalysis(title, field: .title, lexicon: lexicon, language: language)
        let bodyAnalysis =
            body.isEmpty
            ? TextAnalysis.emptyBody : TextAnalysis(body, field: .body, lexicon: lexicon, language: language)
        var reader = MentionReader(lexicon: lexicon, language: language)
        let mentions = reader.mentions(of: [(title, titleAnalysis), (body, bodyAnalysis)])
        let companies = reader.companies
        let fields = zip([titleAnalysis, bodyAnalysis], mentions).map { analysis, mentions in
            let visible = NameCover.uncovered(analysis, by: mentions.filter { !companies.isFound($0.company) })
            return (
                analysis: visible, mentions: mentions,
                matcher: RuleMatcher(
                    lexicon: lexicon, companies: companies, analysis: visible, mentions: mentions)
            )
        }
        var firings: [RuleFiring] = []
        for field in fields {
            firings += FiringReview(lexicon: lexicon, analysis: field.analysis).reviewed(field.matcher.firings())
        }
        let scale = RelevanceScale(
            companies: companies, title: fields[0].analysis, body: fields[1].analysis,
            analystSentences: analystSentences(firings))
        let standings = scale.standings(title: fields[0].mentions, body: fields[1].mentions)
        let events = EventAssembler(lexicon: lexicon, companies: companies, standings: standings).events(fields, &firings)
        return sum(fields.map { ($0.analysis, $0.mentions) }, companies, standings, events, firings, language)
    }

    private func analystSentences(_ firings: [RuleFiring]) -> [TextField: Set<Int>] {
        var sentences: [TextField: Set<Int>] = [:]
        for firing in firings where firing.refusal == nil && lexicon.rules[firing.rule].type.group == "analyst" {
            sentences[firing.field, default: []].insert(firing.sentence)
        }
        return sentences
    }

    private func sum(
        _ fields: [(analysis: TextAnalysis, mentions: [CompanyMention])], _ companies: ArticleCompanies,
        _ standings: [CompanyStanding],
        _ events: [EventDraft],
        _ firings: [RuleFiring], _ language: Language
    ) -> Evaluation {
        let parameters = ScoringParameters.of(language)
        let evaluator = PolarityEvaluator(lexicon: lexicon, language: language)
        var cues: [SentimentCue] = []
        for field in fields {
            if field.analysis.words.isEmpty { continue }
            let eventCues = EventCues(lexicon: lexicon, parameters: parameters).cues(events, field.analysis)
            var found = evaluator.cues(in: field.analysis, events: eventCues)
            CueOwner(standings: standings, mentions: field.mentions, events: events).assign(&found, field.analysis)
            cues += found
        }
        let weights = SentenceWeights(parameters: parameters, title: fields[0].analysis, body: fields[1].analysis)
        weights.apply(to: &cues)
        let decision = ClassDecision(parameters: parameters)
        var sums = CueSums()
        var common = CueSums()
        var own: [Int: CueSums] = [:]
        for cue in cues {
            sums.add(cue)
            if let company = cue.company { own[company, default: CueSums()].add(cue) } else { common.add(cue) }
        }
        let companySentiments = standings.map { standing in
            if language == .undetermined { return Sentiment.none }
            let said = own[standing.company] ?? CueSums()
            // What is said of the whole is said of its subjects.
            return decision.sentiment(standing.role == .subject ? said.adding(common) : said)
        }
        return Evaluation(
            title: fields[0].analysis, body: fields[1].analysis, companies: companies, standings: standings, cues: cues, events: events,
            firings: firings,
            sentiment: language == .undetermined ? .none : decision.sentiment(sums),
            companySentiments: companySentiments, sums: sums)
    }
}
