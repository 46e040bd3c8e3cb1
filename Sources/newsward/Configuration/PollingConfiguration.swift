import Pipeline
import StrictYAML

/// The keys of `polling:`.
enum PollingConfiguration {
    private static let week = 7 * 86_400

    static func settings(_ reader: MappingReader) -> PollingSettings {
        var settings = PollingSettings()
        func seconds(_ key: String, _ fallback: Int64, _ range: ClosedRange<Int>) -> Int64 {
            Int64(reader.duration(key, default: Int(fallback), in: range))
        }
        settings.intervalSeconds = seconds("interval", settings.intervalSeconds, 60...week)
        settings.minimumSeconds = seconds("minimum", settings.minimumSeconds, 60...week)
        settings.maximumSeconds = seconds("maximum", settings.maximumSeconds, 60...week)
        settings.concurrency = reader.integer("concurrency", in: 1...1000, default: settings.concurrency)
        settings.deadAfterSeconds = seconds("dead_after", settings.deadAfterSeconds, 60...90 * 86_400)
        settings.silentAfterSeconds = seconds("silent_after", settings.silentAfterSeconds, 3600...365 * 86_400)
        if settings.minimumSeconds > settings.maximumSeconds {
            reader.problem("minimum", "must not be longer than maximum")
        }
        return settings
    }
}
