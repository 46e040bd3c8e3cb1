import Fetching
import Foundation
import NewsModel
import Testing

@testable import Alerting

/// What each service calls a success, and how it asks for a pause.
struct VendorAnswerTests {
    private func result(
        _ name: String, _ status: Int, _ body: String = "", retryAfter: String? = nil
    ) async throws -> DeliveryResult {
        try await result(name, WebhookAnswer(status: status, headers: .retryAfter(retryAfter), body: Array(body.utf8)))
    }

    private func result(_ name: String, _ answer: WebhookAnswer) async throws -> DeliveryResult {
        let poster = ScriptedPoster { .success(answer) }
        return await (try EveryReceiver.named(name, .test(poster: poster))).deliver(delivery(to: name), now: noon)
    }

    @Test(arguments: EveryReceiver.overHTTP, [200, 202, 204])
    func twoHundredsAreSuccess(name: String, status: Int) async throws {
        #expect(try await result(name, status) == .delivered(status: status, detail: ""))
    }

    @Test(arguments: EveryReceiver.overHTTP, [301, 302, 307, 403, 404, 500])
    func theRestIsTriedAgain(name: String, status: Int) async throws {
        #expect(try await result(name, status) == .retry(after: nil, throttled: false, status: status, detail: ""))
    }

    @Test(arguments: EveryReceiver.overHTTP)
    func goneDisablesAndRetryAfterIsObeyed(name: String) async throws {
        #expect(try await result(name, 410) == .failed(disables: true, status: 410, detail: ""))
        let soon = noon.adding(seconds: 90)
        #expect(
            try await result(name, 429, retryAfter: "90")
                == .retry(after: soon, throttled: true, status: 429, detail: ""))
        #expect(
            try await result(name, 503, retryAfter: "Wed, 25 Nov 2026 03:01:30 GMT")
                == .retry(after: soon, throttled: true, status: 503, detail: ""))
    }

    /// 200 with a failure in the body.
    @Test(arguments: [
        ("dooray", "{\"header\":{\"isSuccessful\":false,\"resultCode\":-1,\"resultMessage\":\"no hook\"}}", false),
        ("telegram", "{\"ok\":false,\"error_code\":400,\"description\":\"chat not found\"}", false),
        ("kakaowork", "{\"success\":false,\"error\":{\"code\":\"invalid_parameter\"}}", false),
        ("rocketchat", "{\"success\":false,\"error\":\"invalid\"}", false),
        (
            "teams", "Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 400",
            false
        ),
        ("teams", "Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 429", true),
    ])
    func aFailureInTheBodyIsAFailure(name: String, body: String, throttled: Bool) async throws {
        guard case .retry(nil, let isThrottled, 200, let detail) = try await result(name, 200, body) else {
            Issue.record("\(name) took it")
            return
        }
        #expect(isThrottled == throttled)
        #expect(body.hasPrefix(detail.prefix(40)))
    }

    @Test(arguments: [
        ("dooray", "{\"header\":{\"isSuccessful\":true,\"resultCode\":0}}"),
        ("telegram", "{\"ok\":true,\"result\":{}}"),
        ("kakaowork", "{\"success\":true}"), ("rocketchat", "{\"success\":true}"), ("teams", "1"), ("slack", "ok"),
        ("dooray", "no JSON at all"), ("telegram", "[]"),
    ])
    func aSuccessInTheBodyIsOne(name: String, body: String) async throws {
        #expect(try await result(name, 200, body) == .delivered(status: 200, detail: body))
    }

    @Test func servicesAskForAPauseInTheirOwnWay() async throws {
        let telegram = "{\"ok\":false,\"error_code\":429,\"parameters\":{\"retry_after\":35}}"
        #expect(
            try await result("telegram", 429, telegram)
                == .retry(after: noon.adding(seconds: 35), throttled: true, status: 429, detail: telegram))
        let discord = "{\"message\":\"You are being rate limited.\",\"retry_after\":1.34,\"global\":false}"
        #expect(
            try await result("discord", 429, discord)
                == .retry(after: noon.adding(seconds: 2), throttled: true, status: 429, detail: discord))
        // The longer of both counts.
        #expect(
            try await result("discord", 429, discord, retryAfter: "65")
                == .retry(after: noon.adding(seconds: 65), throttled: true, status: 429, detail: discord))
        let endless = "{\"retry_after\":1e300}"
        #expect(
            try await result("discord", 429, endless)
                == .retry(after: noon.adding(seconds: 86_400), throttled: true, status: 429, detail: endless))
    }

    @Test(
        arguments: [("0", "5.5", 6), ("0", "nan", nil), ("0", "-1", nil), ("1", "5.5", nil)]
            as [(String, String, Int64?)])
    func discordSaysWhenItsMeasureIsFull(remaining: String, resetAfter: String, seconds: Int64?) async throws {
        let headers = ResponseHeaders([
            (name: "x-ratelimit-remaining", value: remaining), (name: "x-ratelimit-reset-after", value: resetAfter),
        ])
        let pause = seconds.map { noon.adding(seconds: $0) }
        #expect(
            try await result("discord", WebhookAnswer(status: 204, headers: headers))
                == .delivered(status: 204, detail: "", pause: pause))
        #expect(
            try await result("discord", WebhookAnswer(status: 429, headers: headers))
                == .retry(after: pause, throttled: true, status: 429, detail: ""))
        // The words of one service mean nothing to another.
        #expect(
            try await result("slack", WebhookAnswer(status: 200, headers: headers))
                == .delivered(status: 200, detail: ""))
    }

    @Test func pagerDutyRefusesForGood() async throws {
        #expect(try await result("pagerduty", 400) == .failed(disables: false, status: 400, detail: ""))
    }

    /// What goes over the wire beside the stored body.
    @Test func theRequestsOfServices() async throws {
        func sent(_ name: String) async throws -> ScriptedPoster.Post {
            let poster = ScriptedPoster { .success(WebhookAnswer(status: 200)) }
            let receiver = try EveryReceiver.named(name, .test(poster: poster))
            let message = receiver.render([EveryReceiver.sampleAlert()], context: context())
            _ = await receiver.deliver(
                delivery(to: name, body: message.body, contentType: message.contentType), now: noon)
            return try #require(poster.posts.first)
        }
        func json(_ post: ScriptedPoster.Post) throws -> [String: Any] {
            try #require(try JSONSerialization.jsonObject(with: Data(post.body)) as? [String: Any])
        }
        let telegram = try await sent("telegram")
        #expect(telegram.url == "https://api.telegram.org/bot123456789:CANARYTOKEN/sendMessage")
        #expect(try await sent("jandi").accept == "application/vnd.tosslab.jandi-v2+json")
        let pager = try await sent("pagerduty")
        #expect(pager.url == "https://events.pagerduty.com/v2/enqueue")
        #expect(try json(pager)["routing_key"] as? String == "123456789:CANARYTOKEN")
        #expect(try json(pager)["dedup_key"] as? String == "alert_1")
        let ntfy = try await sent("ntfy")
        #expect(ntfy.url == "https://ntfy.example/")
        #expect(try json(ntfy)["topic"] as? String == "CANARYTOPIC")
        #expect(ntfy.headers["Authorization"] == "Bearer 123456789:CANARYTOKEN")
        let kakao = try await sent("kakaowork")
        #expect(kakao.url == "https://api.kakaowork.com/v1/messages.send")
        #expect(kakao.headers["Authorization"] == "Bearer 123456789:CANARYTOKEN")
        let bot = try await sent("naverworks-bot")
        #expect(bot.url == "https://www.worksapis.com/v1.0/bots/12/channels/ab-cd/messages")
        let other = try await sent("other")
        #expect(other.method == "POST")
        #expect(other.headers["Authorization"] == "123456789:CANARYTOKEN")
    }
}
