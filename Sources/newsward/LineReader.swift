import Foundation

/// Reads lines of bytes from a file, standard input or memory, without holding the whole.
final class LineReader {
    private let handle: FileHandle?
    private var buffer: [UInt8]
    private var start = 0
    private var hasEnded: Bool
    /// Bytes that one line may have; a longer one is cut there and will not parse.
    private static let longestLine = 64 << 20

    init(bytes: [UInt8]) {
        handle = nil
        buffer = bytes
        hasEnded = true
    }

    /// - Parameter path: nil is standard input.
    init(path: String?) throws {
        guard let path else {
            handle = .standardInput
            buffer = []
            hasEnded = false
            return
        }
        guard FileKind(path) == .other, let file = FileHandle(forReadingAtPath: path) else {
            throw CommandFailure(.input, InputReader.unreadable(path))
        }
        handle = file
        buffer = []
        hasEnded = false
    }

    /// Up to `count` lines without their ends; empty at the end of the input. A last line without an end counts.
    func next(_ count: Int) throws -> [[UInt8]] {
        var lines: [[UInt8]] = []
        lines.reserveCapacity(count)
        while lines.count < count {
            if let line = takeLine() {
                lines.append(line)
            } else if hasEnded {
                if start < buffer.count { lines.append(Array(buffer[start...])) }
                start = buffer.count
                break
            } else {
                try fill()
            }
        }
        return lines
    }

    private func takeLine() -> [UInt8]? {
        guard let end = buffer[start...].firstIndex(of: UInt8(ascii: "\n")) else {
            guard buffer.count - start > Self.longestLine else { return nil }
            defer { start += Self.longestLine }
            return Array(buffer[start..<start + Self.longestLine])
        }
        let line = buffer[start..<end]
        start = end + 1
        return Array(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
    }

    private func fill() throws {
        buffer.removeFirst(start)
        start = 0
        let more = try handle?.read(upToCount: 1 << 20) ?? Data()
        if more.isEmpty { hasEnded = true } else { buffer.append(contentsOf: more) }
    }
}
