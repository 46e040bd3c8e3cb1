import GRDB

/// The database library under the store.
public enum SQLiteLibrary {
    /// `SQLite 3.40.1`: the version that is running.
    public static var versionText: String {
        let version = try? DatabaseQueue().read { try String.fetchOne($0, sql: "SELECT sqlite_version()") }
        return "SQLite " + (version.flatMap { $0 } ?? "of unknown version")
    }
}
