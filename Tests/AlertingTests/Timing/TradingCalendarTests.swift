import NewsModel
import Testing

@testable import Alerting

/// The calendars of the project, which users edit.
struct TradingCalendarTests {
    @Test func seoulOpensAtNineAndCloses() throws {
        let krx = try calendar("krx")
        for (moment, open) in [
            ("2026-11-25T08:59:59+09:00", false), ("2026-11-25T09:00:00+09:00", true),
            ("2026-11-25T15:29:59+09:00", true), ("2026-11-25T15:30:00+09:00", false),
            ("2026-11-28T10:00:00+09:00", false),
            // Christmas, the last day of the year, the substitute of Seollal.
            ("2026-12-25T10:00:00+09:00", false), ("2026-12-31T10:00:00+09:00", false),
            ("2027-02-09T10:00:00+09:00", false),
            // The day of the entrance examination begins and ends an hour later.
            ("2026-11-19T09:30:00+09:00", false), ("2026-11-19T16:00:00+09:00", true),
        ] {
            #expect(krx.isOpen(at: try at(moment)) == open, "\(moment)")
        }
    }

    @Test func newYorkClosesEarlyOnTheDayAfterThanksgiving() throws {
        let us = try calendar("us")
        #expect(!us.isOpen(at: try at("2026-11-26T15:00:00-05:00")))
        #expect(us.isOpen(at: try at("2026-11-27T12:59:00-05:00")))
        #expect(!us.isOpen(at: try at("2026-11-27T13:00:00-05:00")))
        #expect(us.isOpen(at: try at("2026-11-30T13:00:00-05:00")))
        // Summer time: 13:30 in UTC.
        #expect(us.isOpen(at: try at("2027-07-06T13:30:00Z")))
        #expect(!us.isOpen(at: try at("2027-07-05T15:00:00Z")))
    }

    @Test func whatComesOutsideWaitsForTheDigestBeforeTheOpening() throws {
        let krx = try calendar("krx")
        // Friday evening: until Monday 08:30.
        #expect(
            krx.digestTime(at: try at("2026-11-27T16:00:00+09:00")) == (try at("2026-11-30T08:30:00+09:00")))
        // Over Christmas, a Friday, to Monday.
        #expect(
            krx.digestTime(at: try at("2026-12-24T20:00:00+09:00")) == (try at("2026-12-28T08:30:00+09:00")))
        // In the session, and after the digest of the day has gone out: at once.
        #expect(krx.digestTime(at: try at("2026-11-27T10:00:00+09:00")) == nil)
        #expect(krx.digestTime(at: try at("2026-11-27T08:45:00+09:00")) == nil)
        let longHoliday = try #require(krx.nextOpening(after: try at("2026-09-23T16:00:00+09:00")))
        #expect(longHoliday == (try at("2026-09-28T09:00:00+09:00")))
    }

    /// Every holiday of the files is a weekday: one on a weekend would be a mistake of the file.
    @Test(arguments: ["krx", "us"])
    func theFilesNameOnlyWeekdays(name: String) throws {
        let calendar = try calendar(name)
        #expect(calendar.holidays.count > 25)
        for day in calendar.holidays.union(calendar.specialDays.keys) {
            let date = try #require(TimeText.day(day))
            #expect((1...5).contains(date.weekday), "\(day)")
            #expect(day <= calendar.filledUntil)
        }
        #expect(calendar.holidays.isDisjoint(with: calendar.specialDays.keys))
    }

    @Test func problemsHaveFileAndLine() throws {
        let bad = """
            exchange: X
            source: https://exchange.example
            read_on: 2026-11-25
            timezone: Asia/Soul
            filled_until: 2027
            session: 15:30-09:00
            holidays:
              - {date: 2026-12-25, name: a}
              - {date: 2026-12-25, nam: b}
            special_days:
              - {date: 2026-12-24}
            """
        let found = try alertProblems([
            "calendars/x.yaml": bad, "times.yaml": "calendars: [{name: x, file: calendars/x.yaml}]\n",
            "routes.yaml": "route: {receivers: [terminal], hold_outside: x}\n",
        ])
        #expect(
            found == [
                "calendars/x.yaml:4: timezone: must be a time zone such as Asia/Seoul, not \"Asia/Soul\"",
                "calendars/x.yaml:5: filled_until: must be a day such as 2027-12-31, not \"2027\"",
                "calendars/x.yaml:6: session: must be opening and close, such as 09:00-15:30, not \"15:30-09:00\"",
                "calendars/x.yaml:9: holidays[2].date: 2026-12-25 is there twice",
                "calendars/x.yaml:9: holidays[2]: unknown key \"nam\" (did you mean \"name\"?); valid names: date, name",
                "calendars/x.yaml:11: special_days[1]: 2026-12-24 needs its session, such as 09:30-13:00",
            ])
    }
}
