internal import GRDB

/// The index of `search`.
enum Migration7 {
    static let name = "7 index of words"

    /// Pieces of three characters, because Korean words have no ends to be found by. The texts stay in `article` alone; of
    /// each piece the index holds only in which articles it stands, and `search` looks at the texts of these.
    ///
    /// Articles are put into it some time after they are stored (`indexArticles`), because that takes several times as
    /// long as storing them. Those up to `articleIndexEnd.last` are in it. No trigger keeps it: where the schema is not
    /// trusted, SQLite lets none reach this kind of table.
    @Sendable static func run(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE VIRTUAL TABLE articleIndex USING fts5 (
                    title, body, content = 'article', tokenize = 'trigram', detail = 'none', columnsize = 0);

                CREATE TABLE articleIndexEnd (
                    -- The last rowid of an article that is in the index.
                    last INTEGER NOT NULL
                ) STRICT;
                INSERT INTO articleIndexEnd VALUES (0);
                """)
    }
}
