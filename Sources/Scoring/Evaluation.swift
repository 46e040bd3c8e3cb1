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
        title: TextAnalysis, body: TextAnalysis, companies: ArticleCompanies, standings: [CompanyStanding],
        cues: [SentimentCue], events: [EventDraft], firings: [RuleFiring], sentiment: Sentiment,
        companySentiments: [Sentiment],
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

    /// The normal form of a field.
    func text(of field: TextField) -> NormalText {
        field == .title ? title.text : body.text
    }
}

/// Runs the steps in their order: read, find companies, fire rules, weigh, tie events to companies, sum up.
///
/// It keeps its memory from one article to the next. `@unchecked` because one evaluator serves one article at a time:
/// `EvaluatorPool` hands it to one thread and takes it back.
final class ArticleEvaluator: @unchecked Sendable {
    private let lexicon: CompiledLexicon
    private var titleBuffers = FieldBuffers()
    private var bodyBuffers = FieldBuffers()
    private var matcher: RuleMatcher

    init(lexicon: CompiledLexicon) {
        self.lexicon = lexicon
        matcher = RuleMatcher(lexicon: lexicon)
    }

    func evaluate(title: String, body: String, language: Language) -> Evaluation {
        let titleAnalysis = TextAnalysis(
            title, field: .title, lexicon: lexicon, language: language, buffers: &titleBuffers)
        let bodyAnalysis =
            body.isEmpty
            ? TextAnalysis.emptyBody
            : TextAnalysis(body, field: .body, lexicon: lexicon, language: language, buffers: &bodyBuffers)
        var reader = MentionReader(lexicon: lexicon, language: language)
        let mentions = reader.mentions(title: (title, titleAnalysis), body: (body, bodyAnalysis))
        let companies = reader.companies
        let fields = FieldReadings(
            title: FieldReading(titleAnalysis, mentions.title, companies),
            body: FieldReading(bodyAnalysis, mentions.body, companies))
        var firings: [RuleFiring] = []
        for field in [fields.title, fields.body] where !field.analysis.cues.isEmpty {
            var found: [RuleFiring] = []
            matcher.match(field, companies, into: &found)
            if found.isEmpty { continue }
            FiringReview(lexicon: lexicon, analysis: field.analysis).review(&found)
            // Taken as they are, not copied: a long body has many.
            if firings.isEmpty { swap(&firings, &found) } else { firings += found }
        }
        let scale = RelevanceScale(
            companies: companies, title: fields.title.analysis, body: fields.body.analysis,
            analysts: analysts(firings))
        let standings = scale.standings(title: fields.title.mentions, body: fields.body.mentions)
        let events = EventAssembler(lexicon: lexicon, companies: companies, standings: standings)
            .events(fields, &firings)
        return sum(fields, companies, standings, events, firings, language)
    }

    /// Takes back the memory that an evaluation was made with; nobody may hold the evaluation any more.
    func take(back evaluation: consuming Evaluation) {
        titleBuffers.take(back: evaluation.title)
        if evaluation.body !== TextAnalysis.emptyBody { bodyBuffers.take(back: evaluation.body) }
    }

    private func analysts(_ firings: [RuleFiring]) -> [TextField: AnalystPlaces] {
        var places: [TextField: AnalystPlaces] = [:]
        for firing in firings where firing.refusal == nil && lexicon.rules[firing.rule].group == "analyst" {
            places[firing.field, default: AnalystPlaces()].sentences.insert(firing.sentence)
            places[firing.field, default: AnalystPlaces()].starts.formUnion(firing.pieces.map(\.start))
        }
        return places
    }

    private func sum(
        _ fields: FieldReadings, _ companies: ArticleCompanies, _ standings: [CompanyStanding], _ events: [EventDraft],
        _ firings: [RuleFiring], _ language: Language
    ) -> Evaluation {
        let parameters = lexicon.parameters(of: language)
        let evaluator = PolarityEvaluator(lexicon: lexicon, language: language)
        var cues: [SentimentCue] = []
        for field in [fields.title, fields.body] where !field.analysis.words.isEmpty {
            let eventCues = EventCues(parameters: parameters).cues(events, field.analysis)
            var found = evaluator.cues(in: field.analysis, events: eventCues)
            CueOwner(standings: standings, mentions: field.mentions, events: events).assign(&found, field.analysis)
            // Taken as it is, not copied: a long body has many.
            if cues.isEmpty { cues = found } else { cues += found }
        }
        let weights = SentenceWeights(parameters: parameters, title: fields.title.analysis, body: fields.body.analysis)
        weights.apply(to: &cues)
        let decision = ClassDecision(parameters: parameters)
        let sums = CompanySums(cues, standings)
        let companySentiments = standings.indices.map { index in
            if language == .undetermined { return Sentiment.none }
            // What is said of the whole is said of its subjects.
            return decision.sentiment(standings[index].role == .subject ? sums.ownAndCommon(index) : sums.own(index))
        }
        return Evaluation(
            title: fields.title.analysis, body: fields.body.analysis, companies: companies, standings: standings,
            cues: cues, events: events, firings: firings,
            sentiment: language == .undetermined ? .none : decision.sentiment(sums.all),
            companySentiments: companySentiments, sums: sums.all)
    }
}
