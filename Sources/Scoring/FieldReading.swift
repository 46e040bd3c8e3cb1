import NewsModel

/// One field of an article with its companies settled.
struct FieldReading {
    /// Without the terms that names cover.
    let analysis: TextAnalysis
    let mentions: [CompanyMention]

    init(_ analysis: TextAnalysis, _ mentions: [CompanyMention], _ companies: ArticleCompanies) {
        // A name on no list may be something else: the Justice Department keeps its cues.
        let listed = companies.areListed ? mentions : mentions.filter { !companies.isFound($0.company) }
        self.analysis = NameCover(lexicon: companies.lexicon).uncovered(analysis, by: listed)
        self.mentions = mentions
    }
}

/// Title and body of an article.
struct FieldReadings {
    let title: FieldReading
    /// Without words where the article is a headline.
    let body: FieldReading

    subscript(_ field: TextField) -> FieldReading {
        field == .title ? title : body
    }
}
