public import Logging
import Storage

/// Copies the database of a data folder that no daemon uses.
public enum DataFolderBackup {
    /// Takes the folder's lock for the time of the copy.
    ///
    /// - Throws: `inUse` while another process holds the folder; else what is wrong with folder or target.
    public static func make(dataFolder: String, to path: String, logger: Logger) async throws(MonitorFailure) {
        do {
            let store = try SQLiteNewsStore.open(folder: dataFolder, logger: logger)
            let result: Result<Void, StorageError>
            do {
                result = .success(try await store.backup(to: path))
            } catch {
                result = .failure(error)
            }
            try await store.close()
            try result.get()
        } catch {
            throw MonitorFailure(error)
        }
    }
}
