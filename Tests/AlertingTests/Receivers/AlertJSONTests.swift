import NewsModel
import Testing

@testable import Alerting

struct AlertJSONTests {
    @Test func aWholeAlert() {
        let whole = alert(
            revision: 2, events: [event(role: "defendant", phase: .tried, evidence: ["시세조종"])],
            reason: "severity 50 to 70",
            watched: true, articles: 2)
        #expect(
            String(decoding: AlertJSON.lines([whole], context: context(kind: .resolved)), as: UTF8.self)
                == "{\"delivery\":\"msg_1\",\"kind\":\"resolved\",\"id\":\"alert_1\",\"revision\":2,\"reason\":\"severity 50 to 70\","
                + "\"rule\":\"grave-event\",\"story\":\"story1\","
                + "\"company\":{\"id\":\"XKRX:035720\",\"kind\":\"listed\",\"name\":\"카카오\"},\"severity\":70,"
                + "\"sentiment\":{\"score\":-0.62,\"class\":\"negative\",\"positive\":0,\"neutral\":0.38,\"negative\":0.62},"
                + "\"relevance\":90,\"novelty\":100,\"risk\":null,\"case\":null,\"resolved\":false,\"watched\":true,\"article\":\"article1\","
                + "\"title\":\"카카오 창업자, 시세조종 혐의로 재판\",\"url\":\"https://news.example/a?id=1&x=2\","
                + "\"source\":\"한빛경제\",\"source_rank\":3,\"language\":\"ko\",\"published_at\":\"2026-11-25T03:00:00Z\","
                + "\"article_count\":2,\"sources\":[\"한빛경제\"],\"first_seen_at\":null,\"best_source_rank\":null,\"event_count\":1,\"events\":[{\"type\":\"legal.market_abuse\",\"group\":\"legal\","
                + "\"company\":\"XKRX:035720\",\"role\":\"defendant\",\"phase\":\"tried\",\"fact_level\":\"fact\",\"severity\":70,"
                + "\"relevance\":80,\"score\":-0.6,\"evidence\":[{\"field\":\"title\",\"start\":0,\"end\":4,\"text\":\"시세조종\","
                + "\"rule\":\"ko/events.txt:1\"}]}],\"created_at\":\"2026-11-25T03:00:00Z\",\"updated_at\":\"2026-11-25T03:00:00Z\"}\n"
        )
    }

    @Test func theWorstAlertStaysUnderTwentyKilobytes() {
        let hostile = alert(
            company: Company(id: nil, kind: .unlisted, name: hostileTitle),
            events: Array(
                repeating: event("a.b", role: hostileTitle, evidence: Array(repeating: hostileTitle, count: 9)),
                count: 40),
            title: hostileTitle, url: "https://a.example/" + String(repeating: "&", count: 1500), reason: hostileTitle,
            source: hostileTitle)
        #expect(StandardWebhookForm.payload([hostile], receiver: "own", context: context()).count < 20_000)
    }
}
