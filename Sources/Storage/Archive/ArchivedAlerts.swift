internal import GRDB
public import NewsModel

extension SQLiteNewsStore {
    public func alertRevisions(
        since: Timestamp, until: Timestamp, after cursor: ArchiveCursor?, limit: Int
    ) async throws(StorageError) -> (alerts: [Alert], next: ArchiveCursor?) {
        let from = cursor ?? ArchiveCursor(moment: since.milliseconds, row: .min)
        return try await read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT rowid AS place, updatedAt, json FROM alert
                    WHERE (updatedAt, rowid) > (?, ?) AND updatedAt < ? ORDER BY updatedAt, rowid LIMIT ?
                    """, arguments: [from.moment, from.row, until.milliseconds, max(1, limit)])
            let next = rows.count < max(1, limit) ? nil : rows.last
            return (
                try rows.map(AlertRow.alert), next.map { ArchiveCursor(moment: $0["updatedAt"], row: $0["place"]) }
            )
        }
    }

    public func revisions(ofAlert id: String) async throws(StorageError) -> [Alert] {
        try await read { db in
            try Row.fetchAll(db, sql: "SELECT json FROM alert WHERE id = ? ORDER BY revision", arguments: [id])
                .map(AlertRow.alert)
        }
    }

    public func alerts(ofArticle id: String) async throws(StorageError) -> [Alert] {
        try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT json FROM alert JOIN article ON article.storyID = alert.storyID
                    WHERE article.id = ? ORDER BY alert.id, revision
                    """, arguments: [id]
            ).map(AlertRow.alert).filter { $0.articleID == id }
        }
    }

    public func alertIDs(inDelivery id: String) async throws(StorageError) -> [String] {
        try await read { db in
            try String.fetchAll(
                db, sql: "SELECT DISTINCT alertID FROM notice WHERE deliveryID = ? ORDER BY alertID", arguments: [id])
        }
    }

    public func delivery(id: String) async throws(StorageError) -> Delivery? {
        try await read { db in
            try Row.fetchOne(db, sql: "SELECT * FROM delivery WHERE id = ?", arguments: [id])
                .map(DeliveryRow.delivery)
        }
    }
}
