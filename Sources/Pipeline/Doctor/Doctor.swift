import Alerting
import Fetching
import Foundation
public import NewsModel
import Storage

/// Looks at everything that the program stands on, and changes nothing. No network is used.
public struct Doctor: Sendable {
    private let settings: MonitorSettings
    private let now: Timestamp
    /// Bytes of free disk below which something should be done.
    private static let leastFree: Int64 = 1 << 30
    /// Where libcurl of the usual systems finds the authorities that it trusts.
    private static let bundles = [
        "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem",
    ]

    public init(_ settings: MonitorSettings, now: Timestamp) {
        self.settings = settings
        self.now = now
    }

    /// Every check, in a fixed order.
    public func checks() async -> [DoctorCheck] {
        // Loading the receivers reads their secrets.
        let alerting = Result { try AlertingConfiguration.load(folder: settings.alertsFolder) }
        return [files(), receivers(alerting), folder(), disk(), library(), authorities()]
            + (await database(try? alerting.get()))
    }

    private func files() -> DoctorCheck {
        let problems = MonitorCheck.problems(with: settings)
        return problems.isEmpty
            ? .good("files", "configuration, alerts and lexicons are well-formed")
            : .bad("files", problems.joined(separator: "\n"))
    }

    private func receivers(_ alerting: Result<AlertingConfiguration, any Error>) -> DoctorCheck {
        switch alerting {
        case .success(let alerting): .good("receivers", "\(alerting.receivers.count), all secrets readable")
        case .failure(let error): .bad("receivers", "\(error)")
        }
    }

    private func folder() -> DoctorCheck {
        let path = settings.dataFolder
        let files = FileManager.default
        guard let attributes = try? files.attributesOfItem(atPath: path) else {
            return .bad("data", "\(path) is not there yet; `newsward run` or `newsward poll` makes it")
        }
        let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
        if mode & 0o077 != 0 {
            return .bad("data", "other users may look into \(path) (mode \(String(mode, radix: 8))); chmod 700 it")
        }
        guard files.isWritableFile(atPath: path) else { return .bad("data", "you may not write into \(path)") }
        return .good("data", path)
    }

    private func disk() -> DoctorCheck {
        let attributes = try? FileManager.default.attributesOfFileSystem(forPath: settings.dataFolder)
        guard let free = (attributes?[.systemFreeSize] as? NSNumber)?.int64Value else {
            return .bad("disk", "the free space of \(settings.dataFolder) cannot be read")
        }
        let text = "\(free >> 20) MiB free"
        return free < Self.leastFree
            ? .bad("disk", "only \(text); alerts stop when there is none") : .good("disk", text)
    }

    private func library() -> DoctorCheck {
        if let failure = HTTPFetcher.libraryFailure { return .bad("libcurl", failure.description) }
        return .good("libcurl", HTTPFetcher.libraryVersion)
    }

    private func authorities() -> DoctorCheck {
        let places = settings.fetching.certificateFile.map { [$0] } ?? Self.bundles
        guard let found = places.first(where: FileManager.default.isReadableFile) else {
            return .bad(
                "TLS", "no file of certificate authorities: \(places.joined(separator: ", ")); install ca-certificates")
        }
        return .good("TLS", "authorities from \(found)")
    }

    private func database(_ alerting: AlertingConfiguration?) async -> [DoctorCheck] {
        do {
            let store = try SQLiteNewsStore.openReadOnly(folder: settings.dataFolder)
            let found = try await store.inspect()
            let states = try await store.feedStates()
            let stops = try await store.receiverStops()
            try await store.close()
            return [integrity(found), clock(found), outbox(found)] + stopped(stops, alerting) + feeds(states)
        } catch {
            return [.bad("database", "\(error)")]
        }
    }

    private func integrity(_ found: StoreInspection) -> DoctorCheck {
        found.problems.isEmpty
            ? .good("database", "sound") : .bad("database", "damaged: " + found.problems.joined(separator: "; "))
    }

    /// A clock that stands before what it has written itself has gone back.
    private func clock(_ found: StoreInspection) -> DoctorCheck {
        guard let newest = found.newest, newest > now.milliseconds + 60_000 else { return .good("clock", now.iso8601) }
        let last = Timestamp(milliseconds: newest)
        return .bad("clock", "it says \(now.iso8601), but the store knows of \(last.iso8601); set it right")
    }

    private func outbox(_ found: StoreInspection) -> DoctorCheck {
        var problems: [String] = []
        if found.dead > 0 { problems.append("\(found.dead) deliveries were given up: newsward alerts dead") }
        if let oldest = found.oldestWaiting, now.milliseconds - oldest > 3_600_000 {
            let hours = (now.milliseconds - oldest) / 3_600_000
            problems.append("\(found.waiting) deliveries wait, the oldest for \(hours) h")
        }
        return problems.isEmpty
            ? .good("outbox", "\(found.waiting) deliveries wait") : .bad("outbox", problems.joined(separator: "; "))
    }

    /// Receivers that said that they want nothing more, as long as they are the ones that said it.
    private func stopped(_ stops: [ReceiverStop], _ alerting: AlertingConfiguration?) -> [DoctorCheck] {
        let receivers = alerting?.makeReceivers(.unreachable()) ?? []
        return receivers.compactMap { $0.stop(among: stops) }.map { stop in
            .bad(
                "receivers",
                "\(stop.reason) (\(stop.at.iso8601)); change its address, or newsward alerts retry --receiver \(stop.receiver)"
            )
        }
    }

    private func feeds(_ states: [FeedState]) -> [DoctorCheck] {
        let known = Dictionary(states.map { ($0.url, $0) }, uniquingKeysWith: { $1 })
        let troubles = settings.feeds.compactMap { feed in
            trouble(feed, known[feed.url]).map { "\(feed.source): \($0)" }
        }
        guard !troubles.isEmpty else { return [.good("feeds", "\(settings.feeds.count), all read")] }
        return troubles.map { .bad("feeds", $0) }
    }

    private func trouble(_ feed: Feed, _ state: FeedState?) -> String? {
        guard let state, state.checkedAt != nil else { return "never polled" }
        if let reason = state.disabledReason { return "stopped: \(reason); newsward feeds enable \(feed.url)" }
        guard state.errorCount > 0 else { return nil }
        let last = state.succeededAt.map { "last read \($0.iso8601)" } ?? "never read"
        return "\(last), \(state.errorCount) failures in a row: \(state.lastError ?? "unknown")"
    }
}
