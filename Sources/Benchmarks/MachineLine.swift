import Foundation

/// What a figure needs beside it to mean something on another day: the date and the machine.
enum MachineLine {
    static var date: String { ISO8601DateFormatter().string(from: Date()) }

    /// Processor, count of cores and system, as far as the system tells.
    static var machine: String {
        let process = ProcessInfo.processInfo
        let model = processor.map { $0 + ", " } ?? ""
        return "\(model)\(process.activeProcessorCount) cores, \(process.operatingSystemVersionString)"
    }

    private static var processor: String? {
        guard let text = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8) else { return nil }
        let line = text.split(separator: "\n").first { $0.hasPrefix("model name") }
        return line?.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) }
    }
}
