import Foundation
import Pipeline

/// The output of an interrupted run, mended and ready to be continued: `score --resume FILE`.
struct ResumedFile {
    private let file: FileHandle
    private let path: String
    /// What the records that were there come to.
    let finished: FinishedRecords

    /// Opens or makes the file, cuts off a last line without an end, and skips the input lines whose records it holds.
    init(path: String, skipping input: BlockReader, lexicon: String) throws {
        self.path = path
        if FileKind(path) == nil { _ = FileManager.default.createFile(atPath: path, contents: nil) }
        guard FileKind(path) == .other, let file = FileHandle(forUpdatingAtPath: path) else {
            throw CommandFailure(.input, "\(path) cannot be written; --resume names the file that takes the records")
        }
        self.file = file
        guard flock(file.fileDescriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw CommandFailure(.temporary, "another run is writing \(path)")
        }
        let cut = try Self.mend(file)
        finished = try Self.compare(path, input, FinishedRecords(lexicon: lexicon))
        _ = try file.seekToEnd()
        if finished.count > 0 || cut > 0 {
            let mended = cut > 0 ? "; \(cut) bytes of a line that was cut are taken off" : ""
            Console.note("resuming \(path): \(finished.count) records are there\(mended)")
        }
    }

    func write(_ bytes: [UInt8]) throws {
        do {
            try file.write(contentsOf: Data(bytes))
        } catch {
            throw CommandFailure(.storage, "\(path) cannot be written: \(error.localizedDescription)")
        }
    }

    /// Cuts the file after its last line end; how many bytes went.
    private static func mend(_ file: FileHandle) throws -> UInt64 {
        let size = try file.seekToEnd()
        var end = size
        while end > 0 {
            let start = end > 65_536 ? end - 65_536 : 0
            try file.seek(toOffset: start)
            let part = Array(try file.read(upToCount: Int(end - start)) ?? Data())
            if let last = part.lastIndex(of: UInt8(ascii: "\n")) {
                end = start + UInt64(last) + 1
                break
            }
            end = start
        }
        if end < size { try file.truncate(atOffset: end) }
        return size - end
    }

    private static func compare(_ path: String, _ input: BlockReader, _ start: FinishedRecords) throws
        -> FinishedRecords
    {
        var finished = start
        let reader = try BlockReader(path: path)
        while var records = try reader.next() {
            while true {
                guard let lines = try input.next(lines: records.lineCount) else {
                    throw CommandFailure(
                        .input, "\(path) holds more records than the input has lines; it does not belong to this input")
                }
                let (first, rest) = records.split(after: lines.lineCount)
                do {
                    try finished.take(first, of: lines)
                } catch {
                    throw CommandFailure(.input, "\(path): \(error.description)")
                }
                guard let rest else { break }
                records = rest
            }
        }
        return finished
    }
}
