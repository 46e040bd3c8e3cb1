import Extraction
import NewsModel
import Testing

struct LanguageDetectorTests {
    @Test(arguments: [
        "가람전자, 3분기 영업이익 38% 증가", "美 기준금리 인하…원/달러 환율 하락", "AI 반도체 HBM4 양산", "삼성전자 Galaxy Unpacked 2026 공개",
        "[속보] CEO 교체",
    ])
    func korean(text: String) {
        #expect(LanguageDetector.language(of: text) == .korean)
    }

    @Test(arguments: [
        "The company said that profit rose.", "Harborlight to buy Redstone for $1.2 billion",
        "Shares drop 5% after hours",
        "Profit rises at café chain, as the firm's sales of coffee and cake beat what analysts had expected from it in the quarter",
        "Samsung (삼성) shares rise on memory demand, the analysts say",
    ])
    func english(text: String) {
        #expect(LanguageDetector.language(of: text) == .english)
    }

    @Test(arguments: [
        "", "12,345 -6.7%", "日本銀行は利上げを決めた", "央行宣布下调存款准备金率", "La société a annoncé une hausse des ventes",
        "El banco central sube los tipos de interés", "Die Aktie des Konzerns ist gefallen",
        "Компания сообщила о росте прибыли",
        "O técnico diz que errou ao levar a taça", "الشركة تعلن أرباحها", "!!!", "Le groupe va racheter son concurrent",
    ])
    func undetermined(text: String) {
        #expect(LanguageDetector.language(of: text) == .undetermined)
    }
}
