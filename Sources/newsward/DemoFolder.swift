import Foundation
import NewsModel
import Newsroom
import Pipeline

/// The demo's own folder: its database, its alerts folder and the JSON Lines file. Removed at the end, but for the file.
struct DemoFolder {
    let path: String
    let alertsFile: String
    private let port: Int
    private let global: GlobalOptions

    init(port: Int, alertsFile: String?, global: GlobalOptions) throws(CommandFailure) {
        let base = FileManager.default.temporaryDirectory.path
        path = base + "/newsward-demo-\(ProcessInfo.processInfo.processIdentifier)"
        self.alertsFile = alertsFile.map(Self.absolute) ?? base + "/newsward-demo-alerts.jsonl"
        self.port = port
        self.global = global
        do {
            try FileManager.default.createDirectory(
                atPath: path + "/alerts", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw CommandFailure(.storage, "cannot make the demo's folder \(path): \(error.localizedDescription)")
        }
    }

    /// Writes the alerts folder and gives the configuration: catch-up on, no group wait, short intervals, loopback allowed.
    func write(newsroom port: Int) throws -> ConfigurationFile {
        let base = "http://127.0.0.1:\(port)"
        let demo = try DataFolders().path(of: "demo")
        try? FileManager.default.removeItem(atPath: alertsFile)
        for (name, text) in DemoAlerts.files(webhook: base + "/webhook", file: alertsFile) {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/alerts/" + name))
        }
        var settings = MonitorSettings(
            dataFolder: path + "/data", lexiconsFolder: try DataFolders().path(of: "lexicons", option: global.lexicons),
            alertsFolder: path + "/alerts")
        settings.companyFiles = [demo + "/companies.txt"]
        settings.catchUpSeconds = 86_400
        settings.fetching.allowedNetworks = ["127.0.0.0/8"]
        settings.fetching.defaultHost = HostSettings(connections: 8, spacingSeconds: 0)
        settings.polling.intervalSeconds = 2
        settings.feeds = DemoFeed.all.map { feed in
            Feed(
                url: base + feed.path, source: feed.title, sourceRank: feed.sourceRank, language: feed.language,
                fetchesPages: feed.hasOnlyLinks, intervalSeconds: 2)
        }
        var dashboard = ConfigurationFile.DashboardSettings()
        dashboard.port = self.port
        return ConfigurationFile(settings: settings, dashboard: dashboard)
    }

    func remove() {
        try? FileManager.default.removeItem(atPath: path)
    }

    private static func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    }
}
