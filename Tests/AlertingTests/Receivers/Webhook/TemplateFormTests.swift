import Foundation
import NewsModel
import StrictYAML
import TestSupport
import Testing

@testable import Alerting

/// Receivers whose whole body a user writes.
struct TemplateFormTests {
    private func problems(_ template: String, _ more: String = "") throws -> [String] {
        try alertProblems([
            "receivers.yaml": """
            receivers:
              - {name: terminal, type: stdout}
              - {name: other, type: template, url: "http://127.0.0.1:1/", template: mine\(more)}
            """, "templates/mine.mustache": template,
        ])
    }

    @Test func aGoodBodyHasNoProblems() throws {
        #expect(try problems(EveryReceiver.template) == [])
        #expect(try problems("{\"a\": [{{#alerts}}\"{{title}}\"{{^last()}}, {{/last()}}{{/alerts}}]}") == [])
        #expect(
            try problems("title={{title}}&n={{severity}}", ", content_type: application/x-www-form-urlencoded") == [])
        #expect(try problems("any {{title}} \"text", ", content_type: text/plain") == [])
    }

    @Test(arguments: [
        ("{\n  \"title\": {{title}}\n}\n", 2, "This is a test"),
        ("{\n  \"a\": 1,\n  \"b\": \"{{title}}\",\n}\n", 4, "}"),
        ("{\"list\": [\n{{#alerts}}\n\"{{title}}\",\n{{/alerts}}\n]}\n", 5, "]}"),
        ("{\n\"a\": \"x\n{{title}}\"}\n", 2, ""), ("{\n  \"a\": \"{{title}}\"\n", 2, "at its end"),
        ("{\n  \"a\": {{#url}}\"{{url}}\"{{/url}}\n}\n", 3, "}"),
    ])
    func aBodyThatIsNoJSONNamesItsLine(template: String, line: Int, near: String) throws {
        let found = try problems(template)
        #expect(found.count == 1)
        #expect(
            found.first?.hasPrefix("templates/mine.mustache:\(line): makes no JSON for a message of kind alert")
                == true, "\(found)")
        #expect(found.first?.hasSuffix("(receiver other)") == true)
        #expect(near.isEmpty || found.first?.contains(near) == true, "\(found)")
    }

    @Test func settingsAreChecked() throws {
        let good = "{}"
        #expect(
            try problems(good, ", method: GET, content_type: json, headers: {Host: a, X-A: b}, alerts_per_message: 0")
                == [
                    "receivers.yaml:3: receivers[2].content_type: must be a media type such as application/json, not \"json\"",
                    "receivers.yaml:3: receivers[2].method: unknown value \"GET\"; valid names: POST, PUT",
                    "receivers.yaml:3: receivers[2].headers.Host: is no header that can be set here; a secret goes into authorization_file or _env",
                    "receivers.yaml:3: receivers[2].alerts_per_message: must be a whole number from 1 to 100, not \"0\"",
                ])
        let without =
            "receivers:\n  - {name: terminal, type: stdout}\n  - {name: o, type: template, url: \"http://127.0.0.1/\"}"
        #expect(
            try alertProblems(["receivers.yaml": without])
                == ["receivers.yaml:3: receivers[2]: missing key \"template\""])
    }

    @Test func methodHeadersAndSuccess() async throws {
        let sample = try AlertsFolderSample([
            "receivers.yaml": """
            receivers:
              - {name: terminal, type: stdout}
              - {name: other, type: template, url: "http://127.0.0.1:1/", template: mine, method: PUT, headers: {X-Tenant: desk}, success_text: '"ok":true', accept: application/json, content_type: "application/json; charset=utf-8", min_interval: 3s}
            """, "templates/mine.mustache": "{\"t\":\"{{title}}\",\"n\":{{count}},\"k\":\"{{kind}}\"}",
        ])
        defer { sample.folder.remove() }
        for (answer, isTaken) in [("{\"ok\":true}", true), ("{\"ok\":false}", false)] {
            let poster = ScriptedPoster { .success(WebhookAnswer(status: 200, body: Array(answer.utf8))) }
            let receiver = try #require(try sample.load().makeReceivers(.test(poster: poster)).last)
            #expect(receiver.secondsBetweenDeliveries == 3)
            let message = receiver.render([alert(title: "a \"b\"\n{c}")], context: context(kind: .digest))
            #expect(
                String(decoding: message.body, as: UTF8.self) == "{\"t\":\"a \\\"b\\\" {c}\",\"n\":1,\"k\":\"digest\"}")
            let result = await receiver.deliver(
                delivery(to: "other", body: message.body, contentType: message.contentType), now: noon)
            #expect(
                result
                    == (isTaken
                        ? .delivered(status: 200, detail: answer)
                        : .retry(after: nil, throttled: false, status: 200, detail: answer)))
            let post = try #require(poster.posts.first)
            #expect(post.method == "PUT")
            #expect(post.headers == ["X-Tenant": "desk"])
            #expect(post.accept == "application/json")
            #expect(post.contentType == "application/json; charset=utf-8")
        }
    }
}

struct JSONCheckTests {
    @Test(arguments: [
        "{}", "[]", " [1, -2.5e+3, \"a\\u00e9\\n\", true, false, null, {\"a\": [[]]}] ", "\"x\"", "0", "-0.1",
    ])
    func good(text: String) {
        #expect(JSONCheck.firstError(in: Array(text.utf8)) == nil)
    }

    @Test(arguments: [
        ("", 0), ("{", 1), ("{\"a\"}", 4), ("[1,]", 3), ("\"a\nb\"", 2), ("\"\\x\"", 2), ("\"\\u12g4\"", 2), ("01", 0),
        ("1.", 2), ("nul", 0), ("{} x", 3), ("{\"a\":1,}", 7), ("{a:1}", 1), ("[1 2]", 3), ("+1", 0),
    ])
    func bad(text: String, place: Int) {
        #expect(JSONCheck.firstError(in: Array(text.utf8)) == place)
    }

    /// It agrees with Foundation on broken variants of a real message.
    @Test func agreesWithFoundation() throws {
        let body = try EveryReceiver.named("slack").render([EveryReceiver.sampleAlert()], context: context()).body
        for index in stride(from: 0, to: body.count, by: 7) {
            var broken = body
            broken.remove(at: index)
            let isJSON = (try? JSONSerialization.jsonObject(with: Data(broken))) != nil
            #expect((JSONCheck.firstError(in: broken) == nil) == isJSON, "byte \(index)")
        }
    }

    @Test func depthHasALimit() {
        #expect(JSONCheck.firstError(in: Array(String(repeating: "[", count: 100_000).utf8)) != nil)
    }
}
