internal import GRDB
public import NewsModel

extension SQLiteNewsStore {
    /// The group that has waited longest comes first.
    public func dueGroups(at moment: Timestamp) async throws(StorageError) -> [NoticeGroup] {
        try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT receiver, groupKey, lastFlushedAt
                    FROM notice LEFT JOIN noticeGroup USING (receiver, groupKey)
                    WHERE state = 'pending' AND dueAt <= ?
                    GROUP BY receiver, groupKey ORDER BY min(dueAt), receiver, groupKey
                    """, arguments: [moment.milliseconds]
            ).map { row in
                NoticeGroup(
                    receiver: row["receiver"], groupKey: row["groupKey"],
                    lastFlushedAt: row.optionalMoment("lastFlushedAt"))
            }
        }
    }

    /// All of the group's pending notices, those that are not due yet too: they go out together.
    public func pending(in group: NoticeGroup) async throws(StorageError) -> [PendingAlert] {
        try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT notice.*, alert.json, \(NoticeRow.standing)
                    FROM notice JOIN alert ON alert.id = notice.alertID AND alert.revision = notice.revision
                    WHERE notice.state = 'pending' AND notice.receiver = ? AND notice.groupKey = ?
                    ORDER BY notice.dueAt, notice.rowid
                    """, arguments: [group.receiver, group.groupKey]
            ).map(NoticeRow.pending)
        }
    }

    /// Muting notes no flush: nothing went out, so the next notice of the group waits no longer for it.
    public func flush(
        _ notices: [PendingNotice], outcome: FlushOutcome, at moment: Timestamp
    ) async throws(StorageError) {
        try await write { db in
            switch outcome {
            case .delivery(let delivery, let reminders):
                try DeliveryRow.insert(delivery, db)
                for notice in notices {
                    let verdict = NoticeVerdict(notice.isCollected ? .digested : .sent, at: moment)
                    try NoticeRow.end(notice, verdict, deliveryID: delivery.id, db)
                    try Self.noteFlush(of: notice, at: moment, db)
                }
                for reminder in reminders { try NoticeRow.insert(reminder, db) }
            case .muted(let verdict):
                for notice in notices { try NoticeRow.end(notice, verdict, deliveryID: nil, db) }
            case .held(let verdict, let groupKey):
                for notice in notices { try NoticeRow.hold(notice, verdict, groupKey: groupKey, db) }
            }
        }
    }

    private static func noteFlush(of notice: PendingNotice, at moment: Timestamp, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO noticeGroup (receiver, groupKey, lastFlushedAt) VALUES (?, ?, ?)
                ON CONFLICT (receiver, groupKey) DO UPDATE SET lastFlushedAt = max(lastFlushedAt, excluded.lastFlushedAt)
                """)
        try statement.execute(arguments: [notice.receiver, notice.groupKey, moment.milliseconds])
    }

    public func dueDeliveries(
        to receiver: String, at moment: Timestamp, after last: Delivery?, limit: Int
    ) async throws(StorageError) -> [Delivery] {
        try await read { db in
            let statement = try db.cachedStatement(
                sql: """
                    SELECT * FROM delivery WHERE state = 'due' AND receiver = ? AND nextAttemptAt <= ?
                    AND (nextAttemptAt, createdAt, id) > (?, ?, ?)
                    ORDER BY nextAttemptAt, createdAt, id LIMIT ?
                    """)
            let rows = try Row.fetchCursor(
                statement,
                arguments: [
                    receiver, moment.milliseconds, last?.nextAttemptAt.milliseconds ?? .min,
                    last?.createdAt.milliseconds ?? .min, last?.id ?? "", max(0, limit),
                ])
            return try Array(rows.map(DeliveryRow.delivery))
        }
    }

    public func record(_ outcomes: [DeliveryOutcome]) async throws(StorageError) {
        try await write { db in
            for outcome in outcomes {
                try DeliveryRow.insert(outcome.attempt, db)
                try DeliveryRow.update(outcome.delivery, db)
                if let fallback = outcome.fallback {
                    try Self.fallBack(outcome.delivery, to: fallback, at: outcome.attempt.at, db)
                }
                if let stop = outcome.stop { try ReceiverStopRow.save(stop, db) }
            }
        }
    }

    /// The same alerts as notices to another receiver, which renders them in its own form.
    private static func fallBack(
        _ delivery: Delivery, to receiver: String, at moment: Timestamp, _ db: Database
    ) throws {
        let rows = try Row.fetchAll(
            db, sql: "SELECT alertID, revision, kind, round FROM notice WHERE deliveryID = ?", arguments: [delivery.id])
        for row in rows {
            try NoticeRow.insert(
                PendingNotice(
                    alertID: row["alertID"], revision: row["revision"], receiver: receiver,
                    route: FallbackRoute.path(of: delivery.receiver), groupKey: FallbackRoute.path(of: delivery.id),
                    dueAt: moment, kind: NoticeKind(rawValue: row["kind"]) ?? .alert, round: row["round"]), db)
        }
    }

    public func nextDueTime() async throws(StorageError) -> Timestamp? {
        try await read { db in
            try Int64.fetchOne(
                db,
                sql: """
                    SELECT min(at) FROM (
                        SELECT min(dueAt) AS at FROM notice WHERE state = 'pending'
                        UNION ALL SELECT min(nextAttemptAt) FROM delivery WHERE state = 'due')
                    """
            ).map(Timestamp.init(milliseconds:))
        }
    }

    public func deliveries(in state: DeliveryState, limit: Int) async throws(StorageError) -> [Delivery] {
        try await read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM delivery WHERE state = ? ORDER BY createdAt DESC, id LIMIT ?",
                arguments: [state.rawValue, max(0, limit)]
            ).map(DeliveryRow.delivery)
        }
    }

    public func attempts(of deliveryID: String) async throws(StorageError) -> [DeliveryAttempt] {
        try await read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM attempt WHERE deliveryID = ? ORDER BY id", arguments: [deliveryID])
                .map(DeliveryRow.attempt)
        }
    }
}
