import Foundation
import NewsModel
import StrictYAML

/// Reads the file of an exchange's calendar.
struct CalendarFile {
    let name: String
    let digestLead: Int

    func read(_ file: String) throws(YAMLErrors) -> TradingCalendar? {
        try YAMLFile.read(file: file) { root in calendar(root) }
    }

    private func calendar(_ root: MappingReader) -> TradingCalendar? {
        for key in ["exchange", "source", "read_on", "timezone", "filled_until", "session"] where !root.has(key) {
            root.problem("missing key \"\(key)\"")
        }
        _ = root.optionalString("exchange")
        _ = root.optionalString("source")
        _ = root.parsed("read_on", "a day such as 2026-11-25", TimeText.day)
        let zone = root.parsed("timezone", "a time zone such as Asia/Seoul", CivilZone.init(identifier:))
        let filled = root.parsed("filled_until", "a day such as 2027-12-31", TimeText.day)
        let session = root.parsed("session", "opening and close, such as 09:00-15:30", Self.session)
        let weekdays = root.weekdays("weekdays") ?? [1, 2, 3, 4, 5]
        let holidays = days(root, "holidays").map(\.key)
        let special = days(root, "special_days")
        for (day, entry) in special where entry.session == nil {
            root.problem(at: entry.location, "\(day) needs its session, such as 09:30-13:00")
        }
        guard let zone, let filled, let session else { return nil }
        return TradingCalendar(
            name: name, zone: zone, weekdays: weekdays, session: session, holidays: Set(holidays),
            specialDays: special.compactMapValues(\.session), filledUntil: filled.dayText, digestLead: digestLead)
    }

    /// Days by their date, each with its session where it has one.
    private func days(
        _ root: MappingReader, _ key: String
    ) -> [String: (session: MinuteRange?, location: YAMLLocation)] {
        var found: [String: (session: MinuteRange?, location: YAMLLocation)] = [:]
        _ = root.mappings(key) { reader in
            let day = reader.parsed("date", "a day such as 2026-12-25", TimeText.day)
            if !reader.has("date") { reader.problem("missing key \"date\"") }
            _ = reader.optionalString("name")
            let session =
                key == "holidays"
                ? nil : reader.parsed("session", "opening and close, such as 09:30-13:00", Self.session)
            guard let day else { return }
            if found[day.dayText] != nil { reader.problem("date", "\(day.dayText) is there twice") }
            found[day.dayText] = (session, reader.location)
        }
        return found
    }

    private static func session(_ text: String) -> MinuteRange? {
        TimeText.minutes(text).flatMap { $0.crossesMidnight ? nil : $0 }
    }
}

extension MappingReader {
    /// Weekdays of a list such as `[mon-fri]`; nil where the key is missing.
    func weekdays(_ key: String) -> Set<Int>? {
        has(key) ? Set(pieces(key, "a weekday or a range, such as mon-fri", TimeText.weekdays).flatMap { $0 }) : nil
    }

    /// A list of texts, each of which `parse` must understand.
    func pieces<Value>(_ key: String, _ form: String, _ parse: (String) -> Value?) -> [Value] {
        locatedStrings(key).compactMap { text in
            if let value = parse(text.value) { return value }
            problem(at: text.location, "must be \(form), not \"\(text.value)\"")
            return nil
        }
    }
}
