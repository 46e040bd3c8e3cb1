import NewsModel
import Testing

@Suite("Timestamps and calendar dates")
struct TimestampTests {
    @Test(
        "ISO 8601 in and out",
        arguments: [
            ("2026-11-25", "2026-11-25T00:00:00Z"),
            ("2026-11-25T01:18:50Z", "2026-11-25T01:18:50Z"),
            ("2026-11-25t01:18z", "2026-11-25T01:18:00Z"),
            ("2026-11-25 01:18:50.123+09:00", "2026-11-24T16:18:50Z"),
            ("2026-11-25T01:18:50-0530", "2026-11-25T06:48:50Z"),
            ("2024-02-29T24:00:00Z", "2024-03-01T00:00:00Z"),
            ("1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z"),
            ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"),
            ("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"),
        ])
    func roundTrip(text: String, expected: String) {
        #expect(Timestamp(iso8601: text)?.iso8601 == expected)
    }

    @Test(
        "what is not ISO 8601 is refused",
        arguments: [
            "", "2026", "2026-13-01", "2026-02-30", "2026-11-25T25:00", "2026-11-25T01:60Z", "2026-11-25T01:18:50 KST",
            "25.11.2026", "2026-11-25T01:18:50Z extra", "２０２６-11-25",
        ])
    func refusals(text: String) {
        #expect(Timestamp(iso8601: text) == nil)
    }

    @Test("every day of 800 years comes back")
    func days() {
        var day = Timestamp(iso8601: "1600-01-01") ?? Timestamp(seconds: 0)
        var last = CalendarDate(utc: day)
        for _ in 0..<292_194 {
            day = day.adding(seconds: 86_400)
            let date = CalendarDate(utc: day)
            #expect(date.timestamp() == day)
            #expect(date.day == last.day + 1 || date.day == 1)
            last = date
        }
        #expect(last.year == 2400)
    }

    @Test("fractions keep their milliseconds and order")
    func fractions() throws {
        let early = try #require(Timestamp(iso8601: "2026-11-25T01:18:50.050Z"))
        let late = try #require(Timestamp(iso8601: "2026-11-25T01:18:50.5Z"))
        #expect(early.milliseconds % 1000 == 50)
        #expect(late.milliseconds - early.milliseconds == 450)
        #expect(early < late)
        #expect(Timestamp(milliseconds: -1).seconds == -1)
        #expect(late.seconds(since: early.adding(seconds: -10)) == 10)
    }
}
