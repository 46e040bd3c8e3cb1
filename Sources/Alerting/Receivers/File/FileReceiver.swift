import Foundation
import NewsModel
import StrictYAML
import Synchronization

/// Appends alerts to a file, one JSON object a line.
final class FileReceiver: Receiver {
    let name: String
    private let file: Mutex<AppendOnlyFile>

    init(name: String, path: String, syncs: Bool) {
        self.name = name
        file = Mutex(AppendOnlyFile(path: path, syncs: syncs))
    }

    func render(_ alerts: [Alert], context: NotificationContext) -> AlertNotification {
        AlertNotification(body: AlertJSON.lines(alerts, context: context), contentType: "application/x-ndjson")
    }

    func deliver(_ delivery: Delivery, now: Timestamp) async -> DeliveryResult {
        let lines = delivery.body.split(separator: UInt8(ascii: "\n")).map { Array($0) + [UInt8(ascii: "\n")] }
        do {
            try file.withLock { file in try file.append(lines) }
            return .delivered(status: nil, detail: "\(lines.count) lines written")
        } catch {
            let why = CleanText.line((error as NSError).localizedDescription, limit: 200)
            return .retry(after: nil, throttled: false, status: nil, detail: "the file cannot be written: \(why)")
        }
    }

    static func settings(_ entry: ReceiverEntry) -> ReceiverSettings? {
        let path = entry.reader.string("path")
        let syncs = entry.reader.bool("fsync", default: true)
        let name = entry.name
        return entry.settings { parts in
            let place = path.hasPrefix("/") ? path : "\(parts.dataFolder)/\(path)"
            return FileReceiver(name: name, path: place, syncs: syncs)
        }
    }
}
