import Foundation
import Logging
import NewsModel

/// One line a message on standard error: time, level, text, facts.
struct StderrLogHandler: LogHandler {
    let label: String
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .notice

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let facts = metadata.merging(event.metadata ?? [:]) { $1 }
            .sorted { $0.key < $1.key }
            .map { "\($0.key)=\(Self.oneLine("\($0.value)"))" }
        let moment = Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)).iso8601
        let words = ([moment, event.level.rawValue, Self.oneLine("\(event.message)")] + facts).joined(separator: " ")
        FileHandle.standardError.write(Data((words + "\n").utf8))
    }

    /// A headline in a message must not forge a second line or drive the terminal.
    static func oneLine(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    switch scalar.properties.generalCategory {
                    case .control, .format, .lineSeparator, .paragraphSeparator: " "
                    default: scalar
                    }
                }))
    }
}
