internal import GRDB
public import Logging
internal import NewsModel

/// The store in one SQLite file, `DATA/newsward.sqlite`.
///
/// Shared by all tasks: every stored property is immutable and safe to use from any thread. GRDB queues the writes on
/// its one writing connection and gives each read a snapshot on one of a few read-only connections.
///
/// One connection writes and checkpoints, and no other ever does: SQLite before 3.51.3 (Debian 12 has 3.40.1) can
/// damage the file when two connections do (https://sqlite.org/wal.html#walresetbug). That holds for a pool, whose
/// readers are opened read-only, and for other processes through the lock on the folder and `openReadOnly`.
public final class SQLiteNewsStore: NewsStore {
    /// The database file.
    public let path: String
    let reader: any DatabaseReader
    /// Nil in a store that is opened for reading only.
    let writer: DatabasePool?
    let logger: Logger
    private let lock: FolderLock?

    private init(path: String, reader: any DatabaseReader, writer: DatabasePool?, lock: FolderLock?, logger: Logger) {
        self.path = path
        self.reader = reader
        self.writer = writer
        self.lock = lock
        self.logger = logger
    }

    /// Takes the folder's lock, creates the folder (mode 0700) and the file (0600) where missing, brings the schema up
    /// to date, and checks the file after an unclean stop.
    ///
    /// Throws `inUse` while another process holds the folder, `newerSchema`, `corrupt` or `cannotOpen`.
    public static func open(folder: String, logger: Logger) throws(StorageError) -> SQLiteNewsStore {
        let file = DatabaseFile(folder: folder)
        try file.createFolder()
        let lock = try FolderLock(folder: folder)
        try file.create()
        let wasUnclean = file.hasLeftovers
        do {
            let pool = try DatabasePool(path: file.path, configuration: ConnectionSettings.writing(label: file.path))
            try pool.writeWithoutTransaction { db in try ConnectionSettings.makeDurable(db) }
            if wasUnclean { try pool.read { db in try Self.check(db, logger: logger) } }
            try Schema.bringUpToDate(pool, path: file.path, logger: logger)
            return SQLiteNewsStore(path: file.path, reader: pool, writer: pool, lock: lock, logger: logger)
        } catch {
            throw StorageError(opening: file.path, error)
        }
    }

    /// True where the folder holds a database.
    public static func exists(inFolder folder: String) -> Bool { DatabaseFile(folder: folder).exists }

    /// Opens the file of a folder for looking, beside a running daemon or without one. Every write throws.
    public static func openReadOnly(folder: String) throws(StorageError) -> SQLiteNewsStore {
        let file = DatabaseFile(folder: folder)
        try file.demandExistence()
        do {
            let queue = try DatabaseQueue(path: file.path, configuration: ConnectionSettings.reading(label: file.path))
            try Schema.demandCurrent(queue, path: file.path)
            let logger = Logger(label: "newsward.storage")
            return SQLiteNewsStore(path: file.path, reader: queue, writer: nil, lock: nil, logger: logger)
        } catch {
            throw StorageError(opening: file.path, error)
        }
    }

    /// Finishes the writes under way, folds the write-ahead log into the file, and lets go of the folder.
    public func close() async throws(StorageError) {
        do {
            // A reader that still lingers when the writer closes would keep SQLite from folding the log in by itself.
            try await writer?.barrierWriteWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
            try reader.close()
        } catch {
            throw StorageError(using: path, error)
        }
        lock?.release()
    }

    private func emptyLog() throws {
        try writer?.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
    }

    private static func check(_ db: Database, logger: Logger) throws {
        logger.notice(
            "the last run did not stop cleanly; checking the database", metadata: ["path": "\(db.description)"])
        let problems = try String.fetchAll(db, sql: "PRAGMA quick_check(5)")
        guard problems == ["ok"] else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: problems.joined(separator: "; "))
        }
    }
}

extension SQLiteNewsStore {
    /// Runs one write transaction (BEGIN IMMEDIATE); returns after the commit has reached the disk.
    ///
    /// Not ended by the cancelling of the task: the note that a receiver took a delivery must not be lost at shutdown.
    func write<Value: Sendable>(
        _ change: @escaping @Sendable (Database) throws -> Value
    ) async throws(StorageError) -> Value {
        guard let writer else {
            throw StorageError(code: .other, message: "\(path) is opened for reading only.")
        }
        let result: Result<Value, any Error> = await withCheckedContinuation { continuation in
            writer.asyncWrite(change) { _, result in continuation.resume(returning: result) }
        }
        return try unwrap(result)
    }

    /// Runs reads that see one state of the database.
    func read<Value: Sendable>(
        _ look: @escaping @Sendable (Database) throws -> Value
    ) async throws(StorageError) -> Value {
        let result: Result<Value, any Error> = await withCheckedContinuation { continuation in
            reader.asyncRead { access in
                continuation.resume(returning: Result { try look(try access.get()) })
            }
        }
        return try unwrap(result)
    }

    /// SQLite's settings in force, by name: of the writing connection, or of a reading one.
    func settings(ofWriter: Bool) async throws(StorageError) -> [String: String] {
        if ofWriter { return try await write { db in try ConnectionSettings.inForce(db) } }
        return try await read { db in try ConnectionSettings.inForce(db) }
    }

    private func unwrap<Value>(_ result: Result<Value, any Error>) throws(StorageError) -> Value {
        do {
            return try result.get()
        } catch {
            throw StorageError(using: path, error)
        }
    }
}
