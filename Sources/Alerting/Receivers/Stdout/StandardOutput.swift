import Foundation
import Synchronization

/// The standard output of the process, one writer at a time.
public final class StandardOutput: LineOutput {
    private let turn = Mutex(())

    public init() {}

    public func write(_ lines: [UInt8]) throws {
        try turn.withLock { _ in try FileHandle.standardOutput.write(contentsOf: Data(lines)) }
    }
}
