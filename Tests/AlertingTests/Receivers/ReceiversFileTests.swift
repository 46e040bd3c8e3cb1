import Foundation
import StrictYAML
import TestSupport
import Testing

@testable import Alerting

private let routesToNothingElse = "route: {receivers: [terminal]}"

private func problems(_ receivers: String, environment: [String: String] = [:]) throws -> [String] {
    try alertProblems(
        ["receivers.yaml": "receivers:\n  - {name: terminal, type: stdout}\n" + receivers], environment: environment)
}

struct ReceiversFileTests {
    @Test func everyProblemOfTheFileAtOnce() throws {
        let text = """
              - {name: terminal, type: file, path: a}
              - {name: b, type: stdout, format: jsn, language: kr}
              - {name: c, type: file}
              - {name: d, type: webhok}
              - {name: e, type: webhook}
              - {name: "f g", type: stdout, timezone: Seoul}
              - {name: h, type: stdout, format: json, template: line}
              - {name: i, type: stdout, template: lin}
              - {name: j, type: slack, url_env: MISSING, secret_env: X}
              - {type: stdout, colour: red}
            """
        #expect(
            try problems(text) == [
                "receivers.yaml:3: receivers[2].name: the name \"terminal\" is used twice",
                "receivers.yaml:4: receivers[3].language: unknown value \"kr\"; valid names: ko, en",
                "receivers.yaml:4: receivers[3].format: unknown value \"jsn\" (did you mean \"json\"?); valid names: text, line, json",
                "receivers.yaml:5: receivers[4]: missing key \"path\"",
                "receivers.yaml:6: receivers[5].type: unknown value \"webhok\" (did you mean \"webhook\"?); valid names: stdout, file, webhook, slack, discord, teams, telegram, mattermost, rocketchat, googlechat, pagerduty, alertmanager, ntfy, dooray, jandi, kakaowork, naverworks, template, email, exec",
                "receivers.yaml:7: receivers[6]: missing key \"url_file\" or \"url_env\"",
                "receivers.yaml:8: receivers[7].timezone: must be a time zone such as Asia/Seoul or America/New_York, not \"Seoul\"",
                "receivers.yaml:8: receivers[7].name: must hold only letters a-z, digits, - and _, not \"f g\"",
                "receivers.yaml:9: receivers[8].template: format json takes no template",
                "receivers.yaml:10: receivers[9].template: there is no template \"lin\" for language en (did you mean \"line\"?); valid names: html, line, markdown, slack, text",
                "receivers.yaml:11: receivers[10].url_env: the environment has no MISSING",
                "receivers.yaml:11: receivers[10]: unknown key \"secret_env\"; valid names: name, language, timezone, type, url, url_file, url_env, template",
                "receivers.yaml:12: receivers[11]: missing key \"name\"",
                "receivers.yaml:12: receivers[11]: unknown key \"colour\"; valid names: name, language, timezone, type, format, template",
            ])
    }

    @Test func everyTypeNamesWhatItMisses() throws {
        let address = "missing key \"url_file\" or \"url_env\""
        let missing: [(String, [String])] = [
            ("discord", [address]), ("teams", [address]), ("mattermost", [address]), ("rocketchat", [address]),
            ("googlechat", [address]), ("alertmanager", [address]), ("ntfy", [address]), ("dooray", [address]),
            ("jandi", [address]), ("naverworks", [address]),
            ("telegram", ["missing key \"chat\"", "missing key \"token_file\" or \"token_env\""]),
            ("pagerduty", ["missing key \"key_file\" or \"key_env\""]),
            ("kakaowork", ["missing key \"conversation\"", "missing key \"key_file\" or \"key_env\""]),
            ("naverworks, bot: \"1\"", ["missing key \"channel\"", "missing key \"token_file\" or \"token_env\""]),
            ("template", [address, "missing key \"template\""]),
        ]
        for (type, expected) in missing {
            let found = try problems("  - {name: a, type: \(type)}")
            #expect(found == expected.map { "receivers.yaml:3: receivers[2]: \($0)" }, "\(type)")
        }
    }

    @Test func unknownKeysAndWrongValuesOfTypes() throws {
        let environment = ["U": "https://a.example/x/y", "T": "t"]
        func found(_ text: String) throws -> [String] {
            try problems("  - {name: a, type: \(text)}", environment: environment)
                .map { $0.replacing("receivers.yaml:3: receivers[2]", with: "") }
        }
        #expect(
            try found("discord, url_env: U, urll: x") == [
                ": unknown key \"urll\" (did you mean \"url\"?); valid names: name, language, timezone, type, url, url_file, url_env, template"
            ])
        #expect(
            try found("telegram, token_env: T, chat: \"my chat\"")
                == [".chat: must be the number of a chat or the @name of a channel, not \"my chat\""])
        #expect(
            try found("ntfy, url_env: U") == [": the address of ntfy ends with the topic: https://ntfy.sh/TOPIC"])
        #expect(
            try found("alertmanager, url_env: U, active_for: 1s")
                == [".active_for: must be a duration from 1m to 30d, not 1s"])
        #expect(try found("pagerduty, key: secret, key_env: T").first?.hasPrefix(": unknown key \"key\"") == true)
    }

    @Test func addressesAreSecrets() throws {
        let plain = "  - {name: a, type: webhook, url: \"https://hooks.example/CANARYSECRET\"}"
        #expect(
            try problems(plain) == [
                "receivers.yaml:3: receivers[2].url: a webhook address is a secret; put it into a file (url_file) or the environment (url_env). Only addresses of this machine, such as http://127.0.0.1:9000/hook, may stand here"
            ])
        for url in ["http://127.0.0.1:9000/hook", "http://localhost/hook", "http://[::1]:80/", "https://127.8.8.8/"] {
            #expect(try problems("  - {name: a, type: webhook, url: \"\(url)\"}") == [])
        }
        for url in [
            "http://127.0.0.1.example/", "http://1270.0.0.1/", "http://10.0.0.1/", "ftp://127.0.0.1/", "127.0.0.1",
            "http:///x",
        ] {
            #expect(try problems("  - {name: a, type: webhook, url: \"\(url)\"}").count == 1)
        }
        let both = "  - {name: a, type: webhook, url: \"http://127.0.0.1/\", url_env: X}"
        #expect(try problems(both) == ["receivers.yaml:3: receivers[2].url: give one of url, url_file, url_env"])
        let bad = "  - {name: a, type: webhook, url_env: X}"
        #expect(
            try problems(bad, environment: ["X": "hooks.example/CANARYSECRET"])
                == ["receivers.yaml:3: receivers[2].url_env: does not hold an http or https address"])
    }

    @Test func secretsComeFromFiles() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let url = folder.path + "/url"
        let key = folder.path + "/key"
        try Data("https://hooks.example/x\n".utf8).write(to: URL(fileURLWithPath: url))
        try Data("whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX\nMfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n".utf8)
            .write(to: URL(fileURLWithPath: key))
        let text = "  - {name: a, type: webhook, url_file: \(url), secret_file: \(key)}"
        #expect(try problems(text) == [])
        try Data("not a key!".utf8).write(to: URL(fileURLWithPath: key))
        #expect(
            try problems(text) == [
                "receivers.yaml:3: receivers[2].secret_file: does not hold keys as Standard Webhooks writes them: base64, with or without whsec_ in front"
            ])
        try Data(" \n".utf8).write(to: URL(fileURLWithPath: key))
        #expect(try problems(text) == ["receivers.yaml:3: receivers[2].secret_file: \(key) is empty"])
        try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: url)
        #expect(
            try problems(text).contains(
                "receivers.yaml:3: receivers[2].url_file: everybody may write to \(url); chmod o-w it"))
        let two = "  - {name: a, type: webhook, url_file: \(folder.path)/none, url_env: X}"
        #expect(try problems(two) == ["receivers.yaml:3: receivers[2].url_file: give one of url_file and url_env"])
        let none = "  - {name: a, type: webhook, url_file: \(folder.path)/none}"
        #expect(try problems(none) == ["receivers.yaml:3: receivers[2].url_file: \(folder.path)/none cannot be read"])
        #expect(
            try problems("  - {name: a, type: webhook, url_file: \(folder.path)}") == [
                "receivers.yaml:3: receivers[2].url_file: \(folder.path) cannot be read"
            ])
    }

    @Test func filesLieInTheDataFolder() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let sample = try AlertsFolderSample()
        defer { sample.folder.remove() }
        let output = RecordedOutput()
        var parts = ReceiverParts.unreachable()
        parts.output = output
        parts.dataFolder = folder.path
        let receivers = try sample.load().makeReceivers(parts)
        #expect(receivers.map(\.name) == ["terminal", "journal"])
        for receiver in receivers {
            let message = receiver.render([alert()], context: context())
            _ = await receiver.deliver(delivery(body: message.body), now: noon)
        }
        #expect(FileManager.default.fileExists(atPath: folder.path + "/a.jsonl"))
        #expect(output.text.hasPrefix("[70 high] 카카오 (XKRX:035720) - negative -0.62\n"))
    }

    @Test func missingFilesAreNamedTogether() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        do throws(YAMLErrors) {
            _ = try AlertingConfiguration.load(folder: folder.path)
            Issue.record("an empty folder is no configuration")
        } catch {
            #expect(
                error.problems.map { $0.description.replacing(folder.path + "/", with: "") } == [
                    "rules.yaml: there is no such file", "receivers.yaml: there is no such file",
                    "routes.yaml: there is no such file",
                ])
        }
    }
}
