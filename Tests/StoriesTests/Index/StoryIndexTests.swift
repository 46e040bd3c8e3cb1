import NewsModel
import Testing

@testable import Stories

/// Joining by page and by text, what a story holds, and its keeping.
struct StoryIndexTests {
    private let body = "가람전자는 30일 이사회를 열고 새 공장을 짓기로 했다. 공장은 내년 봄에 문을 연다. 회사는 앞으로 직원 이백 명을 더 뽑을 계획이다."

    @Test func theFirstOpensAStory() {
        var index = StoryIndex.threeDays()
        let placed = index.place(Report(id: "a1", title: "가람전자 새 공장", body: body, rank: 3))
        #expect(placed.isNew && placed.reason == .first && placed.novelty == 100 && placed.supersedes == nil)
        #expect(placed.story.leadArticleID == "a1" && placed.story.articleCount == 1)
        #expect(placed.story.sources == ["새소식"] && placed.story.bestSourceRank == 3)
        #expect(placed.member.storyID == placed.story.id && placed.member.articleID == "a1")
        #expect(placed.member.companyIDs == ["XKRX:000001"])
    }

    @Test func theStorysIDComesFromItsLead() {
        var (one, two) = (StoryIndex.threeDays(), StoryIndex.threeDays())
        #expect(one.place(Report(id: "a1", title: "x")).story.id == two.place(Report(id: "a1", title: "y")).story.id)
        #expect(one.place(Report(id: "a2", title: "z")).story.id != two.place(Report(id: "a1", title: "y")).story.id)
    }

    @Test func theSameTextJoins() {
        var index = StoryIndex.threeDays()
        let first = index.place(Report(id: "a1", title: "가람전자 새 공장", body: body, source: "가", rank: 6))
        let copy = Report(id: "a2", title: "가람전자, 새 공장", body: body, source: "나", rank: 2, hours: 1)
        let second = index.place(copy)
        #expect(second.reason == .sameText && second.novelty == 0 && !second.isNew)
        #expect(second.story.id == first.story.id && second.story.articleCount == 2)
        #expect(second.story.sources == ["가", "나"] && second.story.bestSourceRank == 2)
        #expect(second.story.firstSeenAt == Report.noon && second.story.lastSeenAt == Report.noon.adding(seconds: 3600))
    }

    @Test func nearlyTheSameTextJoins() {
        var index = StoryIndex.threeDays()
        let first = index.place(Report(id: "a1", title: "가람전자 새 공장", body: body))
        let second = index.place(
            Report(id: "a2", title: "가람전자 새 공장", body: body.replacing("이백 명", with: "삼백 명") + " 끝.", hours: 2))
        #expect(second.story.id == first.story.id)
        guard case .nearSame(let share) = second.reason else {
            Issue.record("\(second.reason)")
            return
        }
        #expect(share >= 0.5 && share < 1)
        #expect(second.novelty <= 50)
    }

    @Test func anotherCompanysCopyOfATemplateStaysApart() {
        var index = StoryIndex.threeDays()
        let first = index.place(Report(id: "a1", title: "장중 3% 상승", body: body))
        let other = index.place(Report(id: "a2", title: "장중 3% 상승", body: body, companies: [Report.naru]))
        #expect(other.isNew && other.story.id != first.story.id)
    }

    @Test func anotherTextStaysApart() {
        var index = StoryIndex.threeDays()
        _ = index.place(Report(id: "a1", title: "가람전자 새 공장", body: body))
        let other = "나루화학이 비료 값을 올린다고 밝혔다. 농민 단체는 반대하는 뜻을 냈다. 값은 다음 달부터 오른다."
        #expect(index.place(Report(id: "a2", title: "비료 값 오른다", body: other)).isNew)
    }

    @Test func aChangedTextAtOneAddressReplaces() {
        var index = StoryIndex.threeDays()
        let first = index.place(Report(id: "a1", title: "가람전자 새 공장", body: body, url: "http://news.example/1"))
        let second = index.place(
            Report(
                id: "a2", title: "가람전자 새 공장", body: body + " 공장 이름은 정하지 않았다. 시장은 환영했다.",
                url: "https://www.news.example/1?utm_source=x", hours: 1))
        #expect(second.reason == .sameURL && second.supersedes == "a1" && second.story.id == first.story.id)
        #expect(second.novelty > 0 && second.novelty < 60)
    }

    @Test func anAddressThatManyTextsShareJoinsNothing() {
        var index = StoryIndex.threeDays()
        let page = "https://news.example/list"
        _ = index.place(Report(id: "a1", title: "가람전자 새 공장", body: body, url: page))
        let other = "나루화학이 비료 값을 올린다고 밝혔다. 농민 단체는 반대하는 뜻을 냈다. 값은 다음 달부터 오른다."
        #expect(index.place(Report(id: "a2", title: "비료 값 오른다", body: other, url: page)).isNew)
        #expect(index.place(Report(id: "a3", title: "앞", body: "", url: "https://news.example/")).isNew)
        #expect(index.place(Report(id: "a4", title: "뒤", body: "", url: "https://news.example/")).isNew)
    }

    @Test func shortTextsAreNotFoundByTheirWords() {
        var index = StoryIndex.threeDays()
        _ = index.place(Report(id: "a1", title: "[부고]", companies: []))
        #expect(index.place(Report(id: "a2", title: "[부고]", companies: [])).isNew)
    }

    @Test func nearlyEqualHeadlinesJoin() {
        var index = StoryIndex.threeDays()
        let first = index.place(Report(id: "a1", title: "가람전자, 평택에 반도체 새 공장 3조원 투자하기로"))
        let second = index.place(Report(id: "a2", title: "가람전자 평택에 반도체 새 공장… 3조원 투자하기로 결정"))
        #expect(second.story.id == first.story.id)
        #expect(index.place(Report(id: "a3", title: "가람전자, 평택 반도체 공장 노조와 임금 협상 시작")).isNew)
    }

    @Test func placingAgainChangesNothing() {
        var index = StoryIndex.threeDays()
        let report = Report(id: "a1", title: "가람전자 새 공장", body: body)
        let first = index.place(report)
        #expect(index.place(report) == first)
        #expect(index.memberCount == 1)
        _ = index.place(Report(id: "a2", title: "가람전자 새 공장", body: body))
        let again = index.place(Report(id: "a2", title: "가람전자 새 공장", body: body))
        #expect(again.story.articleCount == 2 && !again.isNew && again.story.id == first.story.id)
    }

    @Test func beyondTheWindowNothingJoins() {
        var index = StoryIndex.threeDays()
        let first = index.place(Report(id: "a1", title: "가람전자 새 공장", body: body))
        #expect(index.place(Report(id: "a2", title: "가람전자 새 공장", body: body, hours: 73)).isNew)
        index.remove(before: Report.noon.adding(seconds: 1))
        #expect(index.memberCount == 1)
        let third = index.place(Report(id: "a3", title: "가람전자 새 공장", body: body, hours: 1))
        #expect(third.story.leadArticleID == "a2" && third.story.id != first.story.id)
    }

    @Test func everyReasonHasItsWords() {
        let type = EventType(rawValue: "legal.lawsuit")
        #expect("\(JoinReason.first)" == "first article of its story")
        #expect("\(JoinReason.sameURL)" == "same page as an earlier article")
        #expect("\(JoinReason.sameText)" == "same text as an earlier article")
        #expect("\(JoinReason.nearSame(0.614))" == "61 % of the text of an earlier article")
        #expect(
            "\(JoinReason.sameEvent(type, "XKRX:000001"))"
                == "same event as an earlier article: legal.lawsuit of XKRX:000001")
    }

    @Test func aChangedTextJoinsTheStoryOfItsPageAlsoWhenThatHasLeftTheWindow() {
        let first = Report(
            id: "a1", title: "가람전자, 나루화학 상대로 특허 침해 소송 제기", body: "가람전자는 25일 서울중앙지법에 소장을 냈다.",
            url: "https://news.example/1")
        var index = StoryIndex.threeDays()
        let story = index.place(first).story
        var fresh = StoryIndex.threeDays()
        let changed = Report(
            id: "a2", title: "가람전자, 나루화학 상대로 특허 침해 소송 제기", body: "가람전자는 25일 수원지법에 소장을 냈다.",
            url: "https://news.example/1", hours: 24 * 10)
        let placement = fresh.place(
            article: changed.article, record: changed.record, changing: first.article, of: story)
        #expect(placement.story.id == story.id && placement.supersedes == "a1" && !placement.isNew)
        #expect(placement.story.articleCount == 1, "one page, changed")
        #expect((1...60).contains(placement.novelty), "\(placement.novelty)")
        let same = fresh.place(
            article: changed.article, record: changed.record, changing: first.article, of: story)
        #expect(same.story.id == story.id)
    }
}
