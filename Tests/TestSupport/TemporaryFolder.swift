import Foundation

/// A new empty folder for one test.
public struct TemporaryFolder: Sendable {
    /// The absolute path, without a slash at the end.
    public let path: String

    /// Makes the folder below the system's folder for temporary files.
    public init() throws {
        let base = FileManager.default.temporaryDirectory.path
        path = base + "/newsward-test-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    /// Removes the folder and all in it; does nothing where it is gone already.
    public func remove() {
        try? FileManager.default.removeItem(atPath: path)
    }
}
