import Testing

@testable import Stories

struct CorrectionMarkTests {
    @Test(arguments: [
        ("[기재정정]가람전자 단일판매ㆍ공급계약체결", "가람전자 단일판매ㆍ공급계약체결"),
        ("가람전자 - [기재정정]주요사항보고서", "가람전자 - 주요사항보고서"), ("(정정) 가람전자 실적", " 가람전자 실적"),
        ("Correction: Acme wins order", " Acme wins order"), ("CORRECTED-Acme wins order", "Acme wins order"),
        (" 정정: 가람전자", " 가람전자"),
    ])
    func isTakenOff(_ title: String, _ rest: String) {
        #expect(CorrectionMark.removed(from: title) == rest)
    }

    @Test(arguments: ["가람전자, 정정 공시 요구 받아", "Market correction: stocks slide", "[속보] 가람전자", "", "["])
    func otherTitlesHaveNone(_ title: String) {
        #expect(CorrectionMark.removed(from: title) == nil)
    }
}
