import Testing

@testable import Extraction

struct FurnitureLineTests {
    private func kind(_ text: String) -> FurnitureKind? {
        let line = Line(Array(text.utf8))
        return FurnitureLine.kind(of: line.bytes, weight: line.weight)
    }

    @Test(arguments: [
        ("yesol@saebyeok.example", FurnitureKind.contact), ("하예솔 기자 yesol@saebyeok.example", .contact),
        ("<저작권자 ⓒ 가람경제, 무단 전재 및 재배포 금지>", .copyright), ("© 2026 Example Wire. All rights reserved.", .copyright),
        ("Copyright 2026 The Ledger", .copyright), ("뛰는 새벽소식은 여러분의 제보를 기다립니다.", .appeal), ("▶카카오톡: '새벽제보' 검색", .appeal),
        ("- 포털에서 새벽소식 구독하고 [선물받기▶]", .appeal), ("▶ 영상으로 보기", .appeal), ("ALSO READ: Five stocks to watch", .appeal),
        ("[인기기사]", .endMark), ("■ 관련기사", .endMark), ("Related Articles", .endMark), ("공유하기", .control), ("가", .control),
        ("Share this article", .control), ("• 산업 | 2026-11-10 10:20", .dateLine),
        ("입력 2026.11.14 09:12 | 수정 2026.11.14 10:00", .dateLine),
        ("Updated 9:20 am", .dateLine), ("솔누리전자가 로봇을 만든다. /강바다 기자", .caption), ("가람전자 본사 전경. /사진=가람전자", .caption),
        ("시험 주행을 하고 있다. 누리모빌리티 제공", .caption), ("▲ 가람전자 본사 전경", .caption), ("회장이 말하고 있다 [사진=두레통신]", .caption),
        ("새 배의 모습. /한결조선", .caption), ("최가온 기자", .byline), ("산업부 최가온 기자", .byline), ("By Rosa Field", .byline),
    ])
    func `furniture is known`(text: String, expected: FurnitureKind) {
        #expect(kind(text) == expected)
    }

    @Test(arguments: [
        "가람전자는 14일 영업이익이 38% 늘었다고 밝혔다.", "▲매출 3조원 ▲영업이익 2000억원", "주민에게 발전 수익 나눈다", "변수는 환율",
        "그는 \"무단으로 쓰지 말라\"고 했다.", "The company said it shared results with partners.",
        "Fewer quarries and shared rail yards",
        "기자간담회에서 대표는 신제품을 소개했다.", "회사는 카카오톡으로 상담을 받는다.", "지난 2026년 11월 10일 이사회가 열렸다.",
        "It will be sold and/or leased.", "원/달러 환율은 1400원대다.", "문의는 pr@garam.example로 하면 되며 접수는 이달 말까지 받는다.",
        "맞춤형 서비스 제공", "※ 단위는 억원",
        "▶소띠 오늘의 운세 \"말을 자꾸 바꾸지 마세요. 뚝배기보다는 장맛이에요. \"", "▶가람대 경제학 석사 ▶새벽일보 논설위원 ▶한울대 교수",
        "의원은 저작권자 권리를 보호하는 법안을 냈다고 밝히며 저작권자 단체와 뜻을 모았다.", "회사는 악성 앱 설치가 확인되면 알리기로 했다.",
        "월 9900원에 구독하기를 선택하면 모든 영상을 볼 수 있다고 회사는 설명했다.", "▲나일동씨(새벽일보 기자) 별세=7일, 발인 10일",
    ])
    func `article text stays`(text: String) {
        #expect(kind(text) == nil)
    }

    @Test(arguments: [
        ("끝났다.", true), ("끝났다.\"", true), ("“Done.”", true), ("Why?", true), ("그는…", true), ("제목은 없다", false),
        ("", false), (")", false),
    ])
    func `the end of a sentence`(text: String, ends: Bool) {
        #expect(FurnitureLine.endsSentence(Array(text.utf8)[...]) == ends)
    }
}
