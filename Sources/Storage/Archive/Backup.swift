import Dispatch
internal import GRDB

extension SQLiteNewsStore {
    /// Copies the database as it stands now into a new file (mode 0600), checks the copy, and puts it under its name only
    /// when it is whole and on the disk. Reading and writing go on meanwhile.
    ///
    /// Throws where the file is there already, or cannot be written.
    public func backup(to path: String) async throws(StorageError) {
        let result: Result<Void, any Error> = await withCheckedContinuation { continuation in
            // Copying takes as long as the disk needs: not on a thread that tasks share.
            DispatchQueue.global().async {
                continuation.resume(
                    returning: Result { try DatabaseCopy.make(of: self.reader, at: path, purpose: "a backup") })
            }
        }
        do {
            try result.get()
        } catch {
            throw StorageError(using: path, error)
        }
    }
}
