internal import Crypto
import Foundation
import NewsModel

/// An article on its way into the index, with all that it is looked up by.
struct Newcomer {
    let article: Article
    let fingerprint: Fingerprint
    /// The same as the index keeps it.
    let compact: CompactFingerprint
    let keys: [EventKey]
    let companyIDs: [String]
    /// Numbers of those that earlier articles are about.
    let companies: [Int32]
    let canonicalURL: String?
    let urlKey: UInt64?
    let isCorrection: Bool

    init(article: Article, record: ScoredRecord, companies numbers: NameNumbers) {
        self.article = article
        fingerprint = Fingerprint(title: article.title, body: article.body)
        compact = CompactFingerprint(fingerprint)
        keys = EventKey.keys(of: article, record: record)
        companyIDs = record.companies.filter { $0.role == .subject }.compactMap(\.company.id)
        companies = companyIDs.compactMap(numbers.number)
        canonicalURL = article.canonicalURL ?? article.url.flatMap(CanonicalURL.canonical)
        urlKey = MemberTable.urlKey(canonicalURL)
        isCorrection = CorrectionMark.removed(from: article.title) != nil
    }

    /// True where the text says enough to be found by its words.
    var hasText: Bool { compact.isFindable }
    /// True where the title does.
    var hasTitle: Bool { hasText && article.title.utf8.count >= 12 }
    var nearShare: Double {
        article.body.isEmpty ? StoryIndex.nearHeadlineShare : StoryIndex.nearShare
    }

    /// False for texts about different companies: one template (a price move, a filing) serves for all of them.
    func mayShare(_ others: ArraySlice<Int32>) -> Bool {
        companyIDs.isEmpty || others.isEmpty || companies.contains(where: others.contains)
    }

    func member(storyID: String) -> StoryMember {
        StoryMember(
            articleID: article.id, storyID: storyID, fingerprint: fingerprint.bytes, eventKeys: keys.map(\.text),
            companyIDs: companyIDs, canonicalURL: canonicalURL, seenAt: article.seenAt)
    }
}

extension StoryIndex {
    /// Publishers named a story; more say nothing new.
    private static let mostSources = 100

    static func newStory(_ article: Article) -> Story {
        let hash = SHA256.hash(data: Data("story:\(article.id)".utf8))
        return Story(
            id: "s" + hexadecimal(hash.prefix(10)), leadArticleID: article.id, articleCount: 1,
            sources: article.source.map { [$0] } ?? [], bestSourceRank: article.sourceRank, firstSeenAt: article.seenAt,
            lastSeenAt: article.seenAt)
    }

    static func joined(_ story: Story, by article: Article) -> Story {
        var story = story
        story.articleCount += 1
        if let source = article.source, story.sources.count < mostSources, !story.sources.contains(source) {
            story.sources.append(source)
        }
        story.bestSourceRank = min(story.bestSourceRank, article.sourceRank)
        story.lastSeenAt = max(story.lastSeenAt, article.seenAt)
        return story
    }
}
