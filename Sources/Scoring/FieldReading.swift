import NewsModel

/// One field of an article with its companies settled.
struct FieldReading {
    let analysis: TextAnalysis
    let mentions: [CompanyMention]

    static let emptyBody = FieldReading(analysis: .emptyBody, mentions: [])
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
