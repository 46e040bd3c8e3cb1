import Foundation
import NewsModel
import Stories
import Testing

struct CoverageTableTests {
    private let now = Report.noon

    private func ago(_ hours: Int64) -> Timestamp { now.adding(seconds: -hours * 3600) }

    @Test func countsStandInFiveWindows() {
        var table = CoverageTable()
        for hours in [1, 12, 13, 24, 25, 72, 73, 120, 121, 168, 169] as [Int64] {
            table.add(storyID: "s1", shares: ["XKRX:000001": 0], at: ago(hours))
        }
        table.add(storyID: "s2", shares: ["XKRX:000001": 0], at: ago(2))
        #expect(table.novelty(ofStory: "s1", at: now).values == [2, 4, 6, 8, 10])
        #expect(table.volume(ofCompanies: ["XKRX:000001"], at: now).values == [3, 5, 7, 9, 11])
        #expect(table.novelty(ofStory: "s3", at: now) == CoverageCounts())
        // Of several companies the most covered one counts.
        table.add(storyID: "s4", shares: ["XKRX:000002": 0], at: ago(1))
        #expect(table.volume(ofCompanies: ["XKRX:000002", "XKRX:000001"], at: now).days7 == 11)
    }

    @Test func forgettingKeepsTheWeek() {
        var table = CoverageTable()
        table.add(storyID: "s1", shares: ["c": 0.5], at: ago(200))
        table.add(storyID: "s1", shares: ["c": 0], at: ago(100))
        table.remove(before: now.adding(seconds: -CoverageTable.windowSeconds))
        #expect(table.novelty(ofStory: "s1", at: ago(90)).values == [1, 1, 1, 1, 1])
        #expect(table.risk(ofCompany: "c", at: now) == 0)
    }

    @Test func riskFadesByHalfInTwoDaysAndNeverPassesItsBounds() {
        var table = CoverageTable()
        table.add(storyID: "s1", shares: ["c": 0.8], at: ago(0))
        #expect(table.risk(ofCompany: "c", at: now) == 80)
        #expect(table.risk(ofCompany: "c", at: now.adding(seconds: 2 * 86_400)) == 40)
        #expect(table.risk(ofCompany: "c", at: now.adding(seconds: 8 * 86_400)) == 0)
        #expect(table.risk(ofCompany: "c", adding: 0.5, at: now) == 90)
        for _ in 0..<50 { table.add(storyID: "s2", shares: ["c": 0.9], at: now) }
        #expect(table.risk(ofCompany: "c", at: now) == 100)
        #expect(table.risk(ofCompany: "other", at: now) == 0)
    }

    @Test func theOrderOfArrivalDoesNotMatter() {
        var table = CoverageTable()
        for hours in [30, 1, 200, 13, 73] as [Int64] {
            table.add(storyID: "s1", shares: ["c": 0.1], at: ago(hours))
        }
        #expect(table.novelty(ofStory: "s1", at: now).values == [1, 2, 3, 4, 4])
        #expect(table.novelty(ofStory: "s1", at: ago(30)).values == [1, 1, 2, 2, 2], "what came later does not count")
        table.remove(before: ago(100))
        #expect(table.volume(ofCompanies: ["c"], at: ago(90)).values == [0, 0, 0, 0, 0])
        #expect(table.volume(ofCompanies: ["c"], at: now).days7 == 4)
    }

    @Test func windowsAreOfWholeSeconds() {
        var table = CoverageTable()
        table.add(storyID: "s1", shares: [:], at: now)
        func counted(_ milliseconds: Int64) -> Int {
            table.novelty(ofStory: "s1", at: Timestamp(milliseconds: now.milliseconds + milliseconds)).hours12
        }
        let window: Int64 = 12 * 3_600_000
        #expect(counted(window + 999) == 1)
        #expect(counted(window + 1000) == 0)
        #expect(counted(-999) == 1, "a clock that is set back by less than a second")
        #expect(counted(-1000) == 0)
    }

    @Test func manySmallSharesAddUpToWhatTheFormulaSays() {
        var table = CoverageTable()
        for hours in 0..<20 as Range<Int64> { table.add(storyID: "s", shares: ["c": 0.05], at: ago(hours)) }
        let calm = (0..<20).reduce(1.0) { $0 * (1 - 0.05 * exp2(-Double($1) / 48)) }
        #expect(table.risk(ofCompany: "c", at: now) == Int((100 * (1 - calm)).rounded()))
    }

    @Test func anArticleAddsItsGravestBadEvent() {
        var record = Report(id: "a1", title: "가람전자", events: [("legal.lawsuit", "")]).record
        #expect(CoverageTable.shares(of: record) == ["XKRX:000001": 0.54])
        record.events = []
        #expect(CoverageTable.shares(of: record) == ["XKRX:000001": 0])
    }
}
