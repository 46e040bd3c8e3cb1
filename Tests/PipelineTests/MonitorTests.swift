import Foundation
import Logging
import NewsModel
import TestSupport
import Testing

@testable import Pipeline

@Suite("Opening and reloading the monitor", .timeLimit(.minutes(1)))
struct MonitorTests {
    private let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    @Test("lexicon and alerts errors are told together, each with file and line")
    func problems() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let settings = try TestMonitor.settings(in: folder)
        try Data("lawsuit/n | heavy\n".utf8).write(to: URL(fileURLWithPath: folder.path + "/lexicons/en/polarity.txt"))
        try Data("rules: []\n".utf8).write(to: URL(fileURLWithPath: folder.path + "/alerts/rules.yaml"))
        let failure = await #expect(throws: MonitorFailure.self) {
            _ = try await Monitor.open(settings, now: { TestMonitor.start }, logger: logger)
        }
        #expect(failure?.kind == .configuration)
        #expect(failure?.description.contains("en/polarity.txt:1: ") == true, "\(failure?.description ?? "")")
        #expect(failure?.description.contains("rules.yaml:1: ") == true, "\(failure?.description ?? "")")
    }

    @Test("a second monitor on the same folder is refused as temporary")
    func lock() async throws {
        let test = try await TestMonitor(feeds: [])
        let settings = try TestMonitor.settings(in: test.folder)
        let failure = await #expect(throws: MonitorFailure.self) {
            _ = try await Monitor.open(settings, now: { TestMonitor.start }, logger: logger)
        }
        #expect(failure?.kind == .inUse)
        await test.end()
    }

    @Test("reload takes new feeds and rules; a bad one leaves the old; the data folder cannot move")
    func reload() async throws {
        let test = try await TestMonitor(feeds: [])
        var settings = try TestMonitor.settings(in: test.folder)
        settings.feeds = [Feed(url: "http://a.invalid/", source: "A")]
        try await test.monitor.reload(settings)
        #expect(try await test.monitor.feeds().count == 1)

        try Data("rules: 3\n".utf8).write(to: URL(fileURLWithPath: test.folder.path + "/alerts/rules.yaml"))
        settings.feeds = []
        await #expect(throws: MonitorFailure.self) { try await test.monitor.reload(settings) }
        #expect(try await test.monitor.feeds().count == 1)

        settings.dataFolder += "-other"
        let failure = await #expect(throws: MonitorFailure.self) { try await test.monitor.reload(settings) }
        #expect(failure?.description == "data and fetching cannot change while the daemon runs; start it again")
        await test.end()
    }

    @Test("an address policy that cannot be read is a configuration error")
    func badNetwork() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        var settings = try TestMonitor.settings(in: folder)
        settings.fetching.allowedNetworks = ["10.0.0.0/99"]
        let failure = await #expect(throws: MonitorFailure.self) {
            _ = try await Monitor.open(settings, now: { TestMonitor.start }, logger: logger)
        }
        #expect(failure?.kind == .configuration)
        #expect(failure?.description.contains("10.0.0.0/99") == true)
    }
}
