import Foundation
import Logging
import NewsModel
import Pipeline
import Storage

/// Delivers signed webhooks from a durable outbox over 16 connections to a sink (Scripts/webhook_sink.py), through the
/// program's own path, with or without a second receiver that never answers.
struct DeliverBenchmark: Benchmark {
    static let usage = "deliver LEXICONS SINK-URL [COUNT [dead]]"

    private let lexicons: String
    private let sink: String
    private let count: Int
    private let hasDead: Bool

    private static let key = "whsec_bmV3c3dhcmQtYmVuY2htYXJrLWtleS0wMDAx"

    init?(_ arguments: [String]) {
        guard (2...4).contains(arguments.count) else { return nil }
        guard let count = arguments.count == 2 ? 30_000 : Int(arguments[2]), count > 0 else { return nil }
        guard arguments.count < 4 || arguments[3] == "dead" else { return nil }
        lexicons = arguments[0]
        sink = arguments[1]
        self.count = count
        hasDead = arguments.count == 4
    }

    func run() async throws {
        let folder =
            FileManager.default.temporaryDirectory.path
            + "/newsward-deliver-\(ProcessInfo.processInfo.processIdentifier)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let settings = try write(in: folder)
        try await fill(settings.dataFolder)
        let monitor = try await Monitor.open(
            settings, now: Self.now, logger: Logger(label: "benchmark") { _ in SwiftLogNoOpLogHandler() })
        let memory = MachineLine.memory >> 20
        let clock = ContinuousClock()
        let cpu = CPUTime.seconds
        let begin = clock.now
        let outcome = try await monitor.deliverOnce(seconds: 120)
        let elapsed = (clock.now - begin).components
        let wall = Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18
        let used = CPUTime.seconds - cpu
        await monitor.close()
        guard outcome.delivered == count else {
            throw BenchmarkFailure(
                "\(count) deliveries were due, \(outcome.delivered) were taken, \(outcome.failed) failed")
        }
        print("date      \(MachineLine.date)")
        print("machine   \(MachineLine.machine)")
        print(
            "delivered \(count) in \(String(format: "%.2f", wall)) s: \(Int(Double(count) / wall))/s over 16 connections\(hasDead ? ", beside a dead receiver (the pass ends with its timeout)" : "")"
        )
        print(
            "processor \(String(format: "%.3f", used * 1000 / Double(count))) ms a delivery; memory \(memory) MiB before, at most \(MachineLine.peakMemory) MiB"
        )
    }

    private func fill(_ folder: String) async throws {
        let store = try SQLiteNewsStore.open(folder: folder, logger: Logger(label: "benchmark"))
        let receivers = hasDead ? ["sink", "dead"] : ["sink"]
        for receiver in receivers {
            for number in 0..<(receiver == "dead" ? 100 : count) {
                let delivery = SampleNews.delivery(number, to: receiver, at: SampleNews.start)
                try await store.flush([], outcome: .delivery(delivery), at: SampleNews.start)
            }
        }
        try await store.close()
    }

    private func write(in folder: String) throws -> MonitorSettings {
        try FileManager.default.createDirectory(atPath: folder + "/alerts", withIntermediateDirectories: true)
        let dead = """
              - name: dead
                type: webhook
                url: "http://127.0.0.1:9/never"
                parallel: 16

            """
        let files = [
            "key": Self.key,
            "alerts/rules.yaml": "rules:\n  - name: any\n    matchers: [\"severity >= 20\"]\n",
            "alerts/routes.yaml": "route:\n  receivers: [sink\(hasDead ? ", dead" : "")]\n",
            "alerts/receivers.yaml": """
            receivers:
              - name: sink
                type: webhook
                url: "\(sink)"
                secret_file: "\(folder)/key"
                parallel: 16
            \(hasDead ? dead : "")
            """,
        ]
        for (name, text) in files { try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name)) }
        return MonitorSettings(dataFolder: folder + "/data", lexiconsFolder: lexicons, alertsFolder: folder + "/alerts")
    }

    @Sendable private static func now() -> Timestamp {
        Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    }
}
