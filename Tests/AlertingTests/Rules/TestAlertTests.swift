import NewsModel
import Testing

@testable import Alerting

struct TestAlertTests {
    @Test func itSaysThatItIsATest() throws {
        let template = try #require(MessageTemplates.builtIn.template("text", language: .english))
        let text = template.render(
            TestAlert.make(now: noon), view: AlertView(language: .english, clock: .utc), escaping: .text)
        #expect(
            text == """
                [50 medium] Newsward - neutral 0.00
                  This is a test of Newsward, not news. 뉴스워드 시험 알림입니다.
                  * court verdict, decided [50]
                  newsward alerts test, 2026-11-25 03:00 +00:00
                """)
        #expect(TestAlert.make(now: noon).id != TestAlert.make(now: noon.adding(seconds: 1)).id)
    }
}
