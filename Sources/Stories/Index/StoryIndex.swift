public import NewsModel

/// Finds the story of each new article among the articles of a window. A value: its owner confines it to one actor.
///
/// An article joins the story of an earlier one that is the same page, has the same or nearly the same text, or tells the
/// same event of the same company, in whatever language. Memory is bounded by the window and by `maximumMembers`.
public struct StoryIndex: Sendable {
    private let windowSeconds: Int64
    private let maximumMembers: Int
    private var members = MemberTable()
    private var stories = StoryTable()
    private var companies = NameNumbers()

    /// Share of the text above which two articles are nearly the same.
    static let nearShare = 0.5
    /// The same for headlines alone, which are short and share their few words more easily.
    static let nearHeadlineShare = 0.7
    /// Share below which one page holds two different texts: a page that lists news, a link that a whole feed shares.
    static let samePageShare = 0.15
    /// Share above which a marked correction is one of an earlier text.
    static let correctedShare = 0.3
    /// Seconds within which two reports of one topic are one event although the parties cannot be compared.
    static let openPartySeconds: Int64 = 24 * 3600
    /// Seconds within which they are where the parties agree, or the topic has none.
    static let samePartySeconds: Int64 = 72 * 3600

    /// An index over articles seen within `windowSeconds` of each other; beyond `maximumMembers` the oldest quarter goes.
    public init(windowSeconds: Int64, maximumMembers: Int = 200_000) {
        self.windowSeconds = max(0, windowSeconds)
        self.maximumMembers = max(4, maximumMembers)
    }

    /// Articles in the index.
    public var memberCount: Int { members.count }

    /// Fills the index at start with stored members, oldest first, and their stories. Members that cannot be used (of a
    /// story that is not given, with a fingerprint of another version) are left out.
    public mutating func load(members stored: [StoryMember], stories storedStories: [Story]) {
        let byID = Dictionary(storedStories.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        for member in stored {
            guard let story = byID[member.storyID], let fingerprint = Fingerprint(bytes: member.fingerprint),
                members.slot(ofArticle: member.articleID) == nil
            else { continue }
            insert(
                member, story: story, CompactFingerprint(fingerprint), keys: member.eventKeys.compactMap(EventKey.init))
        }
    }

    /// Puts an article into its story, or makes one. Placing an article again changes nothing and answers the same story.
    public mutating func place(article: Article, record: ScoredRecord) -> StoryPlacement {
        let newcomer = Newcomer(article: article, record: record, companies: companies)
        if let slot = members.slot(ofArticle: article.id) { return repeated(newcomer, slot) }
        let match = match(newcomer)
        let story = match.map { Self.joined(stories.story($0.story), by: article) } ?? Self.newStory(article)
        let arrivals = match.map { stories.arrivals($0.story) } ?? []
        let member = newcomer.member(storyID: story.id)
        insert(member, story: story, newcomer.compact, keys: newcomer.keys)
        return StoryPlacement(
            story: story, member: member, isNew: match == nil, reason: match?.reason ?? .first,
            novelty: Novelty.of(match, arrivals: arrivals, at: article.seenAt), supersedes: match?.supersedes)
    }

    /// Puts the changed text of a known article into that article's story, also when the story has left the window.
    ///
    /// The story counts no further article: one page was changed.
    public mutating func place(
        article: Article, record: ScoredRecord, changing earlier: Article, of story: Story
    ) -> StoryPlacement {
        let newcomer = Newcomer(article: article, record: record, companies: companies)
        if let slot = members.slot(ofArticle: article.id) { return repeated(newcomer, slot) }
        var current = stories.number(ofID: story.id).map(stories.story) ?? story
        current.lastSeenAt = max(current.lastSeenAt, article.seenAt)
        let before = Fingerprint(title: earlier.title, body: earlier.body)
        let share = Fingerprint.similarity(newcomer.fingerprint, before)
        let member = newcomer.member(storyID: current.id)
        let number = insert(member, story: current, newcomer.compact, keys: newcomer.keys)
        let match = StoryMatch(story: number, reason: .sameURL, share: share, supersedes: earlier.id)
        return StoryPlacement(
            story: current, member: member, isNew: false, reason: .sameURL,
            novelty: Novelty.of(match, arrivals: [], at: article.seenAt), supersedes: earlier.id)
    }

    /// Forgets the articles seen before a moment, and stories that have none left.
    public mutating func remove(before moment: Timestamp) {
        guard (0..<members.count).contains(where: { members.seenAt($0) < moment }) else { return }
        keep { members, slot in members.seenAt(slot) >= moment }
    }

    @discardableResult
    private mutating func insert(
        _ member: StoryMember, story: Story, _ fingerprint: CompactFingerprint, keys: [EventKey]
    ) -> Int32 {
        let number = stories.add(story, topics: StoryTable.topics(of: keys), at: member.seenAt)
        members.append(
            MemberTable.Entry(
                articleID: member.articleID, story: number, companies: member.companyIDs.map { companies.add($0) },
                seenAt: member.seenAt, urlKey: MemberTable.urlKey(member.canonicalURL)), fingerprint)
        if members.count > maximumMembers {
            let dropped = members.count / 4
            keep { _, slot in slot >= dropped }
        }
        return number
    }

    /// Builds the tables anew from some of the members and their stories.
    private mutating func keep(where isKept: (MemberTable, Int) -> Bool) {
        let (oldMembers, oldStories) = (members, stories)
        (members, stories) = (MemberTable(), StoryTable())
        var numbers: [Int32: Int32] = [:]
        for slot in 0..<oldMembers.count where isKept(oldMembers, slot) {
            var entry = oldMembers.entry(slot)
            let number = numbers[entry.story] ?? stories.take(entry.story, of: oldStories)
            numbers[entry.story] = number
            entry.story = number
            members.append(entry, oldMembers.fingerprint(slot))
        }
    }

    private func repeated(_ newcomer: Newcomer, _ slot: Int) -> StoryPlacement {
        let story = stories.story(members.story(slot))
        let isLead = story.leadArticleID == newcomer.article.id
        return StoryPlacement(
            story: story, member: newcomer.member(storyID: story.id), isNew: isLead && story.articleCount == 1,
            reason: isLead ? .first : .sameText, novelty: isLead ? 100 : 0, supersedes: nil)
    }
}

// MARK: - Which story

extension StoryIndex {
    /// The ways to join, the surest first.
    private func match(_ newcomer: Newcomer) -> StoryMatch? {
        samePage(newcomer) ?? sameText(newcomer) ?? corrected(newcomer) ?? nearSame(newcomer) ?? sameEvent(newcomer)
    }

    private func samePage(_ newcomer: Newcomer) -> StoryMatch? {
        guard let slot = members.slot(ofURL: newcomer.urlKey), isInWindow(slot, newcomer) else { return nil }
        let share = newcomer.compact.similarity(members.fingerprint(slot))
        let hasTitle = newcomer.hasTitle && members.slot(ofTitle: newcomer.compact.titleHash) == slot
        guard share >= Self.samePageShare || hasTitle else { return nil }
        return StoryMatch(
            story: members.story(slot), reason: .sameURL, share: share,
            supersedes: share < 1 ? members.articleID(slot) : nil)
    }

    private func sameText(_ newcomer: Newcomer) -> StoryMatch? {
        guard newcomer.hasText, let slot = members.slot(ofContent: newcomer.compact.contentHash),
            isAllowed(slot, newcomer)
        else { return nil }
        return StoryMatch(
            story: members.story(slot), reason: .sameText, share: 1,
            supersedes: newcomer.isCorrection ? members.articleID(slot) : nil)
    }

    private func nearSame(_ newcomer: Newcomer) -> StoryMatch? {
        guard let nearest = nearest(newcomer), nearest.similarity >= newcomer.nearShare else { return nil }
        return StoryMatch(
            story: members.story(nearest.slot), reason: .nearSame(nearest.similarity), share: nearest.similarity,
            supersedes: nil)
    }

    /// What a text marked as a correction corrects: the text of the same title, the nearest one, or the same event's lead.
    private func corrected(_ newcomer: Newcomer) -> StoryMatch? {
        guard newcomer.isCorrection else { return nil }
        if newcomer.hasTitle, let slot = members.slot(ofTitle: newcomer.compact.titleHash), isAllowed(slot, newcomer) {
            return correction(of: slot, newcomer)
        }
        if let nearest = nearest(newcomer), nearest.similarity >= Self.correctedShare {
            return correction(of: nearest.slot, newcomer)
        }
        guard var match = sameEvent(newcomer) else { return nil }
        match.supersedes = stories.leadArticleID(match.story)
        return match
    }

    private func correction(of slot: Int, _ newcomer: Newcomer) -> StoryMatch {
        let share = newcomer.compact.similarity(members.fingerprint(slot))
        return StoryMatch(
            story: members.story(slot), reason: .nearSame(share), share: share, supersedes: members.articleID(slot))
    }

    /// The gravest event decides; among its stories one with the same party goes before the newest.
    private func sameEvent(_ newcomer: Newcomer) -> StoryMatch? {
        let topics = StoryTable.topics(of: newcomer.keys)
        for key in newcomer.keys {
            let parties = topics[key.topic] ?? []
            var open: StoryMatch?
            for number in stories.stories(ofTopic: key.topic).reversed() {
                let age = newcomer.article.seenAt.seconds(since: stories.firstSeenAt(number))
                let match = StoryMatch(
                    story: number, reason: .sameEvent(key.type, key.company), share: 0, supersedes: nil)
                switch PartyMatch(parties, stories.parties(number, ofTopic: key.topic)) {
                case .same where age <= min(windowSeconds, Self.samePartySeconds): return match
                case .open where age <= min(windowSeconds, Self.openSeconds(key.type)): open = open ?? match
                case .same, .open, .different: continue
                }
            }
            if let open { return open }
        }
        return nil
    }

    private static func openSeconds(_ type: EventType) -> Int64 {
        EventParties.kinds(for: type).isEmpty ? samePartySeconds : openPartySeconds
    }

    private func nearest(_ newcomer: Newcomer) -> (slot: Int, similarity: Double)? {
        members.nearest(newcomer.compact) { isAllowed($0, newcomer) }
    }

    private func isAllowed(_ slot: Int, _ newcomer: Newcomer) -> Bool {
        isInWindow(slot, newcomer) && newcomer.mayShare(members.companies(slot))
    }

    private func isInWindow(_ slot: Int, _ newcomer: Newcomer) -> Bool {
        abs(newcomer.article.seenAt.seconds(since: members.seenAt(slot))) <= windowSeconds
    }
}
