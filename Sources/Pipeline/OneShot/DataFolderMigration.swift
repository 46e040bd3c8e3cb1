import Storage

/// Takes an older data folder or a backup into a new data folder.
public enum DataFolderMigration {
    /// - Returns: in plain words what was taken over.
    /// - Throws: `inUse` while another process holds the old folder; else what is wrong with either of them.
    public static func run(from source: String, to folder: String) throws(MonitorFailure) -> String {
        do {
            let counts = try StoreMigration.run(from: source, to: folder)
            return ["article", "alert", "delivery"].map { table in
                let plural = table == "delivery" ? "deliveries" : table + "s"
                return counts[table] == 1 ? "1 \(table)" : "\(counts[table] ?? 0) \(plural)"
            }.joined(separator: ", ")
        } catch {
            throw MonitorFailure(error)
        }
    }
}
