import Foundation
import Logging
import NewsModel
import Pipeline
import Storage

/// Delivers signed webhooks from a durable outbox to a sink (Scripts/webhook_sink.py), through the program's own path: to
/// one receiver over 16 connections, or to several over one each, first alone and then beside one that never answers.
struct DeliverBenchmark: Benchmark {
    static let usage = "deliver LEXICONS SINK-URL [COUNT [RECEIVERS]]"

    private let lexicons: String
    private let sink: String
    private let count: Int
    private let receivers: Int

    init?(_ arguments: [String]) {
        let numbers = arguments.dropFirst(2).compactMap { Int($0) }.filter { $0 > 0 }
        guard (2...4).contains(arguments.count), numbers.count == arguments.count - 2 else { return nil }
        lexicons = arguments[0]
        sink = arguments[1]
        count = numbers.first ?? 30_000
        receivers = numbers.count > 1 ? numbers[1] : 1
    }

    func run() async throws {
        print("date      \(MachineLine.date)")
        print("machine   \(MachineLine.machine)")
        try await run(besideDead: false)
        if receivers > 1 { try await run(besideDead: true) }
    }

    private func run(besideDead: Bool) async throws {
        let folder =
            FileManager.default.temporaryDirectory.path
            + "/newsward-deliver-\(ProcessInfo.processInfo.processIdentifier)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let desk = try DeliverDesk(
            folder: folder, lexicons: lexicons, sink: sink, receivers: receivers, hasDead: besideDead)
        try await desk.fill(count)
        let monitor = try await Monitor.open(
            desk.settings, now: DeliverDesk.now, logger: Logger(label: "benchmark") { _ in SwiftLogNoOpLogHandler() })
        let before = MachineLine.memory >> 20
        MachineLine.forgetPeakMemory()
        let cpu = CPUTime.seconds
        let begin = DeliverDesk.now()
        let outcome = try await monitor.deliverOnce(seconds: 120)
        let used = CPUTime.seconds - cpu
        let peak = MachineLine.peakMemory
        let end = try await desk.lastAnswer(in: monitor.store, count: count)
        await monitor.close()
        guard outcome.delivered == count else {
            throw BenchmarkFailure(
                "\(count) deliveries were due, \(outcome.delivered) were taken, \(outcome.failed) failed")
        }
        let wall = Double(end.milliseconds - begin.milliseconds) / 1000
        let connections = receivers == 1 ? "16 connections" : "\(receivers) receivers of one connection each"
        print(
            "delivered \(count) in \(String(format: "%.2f", wall)) s: \(Int(Double(count) / wall))/s over \(connections)\(besideDead ? ", beside one that never answers" : "")"
        )
        print(
            "processor \(String(format: "%.3f", used * 1000 / Double(count))) ms a delivery; memory \(before) MiB before, at most \(peak) MiB"
        )
    }
}

/// The folder of one run: an outbox, receivers and their keys.
struct DeliverDesk {
    let settings: MonitorSettings
    private let names: [String]
    private let hasDead: Bool

    private static let key = "whsec_bmV3c3dhcmQtYmVuY2htYXJrLWtleS0wMDAx"
    private static let dead = "dead"

    /// - Parameter sink: takes everything, but for `/hang`, which it never answers.
    init(folder: String, lexicons: String, sink: String, receivers: Int, hasDead: Bool) throws {
        names = (0..<receivers).map { "sink\($0)" }
        self.hasDead = hasDead
        settings = MonitorSettings(
            dataFolder: folder + "/data", lexiconsFolder: lexicons, alertsFolder: folder + "/alerts")
        try FileManager.default.createDirectory(atPath: folder + "/alerts", withIntermediateDirectories: true)
        let lanes = receivers == 1 ? 16 : 1
        let healthy = names.map { Self.entry($0, sink, folder, parallel: lanes) }
        let dead = hasDead ? [Self.entry(Self.dead, sink + "/hang", folder, parallel: 1)] : []
        let all = (names + (hasDead ? [Self.dead] : [])).joined(separator: ", ")
        let files = [
            "key": Self.key,
            "alerts/rules.yaml": "rules:\n  - name: any\n    matchers: [\"severity >= 20\"]\n",
            "alerts/routes.yaml": "route:\n  receivers: [\(all)]\n",
            "alerts/receivers.yaml": "receivers:\n" + (healthy + dead).joined(),
        ]
        for (name, text) in files { try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name)) }
    }

    private static func entry(_ name: String, _ url: String, _ folder: String, parallel: Int) -> String {
        "  - {name: \(name), type: webhook, url: \"\(url)\", secret_file: \"\(folder)/key\", parallel: \(parallel)}\n"
    }

    /// Writes the deliveries that are due: `count` to the healthy receivers in turn, and 100 to the dead one.
    func fill(_ count: Int) async throws {
        let store = try SQLiteNewsStore.open(folder: settings.dataFolder, logger: Logger(label: "benchmark"))
        for number in 0..<count { try await add(number, to: names[number % names.count], store) }
        if hasDead {
            for number in 0..<100 { try await add(number, to: Self.dead, store) }
        }
        try await store.close()
    }

    private func add(_ number: Int, to receiver: String, _ store: SQLiteNewsStore) async throws {
        let delivery = SampleNews.delivery(number, to: receiver, at: SampleNews.start)
        try await store.flush([], outcome: .delivery(delivery), at: SampleNews.start)
    }

    /// When the last of the healthy receivers' answers came, by the log of attempts.
    func lastAnswer(in store: any NewsStore, count: Int) async throws -> Timestamp {
        var last = Timestamp(milliseconds: 0)
        for delivery in try await store.deliveries(in: .delivered, limit: count) {
            for attempt in try await store.attempts(of: delivery.id) {
                last = max(last, Timestamp(milliseconds: attempt.at.milliseconds + Int64(attempt.latencyMilliseconds)))
            }
        }
        return last
    }

    @Sendable static func now() -> Timestamp {
        Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    }
}
