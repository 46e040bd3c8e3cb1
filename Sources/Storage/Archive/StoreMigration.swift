import Foundation
internal import GRDB

/// Takes what another data folder or a backup holds into a new data folder: in today's schema, without free pages. The
/// old one is left as it is, so that the older version can go on with it.
public enum StoreMigration {
    /// What is counted before and after.
    private static let tables = ["article", "story", "alert", "notice", "delivery", "attempt"]

    /// Rows by table name.
    ///
    /// - Parameters:
    ///   - source: a data folder that no process uses, or a backup's file.
    ///   - folder: the new data folder; it must hold no database yet.
    /// - Throws: `inUse` while a process holds the source, `newerSchema` or `corrupt` for a file that is not ours or not
    ///   sound, `cannotOpen` where the new one cannot be made. Then nothing is left of the new database.
    public static func run(from source: String, to folder: String) throws(StorageError) -> [String: Int] {
        let isFolder =
            (try? URL(fileURLWithPath: source).resourceValues(forKeys: [.isDirectoryKey]).isDirectory) == true
        let path = isFolder ? DatabaseFile(folder: source).path : source
        guard FileManager.default.fileExists(atPath: path) else {
            throw StorageError(code: .cannotOpen, message: "There is no database at \(path).")
        }
        let lock = isFolder ? try FolderLock(folder: source) : nil
        defer { lock?.release() }
        let target = DatabaseFile(folder: folder)
        try target.createFolder()
        do {
            return try copy(path, to: target.path)
        } catch {
            throw StorageError(using: path, error)
        }
    }

    private static func copy(_ path: String, to target: String) throws -> [String: Int] {
        let reader = try DatabaseQueue(path: path, configuration: ConnectionSettings.reading(label: path))
        let before = try reader.read { db in
            try Schema.demandOurs(db, path: path)
            return try counts(db)
        }
        try DatabaseCopy.make(
            of: reader, at: target, purpose: "migrate", configuration: ConnectionSettings.writing(label: target)
        ) { copy in
            try Schema.migrator.migrate(copy)
            try copy.vacuum()
            guard try copy.read(counts) == before else {
                throw StorageError(
                    code: .other, message: "The copy of \(path) does not hold the same. Nothing was made.")
            }
        }
        return before
    }

    private static func counts(_ db: Database) throws -> [String: Int] {
        var counts: [String: Int] = [:]
        for table in tables { counts[table] = try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") }
        return counts
    }
}
