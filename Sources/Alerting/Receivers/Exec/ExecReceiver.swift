import Dispatch
import Foundation
import NewsModel
import StrictYAML

/// Starts a command for each message: the JSON of a generic webhook on its standard input, no shell, a time limit.
/// Status 0 is success; 75 (EX_TEMPFAIL of sysexits.h) asks for less, every other is tried again.
struct ExecReceiver: Receiver {
    let name: String
    let command: [String]
    let timeLimitSeconds: Int

    /// The environment of this process holds secrets of other receivers.
    private var environment: [String] {
        let home = ProcessInfo.processInfo.environment["HOME"] ?? "/"
        return ["PATH=/usr/local/bin:/usr/bin:/bin", "HOME=\(home)", "LANG=C.UTF-8", "NEWSWARD_RECEIVER=\(name)"]
    }

    private static let threads = DispatchQueue(label: "newsward.exec", attributes: .concurrent)

    func render(_ alerts: [Alert], context: NotificationContext) -> AlertNotification {
        AlertNotification(
            body: StandardWebhookForm.payload(alerts, receiver: name, context: context),
            contentType: "application/json")
    }

    func deliver(_ delivery: Delivery, now: Timestamp) async -> DeliveryResult {
        let run = ChildRun(
            arguments: command, environment: environment + ["NEWSWARD_DELIVERY=\(delivery.id)"],
            input: delivery.body, timeLimitMilliseconds: timeLimitSeconds * 1000)
        let end = await withCheckedContinuation { continuation in
            Self.threads.async { continuation.resume(returning: run.run()) }
        }
        switch end {
        case .exited(0, let output):
            return .delivered(status: nil, detail: detail("exit status 0", output))
        case .exited(let status, let output):
            return retry(detail("exit status \(status)", output), throttled: status == 75)
        case .killed(let signal, let output): return retry(detail("ended by signal \(signal)", output))
        case .tookTooLong(let output):
            return retry(detail("did not end within \(timeLimitSeconds) s and was killed", output))
        case .failed(let reason): return retry("the command cannot be started: \(reason)")
        }
    }

    private func retry(_ detail: String, throttled: Bool = false) -> DeliveryResult {
        .retry(after: nil, throttled: throttled, status: nil, detail: detail)
    }

    private func detail(_ words: String, _ output: [UInt8]) -> String {
        let text = String(decoding: output, as: UTF8.self)
        return AttemptDetail.clean(text.isEmpty ? words : "\(words): \(text)")
    }

    static func settings(_ entry: ReceiverEntry) -> ReceiverSettings? {
        let reader = entry.reader
        let command = reader.strings("command")
        let limit = reader.duration("timeout", default: 30, in: 1...50)
        if !reader.has("command") { reader.problem("missing key \"command\"") }
        guard let program = command.first else { return nil }
        if !program.hasPrefix("/") {
            reader.problem("command", "begins with a program's whole path, such as /usr/local/bin/page-me")
        } else if !FileManager.default.isExecutableFile(atPath: program) {
            reader.problem("command", "\(CleanText.line(program, limit: 200)) is no program that can be started")
        }
        let name = entry.name
        return entry.settings { _ in ExecReceiver(name: name, command: command, timeLimitSeconds: limit) }
    }
}
