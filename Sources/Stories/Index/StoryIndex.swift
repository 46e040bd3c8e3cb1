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
            insert(member, story: story, fingerprint, keys: member.eventKeys.compactMap(EventKey.init))
        }
    }

    /// Puts an article into its story, or makes one. Placing an article again changes nothing and answers the same story.
    public mutating func place(article: Article, record: ScoredRecord) -> StoryPlacement {
        let newcomer = Newcomer(article: article, record: record)
        if let slot = members.slot(ofArticle: article.id), let again = repeated(newcomer, slot) { return again }
        let match = match(newcomer)
        let earlier = match.flatMap { stories.states[$0.storyID] }
        let story = earlier.map { Self.joined($0.story, by: article) } ?? Self.newStory(article)
        let member = newcomer.member(storyID: story.id)
        insert(member, story: story, newcomer.fingerprint, keys: newcomer.keys)
        return StoryPlacement(
            story: story, member: member, isNew: earlier == nil, reason: match?.reason ?? .first,
            novelty: Novelty.of(match, arrivals: earlier?.arrivals ?? [], at: article.seenAt),
            supersedes: match?.supersedes)
    }

    /// Puts the changed text of a known article into that article's story, also when the story has left the window.
    ///
    /// The story counts no further article: one page was changed.
    public mutating func place(
        article: Article, record: ScoredRecord, changing earlier: Article, of story: Story
    ) -> StoryPlacement {
        let newcomer = Newcomer(article: article, record: record)
        if let slot = members.slot(ofArticle: article.id), let again = repeated(newcomer, slot) { return again }
        var current = stories.states[story.id]?.story ?? story
        current.lastSeenAt = max(current.lastSeenAt, article.seenAt)
        let before = Fingerprint(title: earlier.title, body: earlier.body)
        let share = Fingerprint.similarity(newcomer.fingerprint.bytes[...], before.bytes[...])
        let member = newcomer.member(storyID: current.id)
        insert(member, story: current, newcomer.fingerprint, keys: newcomer.keys)
        let match = StoryMatch(storyID: current.id, reason: .sameURL, share: share, supersedes: earlier.id)
        return StoryPlacement(
            story: current, member: member, isNew: false, reason: .sameURL,
            novelty: Novelty.of(match, arrivals: [], at: article.seenAt), supersedes: earlier.id)
    }

    /// Forgets the articles seen before a moment, and stories that have none left.
    public mutating func remove(before moment: Timestamp) {
        for entry in members.entries where entry.seenAt < moment { stories.removeMember(ofStory: entry.storyID) }
        members.keep { _, entry in entry.seenAt >= moment }
    }

    private mutating func insert(_ member: StoryMember, story: Story, _ fingerprint: Fingerprint, keys: [EventKey]) {
        members.append(
            MemberTable.Entry(
                articleID: member.articleID, storyID: story.id, companyIDs: member.companyIDs, seenAt: member.seenAt,
                urlKey: MemberTable.urlKey(member.canonicalURL)), fingerprint)
        stories.add(story, keys: keys, at: member.seenAt)
        if members.count > maximumMembers { dropOldest(members.count / 4) }
    }

    private mutating func dropOldest(_ count: Int) {
        for entry in members.entries.prefix(count) { stories.removeMember(ofStory: entry.storyID) }
        members.keep { slot, _ in slot >= count }
    }

    private func repeated(_ newcomer: Newcomer, _ slot: Int) -> StoryPlacement? {
        let storyID = members.entries[slot].storyID
        guard let state = stories.states[storyID] else { return nil }
        let isLead = state.story.leadArticleID == newcomer.article.id
        return StoryPlacement(
            story: state.story, member: newcomer.member(storyID: storyID),
            isNew: isLead && state.story.articleCount == 1,
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
        let bytes = members.fingerprint(slot)
        let share = Fingerprint.similarity(newcomer.fingerprint.bytes[...], bytes)
        let hasTitle = newcomer.hasTitle && members.slot(ofTitle: newcomer.fingerprint.titleHash) == slot
        guard share >= Self.samePageShare || hasTitle else { return nil }
        let entry = members.entries[slot]
        return StoryMatch(
            storyID: entry.storyID, reason: .sameURL, share: share, supersedes: share < 1 ? entry.articleID : nil)
    }

    private func sameText(_ newcomer: Newcomer) -> StoryMatch? {
        guard newcomer.hasText, let slot = members.slot(ofContent: newcomer.fingerprint.contentHash),
            isInWindow(slot, newcomer), newcomer.mayShare(members.entries[slot].companyIDs)
        else { return nil }
        let entry = members.entries[slot]
        return StoryMatch(
            storyID: entry.storyID, reason: .sameText, share: 1,
            supersedes: newcomer.isCorrection ? entry.articleID : nil)
    }

    private func nearSame(_ newcomer: Newcomer) -> StoryMatch? {
        let nearest = nearest(newcomer)
        guard let nearest, nearest.similarity >= newcomer.nearShare else { return nil }
        return StoryMatch(
            storyID: members.entries[nearest.slot].storyID, reason: .nearSame(nearest.similarity),
            share: nearest.similarity, supersedes: nil)
    }

    /// What a text marked as a correction corrects: the text of the same title, the nearest one, or the same event's lead.
    private func corrected(_ newcomer: Newcomer) -> StoryMatch? {
        guard newcomer.isCorrection else { return nil }
        if newcomer.hasTitle, let slot = members.slot(ofTitle: newcomer.fingerprint.titleHash),
            isInWindow(slot, newcomer),
            newcomer.mayShare(members.entries[slot].companyIDs)
        {
            return correction(of: slot, newcomer)
        }
        if let nearest = nearest(newcomer), nearest.similarity >= Self.correctedShare {
            return correction(of: nearest.slot, newcomer)
        }
        guard var match = sameEvent(newcomer) else { return nil }
        match.supersedes = stories.states[match.storyID]?.story.leadArticleID
        return match
    }

    private func correction(of slot: Int, _ newcomer: Newcomer) -> StoryMatch {
        let share = Fingerprint.similarity(newcomer.fingerprint.bytes[...], members.fingerprint(slot))
        let entry = members.entries[slot]
        return StoryMatch(
            storyID: entry.storyID, reason: .nearSame(share), share: share, supersedes: entry.articleID)
    }

    /// The gravest event decides; among its stories one with the same party goes before the newest.
    private func sameEvent(_ newcomer: Newcomer) -> StoryMatch? {
        let topics = StoryTable.topics(of: newcomer.keys)
        for key in newcomer.keys {
            let parties = topics[key.topic] ?? []
            var open: StoryMatch?
            for id in stories.ids(ofTopic: key.topic).reversed() {
                guard let state = stories.states[id] else { continue }
                let age = newcomer.article.seenAt.seconds(since: state.story.firstSeenAt)
                let match = StoryMatch(
                    storyID: id, reason: .sameEvent(key.type, key.company), share: 0, supersedes: nil)
                switch PartyMatch(parties, state.topics[key.topic] ?? []) {
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
        members.nearest(newcomer.fingerprint) { entry in
            isInWindow(entry, newcomer) && newcomer.mayShare(entry.companyIDs)
        }
    }

    private func isInWindow(_ slot: Int, _ newcomer: Newcomer) -> Bool {
        isInWindow(members.entries[slot], newcomer)
    }

    private func isInWindow(_ entry: MemberTable.Entry, _ newcomer: Newcomer) -> Bool {
        abs(newcomer.article.seenAt.seconds(since: entry.seenAt)) <= windowSeconds
    }
}
