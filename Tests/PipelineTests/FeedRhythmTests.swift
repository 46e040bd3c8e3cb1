import NewsModel
import Testing

@testable import Pipeline

@Suite("How often a feed brings something new")
struct FeedRhythmTests {
    private let now = Timestamp(seconds: 1_800_000_000)

    @Test("at first sight the dates of the entries tell, those of the future do not")
    func first() {
        let dates = [0, 3600, 7200, -90_000].map { Optional(now.adding(seconds: -$0)) } + [nil]
        let rhythm = FeedRhythm.first(dates: dates, entries: 5, now: now)
        #expect(rhythm.entryCount == 5 && rhythm.lastArrivalAt == now)
        #expect(rhythm.usualGapSeconds == 3600)
        #expect(FeedRhythm.first(dates: [nil, nil], entries: 2, now: now).usualGapSeconds == nil)
        #expect(FeedRhythm.first(dates: [now, now], entries: 2, now: now).usualGapSeconds == nil)
    }

    @Test("the mean follows what comes, the last days most")
    func follows() {
        var rhythm = FeedRhythm()
        var moment = now
        func arrive(every seconds: Int64, times: Int) {
            for _ in 0..<times {
                let last = moment
                moment = moment.adding(seconds: seconds)
                rhythm.note(new: 1, total: 20, isGap: false, lastPoll: last, now: moment)
            }
        }
        arrive(every: 3600, times: 200)
        #expect((3500...3700).contains(rhythm.usualGapSeconds ?? 0))
        arrive(every: 600, times: 6 * 24 * 20)
        #expect((590...620).contains(rhythm.usualGapSeconds ?? 0))
        #expect(rhythm.gapCount == 0)
    }

    @Test("a poll that brings nothing changes nothing but the count of entries")
    func nothingNew() {
        var rhythm = FeedRhythm.first(dates: [now, now.adding(seconds: -3600)], entries: 2, now: now)
        let before = rhythm
        rhythm.note(new: 0, total: 2, isGap: false, lastPoll: now, now: now.adding(seconds: 900))
        #expect(rhythm == before)
    }

    @Test("a gap is counted and shortens the gap to what must have come since the last poll")
    func gap() {
        var rhythm = FeedRhythm()
        rhythm.arrivalsPerDay = 24
        rhythm.lastArrivalAt = now.adding(seconds: -3600)
        rhythm.note(new: 30, total: 30, isGap: true, lastPoll: now.adding(seconds: -900), now: now)
        #expect(rhythm.gapCount == 1 && rhythm.lastGapAt == now)
        #expect(rhythm.usualGapSeconds == 30)
        #expect(rhythm.meanGapSeconds(at: now.adding(seconds: 6000)) == 600, "a silence counts as a tenth of a gap")
    }
}
