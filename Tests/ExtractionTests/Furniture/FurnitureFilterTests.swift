import NewsModel
import Testing

@testable import Extraction

struct FurnitureFilterTests {
    private let first = "가람전자가 새 공장을 짓는다고 14일 밝혔다. 공장은 내년 하반기에 문을 열며 직원 300명을 뽑는다."
    private let second = "회사는 투자 금액을 2조원으로 잡았다. 증권가는 수요가 이어질지 지켜봐야 한다는 의견을 내놨다."

    private func filter(_ lines: [String], title: String? = nil) -> FurnitureFilter {
        FurnitureFilter(lines.map { Line(Array($0.utf8)) }, title: title, defaultOffset: 0)
    }

    @Test func `the title, repeats and furniture are dropped and counted`() {
        let found = filter(["새 공장 짓는다", "주요 내용", first, "주요 내용", "공유하기", second], title: "새 공장, 짓는다")
        #expect(found.kept.map(\.text) == ["주요 내용", first, second])
        #expect(found.dropped == 3)
    }

    @Test func `after the last paragraph's furniture only prose is kept`() {
        let found = filter([first, "변수는 환율", second, "hana@garam.example", "가람시 도서관 새 단장", "오늘의 날씨"])
        #expect(found.kept.map(\.text) == [first, "변수는 환율", second])
        #expect(found.dropped == 3)
    }

    @Test func `furniture in the middle does not end the article`() {
        let found = filter([first, "hana@garam.example", "변수는 환율", second])
        #expect(found.kept.map(\.text) == [first, "변수는 환율", second])
    }

    @Test func `a heading of other articles ends it, unless most of the text follows`() {
        #expect(filter([first, second, "[관련기사]", first + " 더."]).kept.map(\.text) == [first, second, first + " 더."])
        #expect(filter([first, second, "[관련기사]", "가람시 도서관 새 단장"]).kept.map(\.text) == [first, second])
        #expect(filter(["관련기사", "가람시 도서관 새 단장", first, second]).kept.map(\.text).suffix(2) == [first, second])
    }

    @Test func `the reporter and the date are kept as facts`() {
        let found = filter(["입력 2026-11-14 09:12", "[가람경제=박서윤 기자] " + first, second])
        #expect(found.byline == "박서윤 기자")
        #expect(found.date?.iso8601 == "2026-11-14T09:12:00Z")
        #expect(found.kept.map(\.text) == [first, second])
    }

    @Test func `calls to comment are furniture, a report about comments is not`() {
        let found = filter([first, "Tell us what you think", "To post a comment, log into your account.", second])
        #expect(found.kept.map(\.text) == [first, second])
        let report = "회사는 댓글을 남기려면 본인 확인을 거치게 했다고 밝혔다. 새 규정은 내년 1월부터 시행한다."
        #expect(filter([first, report]).kept.map(\.text) == [first, report])
    }

    @Test func `a tag alone on its line leaves no empty line`() {
        #expect(filter(["[가람경제 박서윤 기자]", first]).kept.map(\.text) == [first])
    }
}
