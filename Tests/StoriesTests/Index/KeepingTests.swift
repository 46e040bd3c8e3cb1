import NewsModel
import Testing

@testable import Stories

/// What the index knows again after a restart, and how much it holds.
struct KeepingTests {
    @Test func loadedMembersAreJoinedAsBefore() {
        let body = "가람전자는 30일 이사회를 열고 새 공장을 짓기로 했다. 공장은 내년 봄에 문을 연다. 직원 이백 명을 더 뽑을 계획이다."
        var before = StoryIndex.threeDays()
        let placed = [
            before.place(Report(id: "a1", title: "가람전자 새 공장", body: body, url: "https://news.example/1")),
            before.place(Report(id: "a2", title: "가람전자 새 공장", body: body, source: "나", hours: 1)),
            before.place(
                Report(id: "a3", title: "가람전자 대표에 정신아 내정", hours: 1, events: [("leadership.appointment", "내정")])),
        ]
        var after = StoryIndex.threeDays()
        after.load(members: placed.map(\.member), stories: [placed[1].story, placed[2].story])
        #expect(after.memberCount == 3)
        let next = [
            Report(id: "b1", title: "가람전자 새 공장", body: body, source: "다", hours: 2),
            Report(id: "b2", title: "바뀐 제목", body: body, url: "http://www.news.example/1", hours: 2),
            Report(
                id: "b3", title: "정신아 내정자, 가람전자 이끈다", source: "라", hours: 5,
                events: [("leadership.appointment", "내정자")]),
        ]
        for report in next { #expect(after.place(report) == before.place(report)) }
    }

    @Test func membersThatCannotBeUsedAreLeftOut() {
        var index = StoryIndex.threeDays()
        var source = StoryIndex.threeDays()
        let placed = source.place(Report(id: "a1", title: "가람전자 새 공장"))
        let old = StoryMember(
            articleID: "a2", storyID: placed.story.id, fingerprint: [0, 1], eventKeys: ["broken"], companyIDs: [],
            canonicalURL: nil, seenAt: Report.noon)
        let orphan = StoryMember(
            articleID: "a3", storyID: "s0", fingerprint: placed.member.fingerprint, eventKeys: [], companyIDs: [],
            canonicalURL: nil, seenAt: Report.noon)
        index.load(members: [placed.member, placed.member, old, orphan], stories: [placed.story])
        #expect(index.memberCount == 1)
    }

    @Test func theOldestGoWhenItIsFull() {
        var index = StoryIndex(windowSeconds: 72 * 3600, maximumMembers: 100)
        var lines = Lines(words: Lines.english, seed: 3)
        for number in 0..<1000 {
            _ = index.place(Report(id: "a\(number)", title: lines.text(12).joined(separator: " "), language: .english))
            #expect(index.memberCount <= 100)
        }
        #expect(index.memberCount > 70)
    }

    @Test func twentyThousandArticlesFindTheirCopies() {
        var index = StoryIndex.threeDays()
        var lines = Lines(words: Lines.english, seed: 5)
        var texts: [[String]] = []
        var wrong = 0
        for number in 0..<20_000 {
            let text = lines.text(40)
            if number % 40 == 0 { texts.append(text) }
            let report = Report(
                id: "a\(number)", title: "t", body: text.joined(separator: " "), language: .english, companies: [])
            if !index.place(report).isNew { wrong += 1 }
        }
        #expect(index.memberCount == 20_000)
        #expect(wrong == 0)
        var found = 0
        for (number, text) in texts.enumerated() {
            let near = lines.changed(text, share: 0.04).joined(separator: " ")
            let placed = index.place(
                Report(id: "b\(number)", title: "t", body: near, language: .english, companies: []))
            if placed.story.leadArticleID == "a\(number * 40)" { found += 1 }
        }
        #expect(Double(found) >= 0.97 * Double(texts.count))
        index.remove(before: Report.noon.adding(seconds: 1))
        #expect(index.memberCount == 0)
    }

    @Test func copiesOfOneTemplateDoNotSlowTheLookUp() {
        var index = StoryIndex.threeDays()
        for number in 0..<3000 {
            let company = Company(id: "XKRX:\(100_000 + number)", kind: .listed, name: "회사\(number)")
            let report = Report(id: "a\(number)", title: "장중 52주 신고가 경신한 종목입니다", companies: [company])
            #expect(index.place(report).isNew)
        }
    }
}
