/// What the file of a feed that is being read says: lines of a word and its values.
///
///     reading 2 URL     the deaths before this reading; `died` in place of `reading` once this one's is counted
///     before ID NAME    the article of the death before
///     at ID NAME        the article that is being read
struct ReadingMark {
    /// An article on its way: its id, and its address or title.
    struct Article: Sendable, Hashable {
        let id: String
        let name: String
    }

    let url: String
    private(set) var isReading = false
    private(set) var deaths = 0
    private(set) var article: Article?
    private(set) var earlierArticle: Article?

    init(url: String) {
        self.url = url
    }

    /// Nil where it is no mark.
    init?(text: String) {
        let lines = text.split(separator: "\n").map { $0.split(separator: " ", maxSplits: 2).map(String.init) }
        guard let first = lines.first, first.count == 3, let deaths = Int(first[1]) else { return nil }
        url = first[2]
        isReading = first[0] == "reading"
        self.deaths = deaths
        for line in lines.dropFirst() where line.count == 3 {
            let article = Article(id: line[1], name: line[2])
            if line[0] == "at" { self.article = article } else { earlierArticle = article }
        }
    }

    var text: String {
        var lines = ["\(isReading ? "reading" : "died") \(deaths) \(url)"]
        if let earlierArticle { lines.append("before \(earlierArticle.id) \(earlierArticle.name)") }
        if let article { lines.append("at \(article.id) \(article.name)") }
        return lines.joined(separator: "\n") + "\n"
    }

    mutating func begin() {
        isReading = true
        earlierArticle = article
        article = nil
    }

    func reaching(_ article: Article) -> ReadingMark {
        var mark = self
        mark.article = article
        return mark
    }

    mutating func countDeath() {
        isReading = false
        deaths += 1
    }
}
