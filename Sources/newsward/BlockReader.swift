import Foundation
import Pipeline

/// Reads blocks of whole lines from a file, standard input or memory; what it holds does not grow with the input.
final class BlockReader {
    private let input: FileHandle?
    private var buffer = [UInt8](repeating: 0, count: step)
    /// What is left of input held in memory.
    private var memory: ArraySlice<UInt8>
    /// What has been read of a line that has not ended yet.
    private var pending: [UInt8] = []
    /// Lines that were read but given back.
    private var held: LineBlock?
    private var nextNumber = 1
    /// True where the input had less than was asked for: reading on may have to wait for its writer.
    private(set) var mayWait = false
    /// Bytes to ask for at a time: a block has about as many. What a full pipe holds.
    private static let step = 64 << 10

    init(bytes: [UInt8]) {
        input = nil
        memory = bytes[...]
    }

    /// - Parameter path: nil is standard input.
    init(path: String?) throws {
        memory = []
        guard let path else {
            input = .standardInput
            return
        }
        guard FileKind(path) == .other, let file = FileHandle(forReadingAtPath: path) else {
            throw CommandFailure(.input, InputReader.unreadable(path))
        }
        input = file
    }

    /// The next lines; nil at the end of the input. A last line without an end counts.
    func next() throws -> LineBlock? {
        if let block = held {
            held = nil
            return block
        }
        while let chunk = try chunk() {
            guard let end = chunk.lastIndex(of: UInt8(ascii: "\n")) else {
                // A line that is too long is refused as a whole, so that not all of it need be kept.
                if pending.count <= LineBlock.longestLine { pending.append(contentsOf: chunk) }
                continue
            }
            // Handed over, not copied: a line may be long.
            var bytes: [UInt8] = []
            swap(&bytes, &pending)
            bytes.append(contentsOf: chunk[...end])
            pending = Array(chunk[(end + 1)...])
            return block(bytes)
        }
        defer { pending = [] }
        return pending.isEmpty ? nil : block(pending)
    }

    /// At most `count` of the next lines.
    func next(lines count: Int) throws -> LineBlock? {
        guard let block = try next() else { return nil }
        let (first, rest) = block.split(after: count)
        held = rest
        return first
    }

    private func chunk() throws -> ArraySlice<UInt8>? {
        guard let input else {
            defer { memory = memory.dropFirst(Self.step) }
            return memory.isEmpty ? nil : memory.prefix(Self.step)
        }
        while true {
            // A pipe gives what it has, so that a slow writer's lines are answered as they come.
            let count = unsafe read(input.fileDescriptor, &buffer, buffer.count)  // buffer: filled during the call
            mayWait = count < Self.step
            if count > 0 { return buffer[..<count] }
            if count == 0 { return nil }
            let problem = NSError(domain: NSPOSIXErrorDomain, code: Int(errno))
            if problem.code != EINTR {
                throw CommandFailure(.input, "the input cannot be read: \(problem.localizedDescription)")
            }
        }
    }

    private func block(_ bytes: [UInt8]) -> LineBlock {
        // A byte order mark says nothing in UTF-8; only before the first line it is no part of it.
        let hasMark = nextNumber == 1 && bytes.starts(with: [0xEF, 0xBB, 0xBF])
        let block = LineBlock(bytes: hasMark ? Array(bytes.dropFirst(3)) : bytes, firstNumber: nextNumber)
        nextNumber += block.lineCount
        return block
    }
}
