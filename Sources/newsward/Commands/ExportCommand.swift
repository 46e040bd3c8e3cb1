import ArgumentParser
import NewsModel
import Pipeline

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Print stored records or alerts of a range, oldest first, as NDJSON or CSV.")

    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case records, alerts
    }

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case ndjson, csv
    }

    @Argument(help: "records (one a stored article) or alerts (one a revision).")
    var kind: Kind

    @OptionGroup var range: ArticleRange

    @Option(help: "ndjson or csv.")
    var format: Format = .ndjson

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if kind == .alerts, range.company != nil || range.type != nil || range.severity != 0 {
            throw ValidationError("--company, --type and --severity choose records; alerts take --since and --until")
        }
    }

    func run() async throws {
        let configuration = try ConfigurationReading.read(global.config, lexicons: global.lexicons)
        let now = ScoringSetup.now()
        do {
            let reader = try ArchiveReader(dataFolder: configuration.settings.dataFolder)
            switch kind {
            case .records: try await records(reader, now: now)
            case .alerts: try await alerts(reader, now: now)
            }
        } catch let failure as MonitorFailure {
            throw CommandFailure(failure)
        }
    }

    private func records(_ reader: ArchiveReader, now: Timestamp) async throws {
        if format == .csv { try write(ArchiveTable.recordHead) }
        try await reader.articles(range.search(now: now)) { item in
            try write(format == .csv ? ArchiveTable.row(item) : item.recordJSON + "\n")
            return true
        }
    }

    private func alerts(_ reader: ArchiveReader, now: Timestamp) async throws {
        if format == .csv { try write(ArchiveTable.alertHead) }
        let since = range.since?.moment(now: now) ?? Timestamp(milliseconds: 0)
        let until = range.until?.moment(now: now) ?? now.adding(seconds: 86_400)
        try await reader.alerts(since: since, until: until) { alert in
            var json = JSONWriter()
            alert.write(to: &json)
            try write(format == .csv ? ArchiveTable.row(alert) : json.text + "\n")
        }
    }

    private func write(_ text: String) throws { try Console.write(Array(text.utf8)) }
}
