import Foundation
import GRDB
import NewsModel
import TestSupport
import Testing

@testable import Storage

struct SchemaTests {
    @Test func openingTwiceRunsEachChangeOnce() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        for _ in 0..<2 {
            let store = try SQLiteNewsStore.open(folder: folder.path, logger: Sample.logger)
            let names = try await store.read { db in
                try String.fetchAll(db, sql: "SELECT identifier FROM grdb_migrations ORDER BY rowid")
            }
            #expect(
                names == [
                    "1 articles, stories, alerts, outbox", "2 answers, moves, rhythms and troubles of feeds",
                    "3 cursors of sources",
                    "4 decisions, digests, silences, cases",
                    "5 trails of articles",
                    "6 receivers and hosts that want to be left alone",
                    "7 index of words", Migration8.name, Migration9.name,
                ])
            try await store.close()
        }
    }

    @Test func aReleasedChangeIsNeverEdited() async throws {
        try await withStore { (store, _) async throws in
            let columns = try await store.read { db in
                try String.fetchAll(
                    db,
                    sql: """
                        SELECT m.name || '.' || group_concat(c.name, ' ') FROM sqlite_schema m
                        JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'grdb_%'
                        AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE 'articleIndex|_%' ESCAPE '|' GROUP BY m.name ORDER BY m.name
                        """)
            }
            #expect(
                columns == [
                    "acknowledgement.alertID at",
                    "alert.id revision storyID companyID rule severity createdAt updatedAt json",
                    "article.number id storyID seenAt publishedAt language source sourceRank feedURL url canonicalURL "
                        + "author bodyIsExtracted entryHash entryChanges title body",
                    "articleIndex.title body", "articleIndexEnd.last",
                    "assessment.article severity sentimentScore companies eventTypes decision trail joinReason origin record",
                    "attempt.id deliveryID number at latencyMilliseconds status succeeded detail",
                    "caseAlert.caseID alertID",
                    "caseFile.id companyID family phase openedAt updatedAt closedAt closedBy parties",
                    "coverage.article companyID riskShare",
                    "delivery.id receiver state attemptCount nextAttemptAt createdAt contentType lastError notices body",
                    "feedState.url checkedAt succeededAt nextCheckAt etag lastModified bodyHash errorCount lastError "
                        + "disabledReason title articleCount answeredAt answerURL notModifiedCount readAs movedTo "
                        + "moveCandidate moveSightings arrivalsPerDay lastArrivalAt entryCount gapCount lastGapAt "
                        + "ttlSeconds skipHours skipDays failingSince told cursor",
                    "hostPause.host since until strikes", "ledger.name count",
                    "notice.alertID revision receiver round kind collected route groupKey dueAt state decidedAt muteReason "
                        + "deliveryID verdicts",
                    "noticeGroup.receiver groupKey lastFlushedAt", "receiverStop.receiver identity reason at",
                    "removedArticle.id removedAt",
                    "setAsideArticle.id feedURL name at",
                    "silence.id matchers startsAt endsAt why createdAt",
                    "story.id leadArticleID articleCount bestSourceRank firstSeenAt lastSeenAt sources",
                    "storyMember.article companyIDs eventKeys fingerprint",
                ])
        }
    }

    @Test func aNewerFileIsRefused() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let store = try SQLiteNewsStore.open(folder: folder.path, logger: Sample.logger)
        try await store.write { db in try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 tomorrow')") }
        try await store.close()
        let expected =
            "\(folder.path)/newsward.sqlite was written by a newer version of newsward. Install that version, "
            + "or name another data folder."
        for open in [
            { try SQLiteNewsStore.open(folder: folder.path, logger: Sample.logger) },
            { try SQLiteNewsStore.openReadOnly(folder: folder.path) },
        ] {
            let error = #expect(throws: StorageError.self) { try open() }
            #expect(error?.code == .newerSchema)
            #expect(error?.message == expected)
            #expect(error?.isTransient == false)
        }
    }

    @Test func anOlderFileIsNotForLooking() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        _ = try DatabaseQueue(path: folder.path + "/newsward.sqlite").write { db in
            try db.execute(sql: "PRAGMA user_version = 1")
        }
        let error = #expect(throws: StorageError.self) { try SQLiteNewsStore.openReadOnly(folder: folder.path) }
        #expect(error?.code == .cannotOpen)
        #expect(error?.message.contains("was written by an older version. Start `newsward run`") == true)
    }

    @Test func anotherProgramsDatabaseIsLeftAlone() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let path = folder.path + "/newsward.sqlite"
        try DatabaseQueue(path: path).write { db in try db.execute(sql: "CREATE TABLE bookmark (url TEXT)") }
        let error = #expect(throws: StorageError.self) {
            try SQLiteNewsStore.open(folder: folder.path, logger: Sample.logger)
        }
        #expect(error?.code == .corrupt)
        #expect(error?.message == "\(path) is the database of another program. Name another data folder.")
    }
}
