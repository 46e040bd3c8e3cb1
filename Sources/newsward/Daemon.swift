import Dashboard
import Foundation
import Logging
import NewsModel
import Pipeline
import ServiceLifecycle

/// Wires the monitor, the dashboard, the control socket and the signals into one group of services.
struct Daemon: Sendable {
    let monitor: Monitor
    let configuration: ConfigurationFile
    let logger: Logger
    /// Reads the configuration again, for a reload.
    let rereading: @Sendable () throws -> ConfigurationFile
    /// Changes the configuration's feeds; nil where there is no file to change.
    var editor: ConfigurationEditor?

    private var control: MonitorControl { MonitorControl(monitor: monitor, rereading: rereading, editor: editor) }

    /// The daemon's services, in the order in which they start; they end in the reverse order.
    func services(onListening: @escaping @Sendable (Int) -> Void) -> [any Service] {
        let servers: [any Service] = [
            DashboardServer(
                host: configuration.dashboard.host, port: configuration.dashboard.port, store: monitor.store,
                control: control, logger: serverLogger, onListening: onListening),
            ControlSocket(
                path: DaemonClient.socket(of: configuration), store: monitor.store, control: control,
                logger: serverLogger),
        ]
        return servers + monitor.services + [
            SignalService(reload: { await control.reloadAndLog(logger) }, logger: logger)
        ]
    }

    /// Runs until a signal, or until a service fails.
    func run(_ services: [any Service]) async throws {
        await monitor.readSuspects()
        let entries = services.map { service in
            // Only some may end the group in an orderly way; any other service that ends has failed.
            ServiceGroupConfiguration.ServiceConfiguration(
                service: service,
                successTerminationBehavior: service is any EndingService ? .gracefullyShutdownGroup : .cancelGroup)
        }
        var group = ServiceGroupConfiguration(services: entries, logger: quiet)
        group.maximumGracefulShutdownDuration = .seconds(25)
        do {
            try await ServiceGroup(configuration: group).run()
        } catch let failure as ListenFailure {
            throw CommandFailure(.network, failure.description)
        }
    }

    /// The servers' own start and stop messages are of no use to the person at the terminal.
    private var serverLogger: Logger { quiet }

    private var quiet: Logger {
        var quiet = logger
        quiet.logLevel = max(logger.logLevel, .critical)
        return quiet
    }
}

/// The daemon as dashboard and control socket see it.
struct MonitorControl: DaemonControl {
    let monitor: Monitor
    let rereading: @Sendable () throws -> ConfigurationFile
    let editor: ConfigurationEditor?

    func status() async -> DaemonStatus {
        var troubles: [String] = []
        var feeds: [FeedStatus] = []
        var receivers: [ReceiverStatus] = []
        do {
            receivers = try await monitor.receivers().map { ReceiverStatus(name: $0.name, stop: $0.stop) }
            feeds = try await monitor.feeds().map { FeedStatus(feed: $0.feed, state: $0.state) }
        } catch {
            troubles.append("the store does not answer: \(error)")
        }
        var status = DaemonStatus(
            version: Release.engine, lexicon: monitor.lexiconHash, startedAt: monitor.startedAt,
            now: ScoringSetup.now(),
            isReady: troubles.isEmpty, troubles: troubles, feeds: feeds)
        status.receivers = receivers
        let (figures, isOutage) = monitor.fetching
        status.fetching.active = figures.active
        status.fetching.waiting = figures.waiting
        status.fetching.longestTurnMilliseconds = figures.longestTurnMilliseconds
        status.fetching.isOutage = isOutage
        return status
    }

    func reload() async -> [String] {
        do {
            try await monitor.reload(try rereading().settings)
            return []
        } catch let failure as CommandFailure {
            return failure.message.split(separator: "\n").map(String.init)
        } catch {
            return "\(error)".split(separator: "\n").map(String.init)
        }
    }

    /// Reloads for SIGHUP: nobody waits for an answer, so problems go to the log.
    func reloadAndLog(_ logger: Logger) async {
        for problem in await reload() {
            logger.error("not reloaded; the old configuration stays", metadata: ["problem": "\(problem)"])
        }
    }

    func pollFeed(_ url: String) async throws -> Bool {
        try await monitor.pollSoon(url)
    }

    func changeFeeds(_ json: [UInt8]) async -> [String] {
        guard let editor else { return ["this daemon has no configuration file to change"] }
        guard let change = try? JSONDecoder().decode(FeedChange.self, from: Data(json)) else {
            return ["the change is not the JSON that docs/contract.md describes"]
        }
        do {
            let edit = try await editor.apply(change)
            let problems = await reload()
            if !problems.isEmpty { await editor.undo(edit) }
            return problems
        } catch let failure as CommandFailure {
            return failure.message.split(separator: "\n").map(String.init)
        } catch {
            return ["\(error)"]
        }
    }

    func setFeed(_ url: String, enabled: Bool) async throws -> Bool {
        try await monitor.setFeed(url, enabled: enabled)
    }

    func backup(to path: String) async -> String? {
        do {
            try await monitor.backup(to: path)
            return nil
        } catch {
            return error.description
        }
    }

    func releaseArticle(id: String) async throws -> Bool {
        try await monitor.releaseArticle(id: id)
    }

    func retry(deliveryID: String) async throws -> Bool {
        try await monitor.retry(deliveryID: deliveryID)
    }

    func retryDead(_ range: DeliveryRange) async throws -> Int {
        try await monitor.retryDead(range)
    }

    func acknowledge(alertID: String) async throws -> Bool {
        try await monitor.acknowledge(alertID: alertID)
    }

    func addSilence(matchers: [String], until end: Timestamp, why: String?) async throws -> StoredSilence {
        try await monitor.addSilence(matchers: matchers, until: end, why: why)
    }

    func expireSilence(id: String) async throws -> Bool {
        try await monitor.expireSilence(id: id)
    }
}

/// A service whose end ends the program in an orderly way.
protocol EndingService: Service {}
