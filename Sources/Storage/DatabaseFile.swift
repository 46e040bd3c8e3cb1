import Foundation

/// The database file in its folder, before it is opened.
struct DatabaseFile {
    let folder: String

    var path: String { folder + "/newsward.sqlite" }

    var exists: Bool { FileManager.default.fileExists(atPath: path) }

    /// True where a write-ahead log with content is there: a clean stop folds it into the file and removes it.
    var hasLeftovers: Bool {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path + "-wal")
        return (attributes?[.size] as? NSNumber)?.int64Value ?? 0 > 0
    }

    /// Creates the folder, readable by its owner only; leaves one that exists as it is.
    func createFolder() throws(StorageError) {
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw StorageError(
                code: .cannotOpen,
                message: "Cannot create the data folder \(folder). Check that you may write there, or name another one."
            )
        }
        if let kind = NetworkFileSystem.kind(of: folder) {
            throw StorageError(
                code: .cannotOpen,
                message: "The data folder \(folder) is on a network file system (\(kind)), where SQLite can lose data. "
                    + "Name a folder on a local disk.")
        }
    }

    /// Creates an empty file, readable by its owner only; SQLite gives its log files the same mode.
    func create() throws(StorageError) {
        let files = FileManager.default
        guard !files.fileExists(atPath: path) else { return }
        guard files.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]) else {
            throw StorageError(
                code: .cannotOpen, message: "Cannot create \(path). Check that you may write in its folder.")
        }
    }

    func demandExistence() throws(StorageError) {
        guard exists else {
            throw StorageError(
                code: .cannotOpen,
                message: "There is no database at \(path). Start `newsward run` or `newsward poll` once to make it.")
        }
    }
}
