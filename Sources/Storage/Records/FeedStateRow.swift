internal import GRDB
internal import NewsModel

/// `FeedState` <-> a row of `feedState`.
enum FeedStateRow {
    /// The columns that a poll replaces, in the order of `values`.
    private static let columns = [
        "checkedAt", "succeededAt", "nextCheckAt", "etag", "lastModified", "bodyHash", "errorCount", "lastError",
        "disabledReason", "title", "answeredAt", "answerURL", "notModifiedCount", "readAs", "movedTo", "moveCandidate",
        "moveSightings", "arrivalsPerDay", "lastArrivalAt", "entryCount", "gapCount", "lastGapAt", "ttlSeconds",
        "skipHours", "skipDays", "failingSince", "told",
    ]

    private static let upsert = """
        INSERT INTO feedState (url, \(columns.joined(separator: ", ")), articleCount)
        VALUES (?, \(columns.map { _ in "?" }.joined(separator: ", ")), ?)
        ON CONFLICT (url) DO UPDATE SET \(columns.map { "\($0) = excluded.\($0)" }.joined(separator: ", ")),
            articleCount = articleCount + ?
        """

    /// Writes all but the article count, which only `commit` moves on.
    static func save(_ state: FeedState, newArticles: Int, _ db: Database) throws {
        let ends: [(any DatabaseValueConvertible)?] = [state.articleCount + newArticles, newArticles]
        try db.cachedStatement(sql: upsert).execute(
            arguments: StatementArguments([state.url] + values(state) + ends))
    }

    private static func values(_ state: FeedState) -> [(any DatabaseValueConvertible)?] {
        [
            state.checkedAt?.milliseconds, state.succeededAt?.milliseconds, state.nextCheckAt?.milliseconds,
            state.etag, state.lastModified, state.bodyHash, state.errorCount, state.lastError, state.disabledReason,
            state.title, state.answer.at?.milliseconds, state.answer.url, state.answer.notModifiedCount,
            state.answer.readAs, state.move.target, state.move.candidate, state.move.sightings,
            state.rhythm.arrivalsPerDay, state.rhythm.lastArrivalAt?.milliseconds, state.rhythm.entryCount,
            state.rhythm.gapCount, state.rhythm.lastGapAt?.milliseconds, state.wishes.ttlSeconds,
            Int64(state.wishes.skipHours), Int64(state.wishes.skipDays), state.trouble.failingSince?.milliseconds,
            state.trouble.told?.rawValue,
        ]
    }

    static func state(_ row: Row) -> FeedState {
        var state = FeedState(
            url: row["url"], checkedAt: row.optionalMoment("checkedAt"), succeededAt: row.optionalMoment("succeededAt"),
            nextCheckAt: row.optionalMoment("nextCheckAt"), etag: row["etag"], lastModified: row["lastModified"],
            bodyHash: row["bodyHash"], errorCount: row["errorCount"], lastError: row["lastError"],
            disabledReason: row["disabledReason"], title: row["title"], articleCount: row["articleCount"])
        state.answer.at = row.optionalMoment("answeredAt")
        state.answer.url = row["answerURL"]
        state.answer.notModifiedCount = row["notModifiedCount"]
        state.answer.readAs = row["readAs"]
        state.move.target = row["movedTo"]
        state.move.candidate = row["moveCandidate"]
        state.move.sightings = row["moveSightings"]
        state.rhythm.arrivalsPerDay = row["arrivalsPerDay"]
        state.rhythm.lastArrivalAt = row.optionalMoment("lastArrivalAt")
        state.rhythm.entryCount = row["entryCount"]
        state.rhythm.gapCount = row["gapCount"]
        state.rhythm.lastGapAt = row.optionalMoment("lastGapAt")
        state.wishes = FeedWishes(
            ttlSeconds: row["ttlSeconds"], skipHours: UInt32(truncatingIfNeeded: row["skipHours"] as Int64),
            skipDays: UInt8(truncatingIfNeeded: row["skipDays"] as Int64))
        state.trouble.failingSince = row.optionalMoment("failingSince")
        state.trouble.told = (row["told"] as String?).flatMap(FeedTrouble.Kind.init)
        return state
    }
}
