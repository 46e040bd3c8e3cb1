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

    /// The most memory that this process has had so far, in MiB; 0 where the system does not tell.
    static var peakMemory: Int { status("VmHWM") >> 20 }

    /// Lets `peakMemory` begin anew, where the system allows it.
    static func forgetPeakMemory() {
        try? Data("5".utf8).write(to: URL(fileURLWithPath: "/proc/self/clear_refs"))
    }

    /// The bytes of memory that it has now.
    static var memory: Int { status("VmRSS") }

    private static func status(_ name: String) -> Int {
        guard let text = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return 0 }
        let line = text.split(separator: "\n").first { $0.hasPrefix(name) }
        return (line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0) << 10
    }

    private static var processor: String? {
        guard let text = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8) else { return nil }
        let line = text.split(separator: "\n").first { $0.hasPrefix("model name") }
        return line?.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) }
    }
}
