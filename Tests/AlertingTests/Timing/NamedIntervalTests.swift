import NewsModel
import Testing

@testable import Alerting

struct NamedIntervalTests {
    private func interval(
        _ times: [String] = [], weekdays: String? = nil, days: [String] = [], months: String? = nil,
        zone: String = "Asia/Seoul"
    ) throws -> NamedInterval {
        NamedInterval(
            name: "test", zone: try #require(CivilZone(identifier: zone)),
            times: try times.map { try #require(TimeText.minutes($0)) },
            weekdays: Set(try weekdays.map { try #require(TimeText.weekdays($0)) } ?? []),
            days: Set(try days.flatMap { try #require(TimeText.days($0)) }),
            months: Set(try months.map { try #require(TimeText.months($0)) } ?? []))
    }

    @Test func aNightRunsOverMidnightAndBelongsToItsEvening() throws {
        // 2026-11-27 is a Friday.
        let night = try interval(["22:00-07:00"], weekdays: "fri")
        for (moment, expected) in [
            ("2026-11-27T21:59:59+09:00", false), ("2026-11-27T22:00:00+09:00", true),
            ("2026-11-28T06:59:59+09:00", true), ("2026-11-28T07:00:00+09:00", false),
            ("2026-11-27T06:00:00+09:00", false), ("2026-11-28T22:00:00+09:00", false),
        ] {
            #expect(night.holds(at: try at(moment)) == expected, "\(moment)")
        }
        #expect(night.end(after: try at("2026-11-27T23:30:00+09:00")) == (try at("2026-11-28T07:00:00+09:00")))
    }

    @Test func aZoneIsThatOfTheUserNotOfTheServer() throws {
        let morning = try interval(["09:00-10:00"], zone: "America/New_York")
        #expect(morning.holds(at: try at("2026-11-25T14:30:00Z")))
        #expect(!morning.holds(at: try at("2026-11-25T09:30:00Z")))
        // In summer the same clock shows an hour more.
        #expect(morning.holds(at: try at("2026-07-01T13:30:00Z")))
        #expect(!morning.holds(at: try at("2026-07-01T14:30:00Z")))
    }

    @Test func theNightOfTheClockChangeHasItsEnd() throws {
        let night = try interval(["22:00-07:00"], zone: "America/New_York")
        // Clocks go back on 2026-11-01 and forward on 2027-03-14, both at 02:00.
        #expect(night.end(after: try at("2026-11-01T03:00:00Z")) == (try at("2026-11-01T12:00:00Z")))
        #expect(night.end(after: try at("2027-03-14T04:00:00Z")) == (try at("2027-03-14T11:00:00Z")))
    }

    @Test func wholeDaysOfWeekMonthAndYear() throws {
        let weekend = try interval(weekdays: "sat-sun")
        #expect(weekend.holds(at: try at("2026-11-28T00:00:00+09:00")))
        #expect(!weekend.holds(at: try at("2026-11-27T23:59:59+09:00")))
        #expect(weekend.end(after: try at("2026-11-28T12:00:00+09:00")) == (try at("2026-11-30T00:00:00+09:00")))
        let lastDay = try interval(days: ["-1"])
        #expect(lastDay.holds(at: try at("2027-02-28T12:00:00+09:00")))
        #expect(lastDay.holds(at: try at("2028-02-29T12:00:00+09:00")))
        #expect(!lastDay.holds(at: try at("2028-02-28T12:00:00+09:00")))
        let winter = try interval(months: "nov-feb")
        #expect(winter.holds(at: try at("2027-01-15T12:00:00+09:00")))
        #expect(!winter.holds(at: try at("2027-03-01T00:00:00+09:00")))
        #expect(winter.end(after: try at("2027-01-15T12:00:00+09:00")) == (try at("2027-03-01T00:00:00+09:00")))
    }

    @Test(arguments: ["9:00-10:00", "09:00", "09:00-09:00", "24:00-01:00", "09:60-10:00", "09:00-25:00", "a-b"])
    func badPartsOfADayAreRefused(text: String) {
        #expect(TimeText.minutes(text) == nil)
    }

    @Test func badNamesAreRefused() {
        #expect(TimeText.weekdays("mon-fri") == [1, 2, 3, 4, 5])
        #expect(TimeText.weekdays("fri-mon") == [5, 6, 0, 1])
        #expect(TimeText.weekdays("monday") == nil)
        #expect(TimeText.weekdays("mon-tue-wed") == nil)
        #expect(TimeText.months("dec-jan") == [12, 1])
        #expect(TimeText.days("0") == nil)
        #expect(TimeText.days("15-10") == nil)
        #expect(TimeText.day("2026-02-30") == nil)
    }
}
