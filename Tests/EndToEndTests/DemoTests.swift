import Foundation
import TestSupport
import Testing

@Suite("newsward demo: the whole job with no network", .timeLimit(.minutes(3)))
struct DemoTests {
    /// The groups of the event taxonomy.
    static let groups = ["legal", "regulatory", "leadership", "analyst", "earnings", "deal", "capital", "ops"]

    @Test("alerts of every event group go to terminal, file and webhook; a summary ends it")
    func wholeJob() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let file = folder.path + "/alerts.jsonl"
        let outcome = try await Program(in: folder).run(["demo", "--duration", "24s", "--file", file])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.errors.contains("dashboard: http://127.0.0.1:"))
        #expect(outcome.errors.contains("27 articles read"), "\(outcome.errors)")
        #expect(outcome.errors.contains("0 waiting, 0 given up"), "\(outcome.errors)")
        #expect(outcome.output.contains("누리온전자"))
        #expect(outcome.output.contains("Halden Robotics"))

        let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
        let alerts = try lines.map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
        let events = alerts.flatMap { $0["events"] as? [[String: Any]] ?? [] }
        for group in Self.groups {
            #expect(events.contains { $0["group"] as? String == group }, "no alert of group \(group)")
        }
        // Three outlets tell of the arrest warrant, two of the recall: one alert each, which may grow.
        for name in ["XXXX:NURION", "XXXX:HALDEN"] {
            let own = alerts.filter { ($0["company"] as? [String: Any])?["id"] as? String == name }
            let stories = Set(own.compactMap { $0["story"] as? String })
            #expect(stories.count == 1, "\(name) is told in \(stories.count) stories")
        }
        // What happens to nobody raises nothing.
        for word in ["축제", "마라톤", "marathon", "garden", "기온"] {
            #expect(!outcome.output.contains(word), "an alert about \(word)")
        }
    }
}
