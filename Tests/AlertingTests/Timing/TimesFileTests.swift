import NewsModel
import StrictYAML
import TestSupport
import Testing

@testable import Alerting

struct TimesFileTests {
    @Test func aDigestScheduleNamesItsNextTime() throws {
        let schedule = DigestSchedule(
            name: "twice", zone: try #require(CivilZone(identifier: "Asia/Seoul")), times: [510, 1080],
            weekdays: [1, 2, 3, 4, 5])
        #expect(schedule.next(after: try at("2026-11-27T08:29:59+09:00")) == (try at("2026-11-27T08:30:00+09:00")))
        #expect(schedule.next(after: try at("2026-11-27T08:30:00+09:00")) == (try at("2026-11-27T18:00:00+09:00")))
        #expect(schedule.next(after: try at("2026-11-27T18:00:00+09:00")) == (try at("2026-11-30T08:30:00+09:00")))
    }

    @Test func everyProblemOfTheFileAtOnce() throws {
        let bad = """
            intervals:
              - name: nights
                timezone: Seoul
                times: ["22:00"]
              - name: always
                timezone: Asia/Seoul
            digests:
              - name: never
                timezone: Asia/Seoul
                weekdays: [funday]
            calendars:
              - name: krx
                file: calendars/nowhere.yaml
            """
        #expect(
            try alertProblems(["times.yaml": bad]) == [
                "times.yaml:3: intervals[1].timezone: must be a time zone such as Asia/Seoul or America/New_York, not \"Seoul\"",
                "times.yaml:4: intervals[1].times[1]: must be a part of a day such as 22:00-07:00, not \"22:00\"",
                "times.yaml:5: intervals[2]: needs times, weekdays, days or months: without them it would hold always",
                "times.yaml:8: digests[1]: needs at least one time under \"at\", such as at: [08:30]",
                "times.yaml:10: digests[1].weekdays[1]: must be a weekday or a range, such as mon-fri, not \"funday\"",
                "times.yaml:13: calendars[1].file: there is no file calendars/nowhere.yaml in the alerts folder",
            ])
    }

    @Test func routesMayNameOnlyWhatIsThere() throws {
        let times = """
            intervals:
              - {name: nights, timezone: Asia/Seoul, times: ["22:00-07:00"]}
            calendars:
              - {name: krx, file: calendars/krx.yaml}
            """
        let routes = """
            route:
              receivers: [terminal]
              hold_outside: kxr
              routes:
                - matchers: [severity < 20]
                  mute_time_intervals: [night]
                - matchers: [severity < 40]
                  digest: morning
            """
        #expect(
            try alertProblems([
                "times.yaml": times, "routes.yaml": routes, "calendars/krx.yaml": calendarText("krx"),
            ]) == [
                "routes.yaml:3: route.hold_outside: unknown calendar \"kxr\" (did you mean \"krx\"?); valid names: krx",
                "routes.yaml:6: route.routes[1].mute_time_intervals[1]: unknown interval \"night\" (did you mean \"nights\"?); valid names: nights",
                "routes.yaml:8: route.routes[2].digest: unknown digest \"morning\"; times.yaml defines none",
            ])
    }

    @Test func whatNoRouteNamesIsTold() throws {
        let times = """
            intervals:
              - {name: nights, timezone: Asia/Seoul, times: ["22:00-07:00"]}
            calendars:
              - {name: krx, file: calendars/krx.yaml}
            """
        let sample = try AlertsFolderSample([
            "times.yaml": times, "calendars/krx.yaml": calendarText("krx"),
            "routes.yaml": "route: {receivers: [terminal, journal]}",
        ])
        defer { sample.folder.remove() }
        let warnings = try sample.load().warnings.map { $0.description.replacing(sample.folder.path + "/", with: "") }
        #expect(
            warnings == [
                "times.yaml:2: no route uses interval nights",
                "times.yaml:4: no route uses calendar krx",
            ])
    }

    @Test func aCalendarThatHasRunOutSaysSo() throws {
        let sample = try AlertsFolderSample([
            "times.yaml": "calendars: [{name: krx, file: calendars/krx.yaml}]",
            "calendars/krx.yaml": calendarText("krx"),
            "routes.yaml": "route: {receivers: [terminal, journal], hold_outside: krx}",
        ])
        defer { sample.folder.remove() }
        let configuration = try sample.load()
        #expect(configuration.outdatedCalendars(at: noon).isEmpty)
        #expect(
            configuration.outdatedCalendars(at: try at("2028-01-03T00:00:00Z")) == [
                "calendar krx knows no holidays after 2027-12-31; every weekday counts as a trading day"
            ])
    }
}
