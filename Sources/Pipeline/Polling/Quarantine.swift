import Logging
import NewsModel
import Storage

/// Sets aside what the program keeps dying on: the article where it is known, else the feed.
struct Quarantine {
    /// Deaths in a row before something is set aside. Two may be the doing of whoever ends the program from outside.
    static let deaths = 3
    /// A feed with so many articles set aside is set aside itself: its next articles would cost as many deaths each.
    static let articlesOfAFeed = 3
    static let reasonPrefix = "quarantined: "

    /// The feeds set aside now.
    private(set) var feeds: [String] = []
    /// The articles set aside now.
    private(set) var articles: [SetAsideArticle] = []
    /// The other feeds that the last process died on.
    private(set) var suspects: Set<String> = []

    static func reason(_ deaths: Int) -> String {
        "\(reasonPrefix)the program died \(deaths) times in a row while it read this feed"
    }

    /// To be called at start, before anything is polled.
    static func review(
        _ marks: ReadingMarks, board: FeedBoard, store: any NewsStore, at moment: Timestamp
    ) async throws -> Quarantine {
        var quarantine = Quarantine()
        var earlier = Dictionary(grouping: try await store.setAsideArticles(), by: \.feedURL).mapValues(\.count)
        for suspect in marks.takeSuspects() {
            guard suspect.deaths >= deaths else {
                quarantine.suspects.insert(suspect.url)
                continue
            }
            if let found = suspect.article, earlier[suspect.url, default: 0] < articlesOfAFeed {
                let article = SetAsideArticle(id: found.id, feedURL: suspect.url, name: found.name, at: moment)
                try await store.setAside(article)
                earlier[suspect.url, default: 0] += 1
                quarantine.articles.append(article)
            } else if try await board.setFeed(
                suspect.url, enabled: false, reason: reason(suspect.deaths), at: moment)
            {
                quarantine.feeds.append(suspect.url)
            }
            marks.forget(suspect.url)
        }
        return quarantine
    }

    func log(to logger: Logger) {
        for url in feeds {
            logger.error("feed set aside: the program died on it again and again", metadata: ["feed": "\(url)"])
        }
        for article in articles {
            logger.error(
                "article set aside: the program died on it again and again",
                metadata: ["id": "\(article.id)", "article": "\(article.name)", "feed": "\(article.feedURL)"])
        }
    }
}
