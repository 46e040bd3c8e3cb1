internal import GRDB

/// The accounts of what was decided. Every decision ends in one of four places, or still waits for its end:
/// decided = stored + alerted + muted + digested + waiting.
enum Ledger {
    enum Account: String, CaseIterable {
        /// One for each article that sends nothing, and one for each notice.
        case decided
        /// Articles that send nothing.
        case stored
        /// Notices sent in a message of their own group.
        case alerted
        case muted
        /// Notices sent as lines of a digest.
        case digested
    }

    static func add(_ count: Int, to account: Account, _ db: Database) throws {
        guard count > 0 else { return }
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO ledger (name, count) VALUES (?, ?)
                ON CONFLICT (name) DO UPDATE SET count = count + excluded.count
                """)
        try statement.execute(arguments: [account.rawValue, count])
    }

    static func count(_ account: Account, _ db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count FROM ledger WHERE name = ?", arguments: [account.rawValue]) ?? 0
    }
}
