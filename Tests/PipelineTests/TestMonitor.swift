import Foundation
import Logging
import NewsModel
import TestSupport

@testable import Pipeline

/// A monitor on a small lexicon, a store of its own and a clock that the test turns.
struct TestMonitor {
    let folder: TemporaryFolder
    let clock: ManualClock
    let monitor: Monitor

    /// 2026-11-25T00:00:00Z.
    static let start = Timestamp(seconds: 1_795_564_800)

    /// - Parameter files: in place of those that `settings` writes.
    init(
        feeds: [Feed], catchUpSeconds: Int64 = 0, folder: TemporaryFolder? = nil, clock: ManualClock? = nil,
        files: [String: String] = [:]
    ) async throws {
        self.folder = try folder ?? TemporaryFolder()
        self.clock = clock ?? ManualClock(Self.start)
        var settings = try Self.settings(in: self.folder, replacing: files)
        settings.feeds = feeds
        settings.catchUpSeconds = catchUpSeconds
        monitor = try await Monitor.open(
            settings, now: self.clock.now, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    /// Settings whose files lie in the folder: a lexicon with one event rule, alerts to a file.
    static func settings(
        in folder: TemporaryFolder, replacing others: [String: String] = [:]
    ) throws -> MonitorSettings {
        let root = folder.path
        var files = [
            "lexicons/en/polarity.txt": "lawsuit/n | -2\n",
            "lexicons/en/metrics.txt": "profit/n | good\n",
            "lexicons/en/directions.txt": "rise/v(rose,risen) | up 1\n",
            "lexicons/en/modifiers.txt": "[negation]\nnot\n",
            "lexicons/en/events.txt": """
            [legal.lawsuit] score=-0.6 severity=55 role=defendant
            sue/v | phase=charged
            [ops.product_safety] score=-0.6 severity=60 role=issuer
            recall/v | phase=agreed

            """,
            "lexicons/ko/polarity.txt": "소송/h | -2\n",
            "lexicons/ko/metrics.txt": "이익/n | good\n",
            "lexicons/ko/directions.txt": "증가/h | up 1\n",
            "lexicons/ko/modifiers.txt": "[negation]\n않/v\n",
            "lexicons/ko/events.txt":
                "[legal.lawsuit] score=-0.6 severity=55 role=defendant\n소송 제기/h | phase=charged\n",
            "lexicons/companies/krx.txt": "XKRX:900001 | 가람전자 | Garam Electronics\n",
            "lexicons/companies/us.txt": "XNAS:QLN | Quillon Foundry\nXNAS:BRW | Briskwater Foods\n",
            "lexicons/companies/aliases.txt": "", "lexicons/companies/groups.txt": "",
            "lexicons/companies/unlisted.txt": "", "lexicons/companies/context.txt": "",
            "lexicons/companies/raters.txt": "",
            "alerts/rules.yaml": "rules:\n  - name: any\n    matchers: [\"severity >= 20\"]\n",
            "alerts/routes.yaml":
                "route:\n  receivers: [lines]\n  group_by: [alert]\n  group_wait: 0s\n  group_interval: 0s\n",
            "alerts/receivers.yaml":
                "receivers:\n  - name: lines\n    type: file\n    path: alerts.jsonl\n    fsync: false\n",
        ]
        files.merge(others) { _, other in other }
        for (name, text) in files {
            let url = URL(fileURLWithPath: root + "/" + name)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }
        var settings = MonitorSettings(
            dataFolder: root + "/data", lexiconsFolder: root + "/lexicons", alertsFolder: root + "/alerts")
        settings.fetching.allowedNetworks = ["127.0.0.0/8"]
        settings.fetching.defaultHost.spacingSeconds = 0
        settings.fetching.timeoutSeconds = 5
        return settings
    }

    /// The lines of the alerts file.
    var alertLines: [String] {
        let data = FileManager.default.contents(atPath: folder.path + "/data/alerts.jsonl") ?? Data()
        return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    func end() async {
        await monitor.close()
        folder.remove()
    }
}

/// RSS with these entries: title and link, and dates where given.
func rss(_ entries: [(title: String, link: String, date: String?)], etag: String? = nil) -> LocalHTTPPeer.Answer {
    let items = entries.map { entry in
        "<item><title>\(entry.title)</title><link>\(entry.link)</link><guid>\(entry.link)</guid>"
            + (entry.date.map { "<pubDate>\($0)</pubDate>" } ?? "") + "</item>"
    }
    let text =
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Wire</title>\(items.joined())</channel></rss>"
    let headers = [("Content-Type", "application/rss+xml")] + (etag.map { [("ETag", $0)] } ?? [])
    return .response(status: 200, headers: headers, body: Array(text.utf8))
}
