import NewsModel
import Testing

@testable import Alerting

/// R24: no secret of any receiver reaches the store, a log or an error.
struct SecretsTests {
    @Test(arguments: EveryReceiver.names)
    func whatIsStoredHoldsNoSecret(name: String) throws {
        let receiver = try EveryReceiver.named(name)
        for kind in MessageKind.allCases {
            let body = receiver.render([EveryReceiver.sampleAlert()], context: context(kind: kind)).body
            #expect(!String(decoding: body, as: UTF8.self).contains("CANARY"))
        }
        #expect(!"\(receiver)".contains("CANARY"))
        var dumped = ""
        dump(receiver, to: &dumped)
        #expect(!dumped.contains("CANARY"))
    }

    /// The server sends everything back that it got.
    @Test(arguments: EveryReceiver.overHTTP, [200, 302, 404, 410, 429, 500])
    func anEchoIsCleaned(name: String, status: Int) async throws {
        let poster = ScriptedPoster { post in
            let all = "\(post.url) \(post.headers) " + String(decoding: post.body, as: UTF8.self)
            return .success(WebhookAnswer(status: status, body: Array(all.utf8)))
        }
        let receiver = try EveryReceiver.named(name, .test(poster: poster))
        let message = receiver.render([EveryReceiver.sampleAlert()], context: context())
        let result = await receiver.deliver(
            delivery(to: name, body: message.body, contentType: message.contentType), now: noon)
        #expect(!result.detail.contains("CANARY"), "\(result.detail)")
        let sent = try #require(poster.posts.first)
        let whole = sent.url + "\(sent.headers)" + String(decoding: sent.body, as: UTF8.self)
        #expect(whole.contains("CANARY"), "the secret is needed for sending")
        #expect(result.detail.utf8.count <= 256)
    }

    @Test(arguments: EveryReceiver.overHTTP)
    func anErrorIsCleaned(name: String) async throws {
        let poster = ScriptedPoster { post in .failure(WebhookPostError("no connection to \(post.url)")) }
        let receiver = try EveryReceiver.named(name, .test(poster: poster))
        let result = await receiver.deliver(delivery(to: name), now: noon)
        guard case .retry(nil, false, nil, let detail) = result else {
            Issue.record("no answer is a failure: \(result)")
            return
        }
        #expect(!detail.contains("CANARY"), "\(detail)")
    }
}

extension ScriptedPoster {
    convenience init(_ answer: @escaping @Sendable (Post) -> Result<WebhookAnswer, WebhookPostError>) {
        self.init(answering: answer)
    }
}
