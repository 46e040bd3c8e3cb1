import Alerting
public import Logging
public import NewsModel

/// Makes a test message for one receiver, and sends it: rendered and handed over as every notice is, but kept nowhere.
public struct ReceiverTrial: Sendable {
    private let settings: MonitorSettings
    private let alerting: AlertingConfiguration
    private let logger: Logger

    /// What the receiver said.
    public enum Outcome: Sendable, Hashable {
        case delivered(String)
        /// The reason in plain words, secrets removed.
        case failed(String)
        /// There is no such receiver; the names that there are.
        case unknown([String])
    }

    /// What the test message is.
    public struct Message: Sendable, Hashable {
        /// As `MessageKind`.
        public enum Kind: String, Sendable, CaseIterable {
            case alert, digest, resolved, monitor
        }

        public var kind: Kind
        /// Alerts in it; more than the receiver takes in one message are left out.
        public var alerts: Int
        /// True for alerts whose texts try to break the message.
        public var isHostile: Bool

        public init(kind: Kind = .alert, alerts: Int = 1, isHostile: Bool = false) {
            self.kind = kind
            self.alerts = alerts
            self.isHostile = isHostile
        }
    }

    /// - Throws: every problem of the alerts folder.
    public init(_ settings: MonitorSettings, logger: Logger) throws(MonitorFailure) {
        self.settings = settings
        self.logger = logger
        do {
            alerting = try AlertingConfiguration.load(folder: settings.alertsFolder)
        } catch {
            throw MonitorFailure(.configuration, "\(error)")
        }
    }

    /// The bytes that would be sent, without the secrets that are put in at the try; nil where there is no such
    /// receiver.
    public func render(_ message: Message, for name: String, now: Timestamp) -> [UInt8]? {
        receivers(.unreachable()).first { $0.name == name }.map { delivery(message, to: $0, now: now).body }
    }

    /// The names of all receivers.
    public var names: [String] { alerting.receivers.map(\.name) }

    /// Makes one try.
    public func send(_ message: Message, to name: String, now: Timestamp) async throws(MonitorFailure) -> Outcome {
        let fetchers: ReceiverFetchers
        do {
            fetchers = try ReceiverFetchers(settings.fetching, logger: logger)
        } catch {
            throw MonitorFailure(.configuration, error.description)
        }
        let receivers = receivers(fetchers.parts(dataFolder: settings.dataFolder))
        guard let receiver = receivers.first(where: { $0.name == name }) else {
            await fetchers.shutdown()
            return .unknown(names)
        }
        let result = await receiver.deliver(delivery(message, to: receiver, now: now), now: now)
        await fetchers.shutdown()
        switch result {
        case .delivered(let status, let detail, _): return .delivered(Self.text(status, detail))
        case .retry(_, _, let status, let detail), .failed(_, let status, let detail):
            return .failed(Self.text(status, detail))
        }
    }

    private func receivers(_ parts: ReceiverParts) -> [any Receiver] {
        alerting.makeReceivers(parts)
    }

    private func delivery(_ message: Message, to receiver: any Receiver, now: Timestamp) -> Delivery {
        let id = "msg_test_\(now.seconds)"
        let kind = MessageKind(rawValue: message.kind.rawValue) ?? .alert
        let count = max(1, min(message.alerts, receiver.alertLimit(of: kind)))
        let alert = message.isHostile ? TestAlert.hostile(now: now) : TestAlert.make(now: now)
        let rendered = receiver.render(
            Array(repeating: alert, count: count),
            context: NotificationContext(deliveryID: id, groupKey: "test", createdAt: now, kind: kind))
        return Delivery(
            id: id, receiver: receiver.name, body: rendered.body, contentType: rendered.contentType,
            notices: ["\(alert.id)@1"], state: .due, attemptCount: 0, nextAttemptAt: now, createdAt: now)
    }

    private static func text(_ status: Int?, _ detail: String) -> String {
        [status.map { "status \($0)" }, detail.isEmpty ? nil : detail].compactMap { $0 }.joined(separator: ", ")
    }
}
