import Foundation

/// Processor time of this process: what other programs do on the machine changes it little.
enum CPUTime {
    /// Seconds of processor time that the process has used, all threads together.
    static var seconds: Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

    /// Runs `work` some times; gives the median of the seconds.
    static func median(passes: Int, _ work: () -> Void) -> Double {
        var times: [Double] = []
        for _ in 0..<passes {
            let start = seconds
            work()
            times.append(seconds - start)
        }
        return times.sorted()[passes / 2]
    }
}
