import Foundation
import StrictYAML

/// Reads `times.yaml`: intervals, digest schedules, and which calendar files are used.
struct TimesFile {
    /// The folder in which the calendars lie.
    let folder: String

    func read(_ file: String) throws(YAMLErrors) -> Times {
        var calendarFiles: [(name: String, file: String, lead: Int)] = []
        var times = try YAMLFile.read(file: file) { root in
            var times = Times()
            _ = root.mappings("intervals") { reader in interval(reader, into: &times) }
            _ = root.mappings("digests") { reader in digest(reader, into: &times) }
            _ = root.mappings("calendars") { reader in
                if let calendar = calendar(reader, into: &times) { calendarFiles.append(calendar) }
            }
            return times
        }
        var problems: [YAMLProblem] = []
        for (name, path, lead) in calendarFiles {
            do throws(YAMLErrors) {
                times.calendars[name] = try CalendarFile(name: name, digestLead: lead).read(path)
            } catch {
                problems += error.problems
            }
        }
        guard problems.isEmpty else { throw YAMLErrors(problems) }
        return times
    }

    private func interval(_ reader: MappingReader, into times: inout Times) {
        let name = reader.string("name")
        let zone = self.zone(reader)
        let minutes = reader.pieces("times", "a part of a day such as 22:00-07:00", TimeText.minutes)
        let weekdays = reader.weekdays("weekdays") ?? []
        let days = reader.pieces("days", "a day of the month such as 1, 10-15 or -1", TimeText.days).flatMap { $0 }
        let months = reader.pieces("months", "a month or a range, such as nov-feb", TimeText.months).flatMap { $0 }
        if !reader.has("times"), weekdays.isEmpty, days.isEmpty, months.isEmpty {
            reader.problem("needs times, weekdays, days or months: without them it would hold always")
        }
        note("interval", name, reader, known: times.intervals[name] != nil, in: &times)
        guard let zone else { return }
        times.intervals[name] = NamedInterval(
            name: name, zone: zone, times: minutes, weekdays: weekdays, days: Set(days), months: Set(months))
    }

    private func digest(_ reader: MappingReader, into times: inout Times) {
        let name = reader.string("name")
        let zone = self.zone(reader)
        let moments = reader.pieces("at", "a time of day such as 08:30") { TimeText.minute($0).map { $0 % 1440 } }
        let weekdays = reader.weekdays("weekdays") ?? []
        if moments.isEmpty { reader.problem("needs at least one time under \"at\", such as at: [08:30]") }
        note("digest", name, reader, known: times.digests[name] != nil, in: &times)
        guard let zone else { return }
        times.digests[name] = DigestSchedule(name: name, zone: zone, times: moments.sorted(), weekdays: weekdays)
    }

    private func calendar(
        _ reader: MappingReader, into times: inout Times
    ) -> (name: String, file: String, lead: Int)? {
        let name = reader.string("name")
        let file = reader.string("file")
        let lead = reader.duration("digest_before_open", default: 1800, in: 0...43_200)
        let path = file.hasPrefix("/") ? file : folder + "/" + file
        let isKnown = times.places["calendar \(name)"] != nil
        note("calendar", name, reader, known: isKnown, in: &times)
        guard !file.isEmpty else { return nil }
        guard FileManager.default.fileExists(atPath: path) else {
            reader.problem("file", "there is no file \(file) in the alerts folder")
            return nil
        }
        return (name, path, lead)
    }

    private func zone(_ reader: MappingReader) -> CivilZone? {
        if !reader.has("timezone") { reader.problem("missing key \"timezone\"") }
        return reader.parsed(
            "timezone", "a time zone such as Asia/Seoul or America/New_York", CivilZone.init(identifier:))
    }

    private func note(
        _ kind: String, _ name: String, _ reader: MappingReader, known: Bool, in times: inout Times
    ) {
        if known { reader.problem("name", "the name \"\(name)\" is used twice") }
        times.places["\(kind) \(name)"] = reader.location
    }
}
