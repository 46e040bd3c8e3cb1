import Foundation
import NewsModel
import Pipeline

/// Scores NDJSON line by line on several threads; the output keeps the order of the input.
struct LineScoring {
    let desk: ScoringDesk
    let fields: Set<RecordField>?
    let jobs: Int
    let now: Timestamp
    /// Lines that one thread takes at a time.
    private static let chunk = 128

    func score(_ reader: LineReader, showsProgress: Bool) async throws -> ScoreOutcome {
        var outcome = ScoreOutcome()
        var done = 0
        while true {
            let lines = try reader.next(Self.chunk * jobs)
            guard !lines.isEmpty else { break }
            var output: [UInt8] = []
            for scored in await scoreInOrder(lines, first: done + 1) {
                output.append(contentsOf: scored.bytes)
                output.append(UInt8(ascii: "\n"))
                outcome.severity = max(outcome.severity, scored.severity)
                if scored.isProblem { outcome.failure = .input }
            }
            try Console.write(output)
            done += lines.count
            if showsProgress { Console.progress("\(done) lines scored") }
        }
        if showsProgress { Console.progress("") }
        return outcome
    }

    private func scoreInOrder(_ lines: [[UInt8]], first: Int) async -> [ScoredLine] {
        await withTaskGroup(of: (Int, [ScoredLine]).self) { group in
            for start in stride(from: 0, to: lines.count, by: Self.chunk) {
                let part = lines[start..<min(start + Self.chunk, lines.count)]
                group.addTask {
                    (
                        start,
                        part.enumerated().map { offset, line in
                            desk.scoreLine(line, number: first + start + offset, fields: fields, now: now)
                        }
                    )
                }
            }
            var parts: [Int: [ScoredLine]] = [:]
            for await (start, part) in group { parts[start] = part }
            return parts.sorted { $0.key < $1.key }.flatMap(\.value)
        }
    }
}
