import Foundation
import NewsModel
import TestSupport
import Testing

@testable import Alerting

/// The signatures of webhooks, verified by a program that shares no line with ours.
struct IndependentSignatureTests {
    private static let old = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    private static let new = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX"

    /// Runs the script through the receiver for commands, which starts processes anyway.
    private func verify(
        _ post: ScriptedPoster.Post, key: String, body: [UInt8]? = nil, id: String? = nil, time: String? = nil
    ) throws -> String {
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Resources/verify_webhook.py").path
        let run = ChildRun(
            arguments: [
                "/usr/bin/env", "python3", script, id ?? post.headers["webhook-id"] ?? "",
                time ?? post.headers["webhook-timestamp"] ?? "", post.headers["webhook-signature"] ?? "", key,
            ], environment: ["PATH=/usr/local/bin:/usr/bin:/bin"], input: body ?? post.body,
            timeLimitMilliseconds: 50_000)
        guard case .exited(_, let output) = run.run() else { return "no python3" }
        return String(decoding: output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private func post(keys: [String]) async throws -> ScriptedPoster.Post {
        let poster = ScriptedPoster { .success(WebhookAnswer(status: 200)) }
        let form = StandardWebhookForm(receiver: "own", signature: WebhookSignature(keys: keys))
        let receiver = WebhookReceiver(
            name: "own", form: form, url: Secret("https://a.example/"), secrets: [], poster: poster)
        let body = receiver.render([EveryReceiver.sampleAlert()], context: context()).body
        _ = await receiver.deliver(delivery(body: body), now: noon)
        return try #require(poster.posts.first)
    }

    /// While keys change, every message carries a signature of each.
    @Test func bothKeysVerifyDuringARotation() async throws {
        let sent = try await post(keys: [Self.new, Self.old])
        #expect(sent.headers["webhook-signature"]?.split(separator: " ").count == 2)
        #expect(try verify(sent, key: Self.old) == "right")
        #expect(try verify(sent, key: Self.new) == "right")
        let after = try await post(keys: [Self.new])
        #expect(try verify(after, key: Self.old) == "wrong")
        #expect(try verify(after, key: Self.new) == "right")
    }

    @Test func whatWasChangedIsRefused() async throws {
        let sent = try await post(keys: [Self.old])
        #expect(try verify(sent, key: Self.old) == "right")
        #expect(try verify(sent, key: Self.old, body: sent.body + [0x20]) == "wrong")
        #expect(try verify(sent, key: Self.old, id: "msg_2") == "wrong")
        #expect(try verify(sent, key: Self.old, time: "\(noon.seconds + 1)") == "wrong")
    }
}
