internal import GRDB
public import NewsModel

extension SQLiteNewsStore {
    /// Keeps the ids of what it removes, a story while an article or an alert of it is left, an alert while a notice of
    /// it is pending, a delivery of it is due or dead, or its case is open, and dead deliveries for good.
    public func removeArticles(before moment: Timestamp) async throws(StorageError) -> Int {
        let cut = moment.milliseconds
        return try await write { db in
            try db.execute(
                sql: """
                    INSERT INTO removedArticle (id, removedAt) SELECT id, ? FROM article WHERE seenAt < ?
                    ON CONFLICT (id) DO NOTHING
                    """, arguments: [cut, cut])
            let removed = try ArticleIndex.removeArticles(before: cut, db)
            if removed > 0 { try Self.removeRest(db) }
            return removed
        }
    }

    /// Removes the alerts whose stories have no article left and that have nothing to send, then what hung on them.
    private static func removeRest(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TEMP TABLE closedAlert AS
                SELECT DISTINCT id FROM alert
                WHERE storyID NOT IN (SELECT storyID FROM article)
                EXCEPT SELECT alertID FROM notice LEFT JOIN delivery ON delivery.id = deliveryID
                WHERE notice.state = 'pending' OR delivery.state IN ('due', 'dead')
                -- An open case keeps its alerts: its end is told to those who heard of them.
                EXCEPT SELECT alertID FROM caseAlert JOIN caseFile ON caseFile.id = caseID WHERE closedAt IS NULL;

                DELETE FROM caseAlert WHERE alertID IN (SELECT id FROM closedAlert);
                DELETE FROM acknowledgement WHERE alertID IN (SELECT id FROM closedAlert);
                DELETE FROM notice WHERE alertID IN (SELECT id FROM closedAlert);
                DELETE FROM alert WHERE id IN (SELECT id FROM closedAlert);
                DROP TABLE closedAlert;

                DELETE FROM delivery WHERE state = 'delivered' AND notices <> '[]'
                AND id NOT IN (SELECT deliveryID FROM notice WHERE deliveryID IS NOT NULL);

                DELETE FROM story
                WHERE id NOT IN (SELECT storyID FROM article) AND id NOT IN (SELECT storyID FROM alert);
                """)
    }
}
