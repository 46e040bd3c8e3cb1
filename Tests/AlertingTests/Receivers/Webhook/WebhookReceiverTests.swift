import Foundation
import NewsModel
import Synchronization
import Testing

@testable import Alerting

private let address = "https://hooks.example/services/T0CANARY01/B0CANARY02?token=CANARYSECRET"

private func receiver(_ poster: any WebhookPoster, keys: [String] = []) -> WebhookReceiver {
    WebhookReceiver(
        name: "own", form: StandardWebhookForm(receiver: "own", signature: WebhookSignature(keys: keys)),
        url: Secret(address), secrets: [Secret(address)] + keys.map(Secret.init), poster: poster)
}

private func result(
    _ status: Int, retryAfter: String? = nil, body: String = "", keys: [String] = []
) async -> DeliveryResult {
    let poster = ScriptedPoster {
        .success(WebhookAnswer(status: status, headers: .retryAfter(retryAfter), body: Array(body.utf8)))
    }
    return await receiver(poster, keys: keys).deliver(delivery(), now: noon)
}

struct WebhookReceiverTests {
    @Test func theBodyOfAGenericWebhook() throws {
        let poster = ScriptedPoster { .success(WebhookAnswer(status: 200)) }
        let message = receiver(poster).render([alert(), alert(id: "alert_2")], context: context())
        #expect(message.contentType == "application/json")
        let text = String(decoding: message.body, as: UTF8.self)
        #expect(
            text.hasPrefix(
                "{\"type\":\"newsward.alerts\",\"timestamp\":\"2026-11-25T03:00:00Z\",\"data\":{\"delivery\":\"msg_1\","
                    + "\"receiver\":\"own\",\"group\":\"root{company=XKRX:035720}\",\"alerts\":[{\"id\":\"alert_1\",\"revision\":1,"
            ))
        let object = try JSONSerialization.jsonObject(with: Data(message.body)) as? [String: Any]
        let data = object?["data"] as? [String: Any]
        #expect((data?["alerts"] as? [Any])?.count == 2)
        #expect(message.body.count < 20_480)
    }

    @Test func idAndBytesStayTimeAndSignatureAreFresh() async throws {
        let key = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
        let poster = ScriptedPoster { .success(WebhookAnswer(status: 500)) }
        let receiver = receiver(poster, keys: [key])
        _ = await receiver.deliver(delivery(), now: noon)
        _ = await receiver.deliver(delivery(), now: noon.adding(seconds: 5))
        let posts = poster.posts
        #expect(posts.map(\.url) == [address, address])
        #expect(posts.map(\.body) == [Array("{}".utf8), Array("{}".utf8)])
        #expect(posts.map { $0.headers["webhook-id"] } == ["msg_1", "msg_1"])
        #expect(posts.map { $0.headers["webhook-timestamp"] } == ["\(noon.seconds)", "\(noon.seconds + 5)"])
        let verifier = try #require(WebhookSignature(keys: [key]))
        for (index, post) in posts.enumerated() {
            let moment = noon.adding(seconds: Int64(index * 5))
            let header = try #require(post.headers["webhook-signature"])
            #expect(
                verifier.verifies(header: header, id: "msg_1", timestamp: moment.seconds, body: post.body, now: moment))
        }
        #expect(posts[0].headers["webhook-signature"] != posts[1].headers["webhook-signature"])
    }

    @Test func unsignedWithoutAKeyAndForSlack() async throws {
        let poster = ScriptedPoster { .success(WebhookAnswer(status: 200)) }
        _ = await receiver(poster).deliver(delivery(), now: noon)
        let slack = WebhookReceiver(
            name: "team", form: SlackForm(text: try messageText("slack", .slack)), url: Secret(address),
            secrets: [Secret(address)], poster: poster)
        _ = await slack.deliver(delivery(), now: noon)
        #expect(poster.posts[0].headers.keys.sorted() == ["webhook-id", "webhook-timestamp"])
        #expect(poster.posts[1].headers.isEmpty)
        #expect(slack.secondsBetweenDeliveries == 1)
        #expect(slack.alertsPerMessage == 10)
    }

    @Test(arguments: [200, 201, 202, 204, 299])
    func onlyTwoHundredsAreSuccess(status: Int) async {
        #expect(await result(status, body: "ok") == .delivered(status: status, detail: "ok"))
    }

    @Test(arguments: [
        (301, false), (302, false), (400, false), (404, false), (500, false), (429, true), (502, true), (503, true),
        (504, true),
    ])
    func theRestIsTriedAgain(status: Int, throttled: Bool) async {
        #expect(await result(status) == .retry(after: nil, throttled: throttled, status: status, detail: ""))
    }

    @Test func goneDisables() async {
        #expect(await result(410, body: "gone") == .failed(disables: true, status: 410, detail: "gone"))
    }

    @Test(arguments: [
        ("120", 120), ("0", nil), ("-1", nil), ("1e12", 86_400), ("1.5", 2), ("Wed, 25 Nov 2026 03:10:00 GMT", 600),
        ("Wed, 25 Nov 2026 02:00:00 GMT", nil), ("Fri, 25 Nov 2033 03:00:00 GMT", 86_400), ("soon", nil), ("", nil),
        ("nan", nil), ("inf", nil), (" 7", 7),
    ])
    func retryAfter(text: String, seconds: Int64?) async {
        let expected = seconds.map { noon.adding(seconds: $0) }
        #expect(
            await result(429, retryAfter: text) == .retry(after: expected, throttled: true, status: 429, detail: ""))
    }

    /// R24: no failure shows a secret, whatever the server echoes.
    @Test func answersAreCleanedOfSecrets() async {
        let key = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
        let echo = "bad \(address) and /services/T0CANARY01 T0CANARY01 B0CANARY02 CANARYSECRET \(key)\u{1B}[31m"
        let found = await result(404, body: echo, keys: [key])
        #expect(
            found
                == .retry(
                    after: nil, throttled: false, status: 404,
                    detail: "bad [secret] and /[secret]/[secret] [secret] [secret] [secret] [secret] [31m"))
        let poster = ScriptedPoster { .failure(WebhookPostError("connection to \(address) refused")) }
        #expect(
            await receiver(poster).deliver(delivery(), now: noon)
                == .retry(after: nil, throttled: false, status: nil, detail: "connection to [secret] refused"))
        let shown = "\(receiver(poster, keys: [key]))"
        #expect(!shown.contains("CANARY"))
        #expect(!shown.contains("MfKQ9r8"))
        var dumped = ""
        dump(receiver(poster, keys: [key]), to: &dumped)
        #expect(!dumped.contains("CANARY"))
        #expect(!dumped.contains("MfKQ9r8"))
    }
}
