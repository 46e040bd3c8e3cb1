import NewsModel
import Testing

@testable import Extraction

struct PageDateTests {
    @Test(arguments: [
        ("2026-11-23T14:05:00+09:00", "2026-11-23T05:05:00Z"),
        ("2026-11-23T14:05:00.123Z", "2026-11-23T14:05:00Z"),
        ("2026-11-23T14:05+0900", "2026-11-23T05:05:00Z"),
        ("2026-11-23 14:05:33", "2026-11-23T05:05:33Z"),
        ("2026.11.23 14:05", "2026-11-23T05:05:00Z"),
        ("2026. 11. 23. 오후 2:05", "2026-11-23T05:05:00Z"),
        ("2026년 11월 23일 오전 12시 5분", "2026-11-22T15:05:00Z"),
        ("2026.11.23(월) 14:05", "2026-11-23T05:05:00Z"),
        ("입력 2026/11/23 09:00 | 수정 2026/11/23 10:00", "2026-11-23T00:00:00Z"),
        ("송고시간2026-11-26 10:31", "2026-11-26T01:31:00Z"),
        ("20261123140500", "2026-11-23T05:05:00Z"),
        ("20261123", "2026-11-22T15:00:00Z"),
        ("November 23, 2026 2:05 pm EST", "2026-11-23T19:05:00Z"),
        ("Nov. 23, 2026 at 2:05 p.m. GMT", "2026-11-23T14:05:00Z"),
        ("23 November 2026 14:05 UTC", "2026-11-23T14:05:00Z"),
        ("Sept 3rd, 2026", "2026-09-02T15:00:00Z"),
    ])
    func `dates are read in the forms that pages use`(text: String, moment: String) {
        #expect(PageDate.timestamp(in: text, defaultOffset: PageDate.koreanOffset)?.iso8601 == moment)
    }

    @Test(arguments: [
        "", "no date", "2026-13-01", "2026-02-30", "1200-01-01", "03-04-05", "May 2026", "전화 02-123-4567", "march on",
    ])
    func `what is no date gives none`(text: String) {
        #expect(PageDate.timestamp(in: text, defaultOffset: 0) == nil)
    }
}
