import Foundation
import Testing

@testable import Alerting

/// The files that users edit.
struct SampleFilesTests {
    private var folder: String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("alerts").path
    }

    @Test func theSamplesLoadWithoutAWarning() throws {
        let configuration = try AlertingConfiguration.load(
            folder: folder, environment: [:], eventTypes: Set(EventWords.knownTypes))
        #expect(configuration.warnings.isEmpty)
        #expect(configuration.receivers.map(\.name) == ["terminal", "journal"])
        #expect(configuration.receivers.map(\.typeName) == ["stdout", "file"])
        #expect(configuration.routes.destinations(for: alert()).map(\.route) == ["root/grave", "root/grave"])
    }

    /// What is commented out in the samples must work once the # is taken away.
    @Test func theCommentedExamplesLoadToo() throws {
        var files: [String: String] = [:]
        for name in [
            "rules.yaml", "routes.yaml", "receivers.yaml", "silences.yaml", "times.yaml", "calendars/krx.yaml",
            "calendars/us.yaml",
        ] {
            let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            let example = lines.map { line -> String in
                // Only indented comments that look like YAML are examples.
                guard line.hasPrefix("  "), let mark = line.range(of: "# ") else { return String(line) }
                let content = line[mark.upperBound...]
                let isYAML = content.hasPrefix("- ") || content.hasPrefix("  ")
                return line[..<mark.lowerBound].allSatisfy({ $0 == " " }) && isYAML
                    ? String(line[..<mark.lowerBound]) + content : String(line)
            }
            files[name] = example.joined(separator: "\n").replacing("silences: []", with: "silences:")
        }
        let key = FileManager.default.temporaryDirectory.appendingPathComponent("newsward-key-\(UUID().uuidString)")
        try Data("https://hooks.example/services/AAAA/BBBB\n".utf8).write(to: key)
        let topic = key.appendingPathExtension("topic")
        try Data("https://ntfy.example/TOPIC\n".utf8).write(to: topic)
        defer {
            try? FileManager.default.removeItem(at: key)
            try? FileManager.default.removeItem(at: topic)
        }
        files["receivers.yaml"] = files["receivers.yaml"]?
            .replacing("secret_file: /etc/newsward/webhook.key", with: "secret_env: KEY")
            .replacing("/etc/newsward/ntfy.url", with: topic.path)
            .replacing("/usr/local/bin/page-me", with: "/bin/cat")
            .split(separator: "\n", omittingEmptySubsequences: false).map { line in
                line.contains(": /etc/newsward/")
                    ? line.prefix { $0 != "/" } + Substring(key.path) : line
            }.joined(separator: "\n")
        let environment = [
            "NEWSWARD_WEBHOOK_URL": "https://example.com/hook", "KEY": "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX",
        ]
        let problems = try alertProblems(files, environment: environment)
        #expect(problems == [])
    }

    @Test(arguments: DefaultTemplates.all.keys.sorted())
    func theTemplateFilesAreThoseOfTheProgram(name: String) throws {
        let text = try String(contentsOfFile: "\(folder)/templates/\(name).mustache", encoding: .utf8)
        #expect(text == DefaultTemplates.all[name])
    }
}
