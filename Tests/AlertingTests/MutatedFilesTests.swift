import Foundation
import StrictYAML
import TestSupport
import Testing

@testable import Alerting

/// R25: whatever a file of `alerts/` has become, the answer is a configuration or a list of problems, never a crash.
struct MutatedFilesTests {
    private var folder: String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("alerts").path
    }

    private let pieces = [
        "{{", "}}", "{{#events}}", "{{/events}}", "{{title", "&a", "*a", "!x", "|", ">", "[", "]", "{", "}", ": ", "- ",
        "\n",
        "\t", "  ", "\"", "'", "#", "%", "---\n", "...", "\u{0}", "\u{FEFF}", "\u{85}", "가", "matchers:",
        "severity >= ", "in [",
        "1e999", "~", "?", "<<: ", "\\", "\r",
    ]

    @Test(arguments: ["rules.yaml", "routes.yaml", "receivers.yaml", "silences.yaml", "templates/text.ko.mustache"])
    func problemsInsteadOfACrash(name: String) throws {
        var random = SplitMix(seed: UInt64(name.utf8.count))
        let original = Array(try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8).utf8)
        // The comments are most of the bytes; what stands outside of them is what can break.
        let bare = original.split(separator: 0x0A).filter { !$0.starts(with: Array("#".utf8)) }
            .joined(separator: [0x0A])
        for _ in 0..<150 {
            var bytes = Array(bare)
            for _ in 0...(random.next() % 4) {
                let place = Int(random.next() % UInt64(bytes.count))
                switch random.next() % 3 {
                case 0: bytes.remove(at: place)
                case 1: bytes[place] = UInt8(truncatingIfNeeded: random.next())
                default: bytes.insert(contentsOf: pieces[Int(random.next() % UInt64(pieces.count))].utf8, at: place)
                }
            }
            let text = String(decoding: bytes, as: UTF8.self)
            for problem in try alertProblems([name: text]) {
                #expect(problem.contains(".yaml") || problem.contains(".mustache"))
            }
        }
    }
}
