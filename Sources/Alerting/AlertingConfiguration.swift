public import Foundation
public import NewsModel
public import StrictYAML

/// Everything that the `alerts/` folder says: what becomes an alert, who hears of it, how, and what is muted.
public struct AlertingConfiguration: Sendable {
    public let rules: AlertRules
    public let routes: RouteTree
    public let receivers: [ReceiverSettings]
    public let silences: Silences
    /// Things that work but are hardly meant: a receiver, an interval or a calendar that no route names.
    public let warnings: [YAMLProblem]

    /// Reads `rules.yaml`, `routes.yaml`, `receivers.yaml`, `silences.yaml` and `times.yaml` (which may be missing), the
    /// calendars that the last one names and `templates/*.mustache`, and holds them against one another.
    ///
    /// - Parameters:
    ///   - environment: for `url_env` and `secret_env`.
    ///   - eventTypes: the types that the lexicon knows; where given, matchers may name no others.
    /// - Throws: every problem of all the files.
    public static func load(
        folder: String, environment: [String: String] = ProcessInfo.processInfo.environment,
        eventTypes: Set<String> = []
    ) throws(YAMLErrors) -> AlertingConfiguration {
        let loader = AlertsFolder(path: folder, eventTypes: eventTypes, environment: environment)
        return try loader.load()
    }

    /// Renders the messages of every receiver with the worst alert there is: what does not parse or does not fit, each
    /// with the file and line of its template.
    public func problemsOfMessages() -> [YAMLProblem] {
        ReceiverProof().problems(of: receivers)
    }

    /// Calendars in use whose holidays are not known beyond a day that has passed.
    public func outdatedCalendars(at moment: Timestamp) -> [String] {
        routes.calendars.filter { $0.filledUntil < String(moment.iso8601.prefix(10)) }.map {
            "calendar \($0.name) knows no holidays after \($0.filledUntil); every weekday counts as a trading day"
        }.sorted()
    }

    /// The receivers themselves.
    public func makeReceivers(_ parts: ReceiverParts) -> [any Receiver] {
        receivers.map { $0.receiver(parts) }
    }
}

/// Loads the files of one folder, and gathers the problems of all.
private struct AlertsFolder {
    let path: String
    let eventTypes: Set<String>
    let environment: [String: String]

    func load() throws(YAMLErrors) -> AlertingConfiguration {
        var problems: [YAMLProblem] = []
        func attempt<Value>(_ body: () throws(YAMLErrors) -> Value) -> Value? {
            do throws(YAMLErrors) {
                return try body()
            } catch {
                problems += error.problems
                return nil
            }
        }
        let types = eventTypes
        let rules = attempt { () throws(YAMLErrors) in try RulesFile(eventTypes: types).read(path + "/rules.yaml") }
        let templates = attempt { () throws(YAMLErrors) in try MessageTemplates.load(folder: path + "/templates") }
        let secrets = SecretSource(environment: environment)
        let receivers = attempt { () throws(YAMLErrors) in
            try ReceiversFile(templates: templates ?? .builtIn, secrets: secrets).read(path + "/receivers.yaml")
        }
        let names = receivers.map { $0.map(\.name) }
        let times = attempt { () throws(YAMLErrors) in try readTimes() }
        let routes = attempt { () throws(YAMLErrors) in
            try RoutesFile(eventTypes: types, receivers: names, times: times).read(path + "/routes.yaml")
        }
        let silences = attempt { () throws(YAMLErrors) in try readSilences() }
        // The other receivers write their JSON themselves.
        problems += ReceiverProof().problems(of: (receivers ?? []).filter { $0.formWithTemplate != nil })
        guard problems.isEmpty, let rules, let routes, let receivers, let silences else { throw YAMLErrors(problems) }
        return AlertingConfiguration(
            rules: rules, routes: routes, receivers: receivers, silences: silences,
            warnings: unused(receivers, in: routes) + (times ?? .none).unused(by: routes.usedTimes))
    }

    private func readTimes() throws(YAMLErrors) -> Times {
        let file = path + "/times.yaml"
        guard FileManager.default.fileExists(atPath: file) else { return .none }
        return try TimesFile(folder: path).read(file)
    }

    private func readSilences() throws(YAMLErrors) -> Silences {
        let file = path + "/silences.yaml"
        guard FileManager.default.fileExists(atPath: file) else { return .none }
        return try SilencesFile(eventTypes: eventTypes).read(file)
    }

    private func unused(_ receivers: [ReceiverSettings], in routes: RouteTree) -> [YAMLProblem] {
        let used = routes.receivers
        return receivers.filter { !used.contains($0.name) }.map {
            YAMLProblem(file: path + "/receivers.yaml", line: 0, "no route sends to receiver \"\($0.name)\"")
        }
    }
}
