import Foundation
import Storage

/// Holds a data folder for a command that changes something while no daemon runs.
public struct DataFolderLock: Sendable {
    private let lock: FolderLock?

    /// Takes the lock. A folder that is not there yet has no owner, and needs none.
    ///
    /// - Throws: where another process holds it.
    public init(_ folder: String) throws(MonitorFailure) {
        guard FileManager.default.fileExists(atPath: folder) else {
            lock = nil
            return
        }
        do {
            lock = try FolderLock(folder: folder)
        } catch {
            throw MonitorFailure(error)
        }
    }

    public func release() {
        lock?.release()
    }
}
