import Alerting
public import Logging
public import NewsModel

/// Sends a test alert to one receiver: rendered and handed over as every notice is, but kept nowhere.
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

    /// Makes one try.
    public func send(to name: String, now: Timestamp) async throws(MonitorFailure) -> Outcome {
        let fetchers: ReceiverFetchers
        do {
            fetchers = try ReceiverFetchers(settings.fetching, logger: logger)
        } catch {
            throw MonitorFailure(.configuration, error.description)
        }
        let receivers = alerting.makeReceivers(fetchers.parts(dataFolder: settings.dataFolder))
        guard let receiver = receivers.first(where: { $0.name == name }) else {
            await fetchers.shutdown()
            return .unknown(receivers.map(\.name))
        }
        let outcome = await send(to: receiver, now: now)
        await fetchers.shutdown()
        return outcome
    }

    private func send(to receiver: any Receiver, now: Timestamp) async -> Outcome {
        let alert = TestAlert.make(now: now)
        let id = "msg_test_\(now.seconds)"
        let message = receiver.render(
            [alert], context: NotificationContext(deliveryID: id, groupKey: "test", createdAt: now))
        let delivery = Delivery(
            id: id, receiver: receiver.name, body: message.body, contentType: message.contentType,
            notices: ["\(alert.id)@1"], state: .due, attemptCount: 0, nextAttemptAt: now, createdAt: now)
        switch await receiver.deliver(delivery, now: now) {
        case .delivered(let status, let detail): return .delivered(Self.text(status, detail))
        case .retry(_, _, let status, let detail), .failed(_, let status, let detail):
            return .failed(Self.text(status, detail))
        }
    }

    private static func text(_ status: Int?, _ detail: String) -> String {
        [status.map { "status \($0)" }, detail.isEmpty ? nil : detail].compactMap { $0 }.joined(separator: ", ")
    }
}
