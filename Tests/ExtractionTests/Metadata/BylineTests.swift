import Testing

@testable import Extraction

struct BylineTests {
    @Test(arguments: [
        ("By Jane Doe", "Jane Doe"), ("written by Jane Doe", "Jane Doe"), ("최가온 기자 gaon@a.example", "최가온 기자"),
        ("  박서윤   기자 ", "박서윤 기자"), ("한빛일보 | 모아뉴스", "한빛일보"), ("[글 김하나]", "글 김하나"),
    ])
    func `a name is freed from what surrounds it`(text: String, name: String) {
        #expect(Byline.clean(text) == name)
    }

    @Test func `what is no name gives none`() {
        #expect(Byline.clean("a@b.example") == nil)
        #expect(Byline.clean("null") == nil)
        #expect(Byline.clean(String(repeating: "word ", count: 60)) == nil)
    }

    @Test(arguments: [
        ("[참소식|도예린 기자] 마루게임즈가", "도예린 기자"), ("(서울=두레통신) 임도담 기자 = 검찰이", "임도담 기자"),
        ("산업부 남궁하나 선임기자 a@b.example", "남궁하나 선임기자"), ("기자 회견이 열렸다", nil), ("두 기자", nil),
    ])
    func `the reporter is found in a Korean line`(line: String, name: String?) {
        #expect(Byline.korean(in: Array(line.utf8)[...]) == name)
    }

    @Test(arguments: [
        ("[참소식|도예린 기자] 가람", " 가람"), ("(서울=두레통신) 임도담 기자 = 가람", " 가람"), ("(서울=두레통신) 가람", " 가람"),
        ("[참소식=도예린 기자] 가람", " 가람"), ("(세종) 가람", nil), ("[단독] 가람", nil), ("가람 [참소식 도예린 기자]", nil),
    ])
    func `the reporter's tag at the head of a paragraph ends where the text starts`(line: String, rest: String?) {
        let bytes = Array(line.utf8)
        #expect(FurnitureFilter.leadEnd(bytes).map { String(decoding: bytes[$0...], as: UTF8.self) } == rest)
    }
}
