import NewsModel
import Pipeline

/// Scores NDJSON on several threads; the output keeps the order of the input.
struct LineScoring {
    let desk: ScoringDesk
    let fields: RecordFields
    /// Blocks that are scored at the same time.
    let jobs: Int
    let now: Timestamp
    let showsProgress: Bool

    /// Scores what the reader gives, and hands the lines of output to `write` in order.
    ///
    /// At most `2 * jobs` blocks are held, so that neither a slow reader of the output nor one slow block lets memory grow.
    func score(_ reader: BlockReader, write: ([UInt8]) throws -> Void) async throws -> ScoreOutcome {
        var outcome = ScoreOutcome()
        var done = 0
        try await withThrowingTaskGroup(of: (Int, ScoredBlock).self) { group in
            var started = 0
            var written = 0
            var running = 0
            var ready: [Int: ScoredBlock] = [:]
            func fill() throws {
                while running < jobs, started - written < 2 * jobs, let block = try reader.next() {
                    let number = started
                    group.addTask { (number, desk.score(block, fields: fields, now: now)) }
                    started += 1
                    running += 1
                }
            }
            try fill()
            while let (number, scored) = try await group.next() {
                running -= 1
                ready[number] = scored
                try fill()
                while let next = ready.removeValue(forKey: written) {
                    try write(next.bytes)
                    written += 1
                    done += next.lineCount
                    outcome.add(ScoreOutcome(severity: next.severity, failure: next.hasProblem ? .input : nil))
                }
                if showsProgress { Console.progress("\(done) lines scored") }
                try fill()
            }
        }
        if showsProgress { Console.progress("") }
        return outcome
    }
}
