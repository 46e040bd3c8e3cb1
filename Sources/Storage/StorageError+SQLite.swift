internal import GRDB

extension StorageError {
    /// An error while a store is opened.
    init(opening path: String, _ error: any Error) {
        self.init(error, path: path, isOpening: true)
    }

    /// An error of a later call.
    init(using path: String, _ error: any Error) {
        self.init(error, path: path, isOpening: false)
    }

    private init(_ error: any Error, path: String, isOpening: Bool) {
        if let known = error as? StorageError {
            self = known
        } else if let error = error as? DatabaseError {
            self.init(error, path: path, isOpening: isOpening)
        } else {
            self.init(code: .other, message: "\(path): \(error)")
        }
    }

    private init(_ error: DatabaseError, path: String, isOpening: Bool) {
        // SQLite's own words only, never GRDB's description, which quotes the statement.
        let words = error.message ?? "code \(error.extendedResultCode.rawValue)"
        switch error.resultCode {
        case .SQLITE_FULL:
            self.init(
                code: .diskFull,
                message: "No space is left to write \(path). What was not stored is tried again; free some space.")
        case .SQLITE_IOERR:
            self.init(
                code: .inputOutput,
                message: "The disk failed while \(path) was read or written (\(words)). Check the disk.")
        case .SQLITE_CORRUPT, .SQLITE_NOTADB:
            self.init(
                code: .corrupt,
                message: "\(path) is damaged or not a database of newsward (\(words)). "
                    + "Restore a backup, or move the file away to start anew.")
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY, .SQLITE_AUTH:
            self.init(
                code: isOpening ? .cannotOpen : .inputOutput,
                message: "Cannot open or write \(path) (\(words)). Check its owner and mode, and those of its folder.")
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self.init(
                code: .inUse,
                message: "Another program holds \(path) locked. It is tried again; end that program if this goes on.")
        default:
            self.init(code: .other, message: "\(path): \(words)")
        }
    }
}
