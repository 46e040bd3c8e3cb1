import Testing

@testable import Extraction

struct TitleCleanerTests {
    @Test(arguments: [
        ("가람전자 이익 증가 | 한빛일보", "가람전자 이익 증가"),
        ("가람전자 이익 증가 - 온누리경제", "가람전자 이익 증가"),
        ("가람전자 이익 증가 < 산업 < 기사본문 - 온누리뉴스", "가람전자 이익 증가"),
        ("가람전자 이익 증가 > 산업 > 온누리뉴스", "가람전자 이익 증가"),
        ("Home > Business > Profit rises", "Home > Business > Profit rises"),
        ("가람전자 이익 증가 :: 가온데일리", "가람전자 이익 증가"),
        ("가람전자 이익 증가 : 모아뉴스", "가람전자 이익 증가"),
        ("가람전자 이익 증가|한빛일보", "가람전자 이익 증가"),
        ("Profit rises | The Ledger", "Profit rises"),
        ("Profit rises - ledger.example", "Profit rises"),
        ("The Ledger | Profit rises", "Profit rises"),
        ("Whales and men | Ann Lee", "Whales and men | Ann Lee"),
        ("A - B - C", "A - B - C"),
        ("가람-나래 합병 - 2조 규모", "가람-나래 합병 - 2조 규모"),
        ("한빛일보", "한빛일보"),
        ("", ""),
    ])
    func `names of sites are cut, other parts stay`(title: String, cleaned: String) {
        #expect(TitleCleaner.clean(title, sites: ["The Ledger", "ledger.example"]) == cleaned)
    }

    @Test func `the main heading tells where a title ends`() {
        #expect(
            TitleCleaner.clean("Orders rise again - Business - Some Site", sites: [], heading: "Orders rise again")
                == "Orders rise again")
    }
}
