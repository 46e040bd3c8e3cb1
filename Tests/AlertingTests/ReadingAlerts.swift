import Foundation
import NewsModel
import StrictYAML
import TestSupport
import Testing

@testable import Alerting

/// An `alerts/` folder of a test: the sample files of the project, with some in their place.
struct AlertsFolderSample {
    let folder: TemporaryFolder

    static let plainReceivers =
        "receivers:\n  - {name: terminal, type: stdout}\n  - {name: journal, type: file, path: a.jsonl}\n"

    init(_ files: [String: String] = [:]) throws {
        folder = try TemporaryFolder()
        var all = [
            "rules.yaml": "rules:\n  - {name: grave, matchers: [severity >= 40]}\n",
            "routes.yaml": "route:\n  receivers: [terminal]\n",
            "receivers.yaml": Self.plainReceivers,
        ]
        all.merge(files) { _, new in new }
        for (name, text) in all {
            let path = folder.path + "/" + name
            try FileManager.default.createDirectory(
                atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        }
    }

    /// The problems as a user sees them, without the folder.
    func problems(environment: [String: String] = [:], eventTypes: Set<String> = []) -> [String] {
        do {
            _ = try AlertingConfiguration.load(folder: folder.path, environment: environment, eventTypes: eventTypes)
            return []
        } catch {
            return error.problems.map { $0.description.replacing(folder.path + "/", with: "") }
        }
    }

    func load(environment: [String: String] = [:]) throws -> AlertingConfiguration {
        try AlertingConfiguration.load(folder: folder.path, environment: environment)
    }
}

/// The problems of an alerts folder with these files.
func alertProblems(
    _ files: [String: String], environment: [String: String] = [:], eventTypes: Set<String> = []
) throws -> [String] {
    let sample = try AlertsFolderSample(files)
    defer { sample.folder.remove() }
    return sample.problems(environment: environment, eventTypes: eventTypes)
}

/// The rules of a text.
func rules(_ text: String) throws -> AlertRules {
    let sample = try AlertsFolderSample(["rules.yaml": text])
    defer { sample.folder.remove() }
    return try sample.load().rules
}

/// The routes of a text, with a `times.yaml` where one is given; the receivers a, b, c and hook are defined, and the
/// calendars of the project are there.
func routes(_ text: String, times: String? = nil) throws -> RouteTree {
    let receivers = "receivers:\n" + ["a", "b", "c", "hook"].map { "  - {name: \($0), type: stdout}\n" }.joined()
    var files = ["routes.yaml": text, "receivers.yaml": receivers]
    if let times { files["times.yaml"] = times }
    for name in ["krx", "us"] { files["calendars/\(name).yaml"] = try calendarText(name) }
    let sample = try AlertsFolderSample(files)
    defer { sample.folder.remove() }
    return try sample.load().routes
}

/// The silences of a text.
func silences(_ text: String) throws -> Silences {
    let sample = try AlertsFolderSample(["silences.yaml": text])
    defer { sample.folder.remove() }
    return try sample.load().silences
}

/// A calendar file of the project.
func calendarText(_ name: String) throws -> String {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    return try String(contentsOf: root.appendingPathComponent("alerts/calendars/\(name).yaml"), encoding: .utf8)
}

/// A calendar of the project, read.
func calendar(_ name: String, lead: Int = 1800) throws -> TradingCalendar {
    let sample = try AlertsFolderSample(["\(name).yaml": calendarText(name)])
    defer { sample.folder.remove() }
    return try #require(
        try CalendarFile(name: name, digestLead: lead).read(sample.folder.path + "/\(name).yaml"))
}

/// A moment such as `2026-11-25T09:00:00+09:00`.
func at(_ text: String) throws -> Timestamp {
    try #require(Timestamp(iso8601: text), "\(text) is no moment")
}
