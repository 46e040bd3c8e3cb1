import Foundation
import TestSupport
import Testing

@Suite("newsward alerts test --render and what check says of messages", .timeLimit(.minutes(2)))
struct MessageTrialTests {
    private func place(_ receivers: String, template: String? = nil) throws -> Workplace {
        let place = try Workplace(feed: "http://127.0.0.1:1/rss.xml", hook: "http://127.0.0.1:1/hook")
        try place.write("alerts/receivers.yaml", receivers)
        if let template {
            try FileManager.default.createDirectory(
                atPath: place.folder.path + "/alerts/templates", withIntermediateDirectories: true)
            try place.write("alerts/templates/mine.mustache", template)
        }
        return place
    }

    @Test("a message is shown byte for byte and without its keys, and nothing is sent")
    func render() async throws {
        let place = try place(
            "receivers: [{name: hook, type: telegram, token_env: TOKEN, chat: \"5\", language: ko}]\n")
        defer { place.folder.remove() }
        let shown = try await place.program.run(
            ["alerts", "test", "hook", "--render", "--kind", "resolved", "--hostile", "--alerts", "3"],
            environment: ["TOKEN": "1:CANARY"])
        #expect(shown.status == 0, "\(shown.errors)")
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(shown.output.utf8)) as? [String: Any])
        #expect(object["parse_mode"] as? String == "HTML")
        #expect((object["text"] as? String)?.contains("해소") == true)
        #expect(!(shown.output + shown.errors).contains("CANARY"))
        let wrong = try await place.program.run(
            ["alerts", "test", "hook", "--render", "--kind", "news"], environment: ["TOKEN": "1:CANARY"])
        #expect(wrong.status == 2)
    }

    @Test("a body that is no JSON is an error of check, with the template's file and line")
    func check() async throws {
        let place = try place(
            "receivers: [{name: hook, type: template, url: \"http://127.0.0.1:1/\", template: mine}]\n",
            template: "{\n  \"text\": \"{{message}}\",\n  \"title\": {{title}}\n}\n")
        defer { place.folder.remove() }
        let found = try await place.program.run(["check"])
        #expect(found.status == 3)
        #expect(
            found.errors.contains("templates/mine.mustache:3: makes no JSON for a message of kind alert"),
            "\(found.errors)")
    }
}
