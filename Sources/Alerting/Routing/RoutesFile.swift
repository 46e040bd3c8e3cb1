import StrictYAML

/// Reads `routes.yaml`.
struct RoutesFile {
    let eventTypes: Set<String>
    /// The receivers that are defined; nil when their file could not be read, so that one mistake is not told twice.
    let receivers: [String]?
    /// The intervals, schedules and calendars that are defined; nil when their file could not be read.
    var times: Times? = Times.none

    func read(_ file: String) throws(YAMLErrors) -> RouteTree {
        let names = Names(receivers: receivers)
        return try YAMLFile.read(file: file) { root in
            let policy = PolicyReader(eventTypes: eventTypes, names: names)
            let route = root.requiredMapping("route") { reader in
                self.route(reader, path: "root", inheriting: nil, names: names)
            }
            return RouteTree(
                root: route ?? Self.standIn, inhibitions: policy.inhibitions(root), budgets: policy.budgets(root),
                fallbacks: policy.fallbacks(root))
        }
    }

    private static let standIn = Route(
        path: "root", matchers: [], receivers: [], continues: false, grouping: .standard, timing: RouteTiming(),
        children: [])

    private func route(_ reader: MappingReader, path: String, inheriting parent: Route?, names: Names) -> Route {
        let parser = MatcherParser(place: .alert, eventTypes: eventTypes)
        let own = Route(
            path: path, matchers: parent == nil ? [] : reader.matchers("matchers", with: parser),
            receivers: receiverNames(reader, inherited: parent?.receivers, names),
            continues: parent == nil ? false : reader.bool("continue", default: false),
            grouping: grouping(reader, inheriting: parent?.grouping ?? .standard),
            timing: TimingReader(times: times).timing(reader, inheriting: parent?.timing ?? RouteTiming()),
            children: [])
        return Route(
            path: path, matchers: own.matchers, receivers: own.receivers, continues: own.continues,
            grouping: own.grouping, timing: own.timing, children: children(reader, of: own, names: names))
    }

    private func receiverNames(_ reader: MappingReader, inherited: [String]?, _ names: Names) -> [String] {
        let own = reader.locatedStrings("receivers")
        for name in own { names.check(name, reader) }
        if !own.isEmpty { return own.map(\.value) }
        if inherited == nil { reader.problem("missing key \"receivers\": the root route must name at least one") }
        return inherited ?? []
    }

    private func grouping(_ reader: MappingReader, inheriting parent: Grouping) -> Grouping {
        let labels = reader.labels("group_by")
        let day = 0...86_400
        let interval = reader.duration("group_interval", default: parent.interval, in: day)
        let again = reader.optionalDuration("repeat_interval", in: 0...604_800)
        if let again, again != 0, again < max(interval, 60) {
            reader.problem("repeat_interval", "must be 0s (never), or at least 1m and no shorter than group_interval")
        }
        return Grouping(
            labels: labels ?? parent.labels, wait: reader.duration("group_wait", default: parent.wait, in: day),
            interval: interval, repeatInterval: again.map { $0 == 0 ? nil : $0 } ?? parent.repeatInterval)
    }

    private func children(_ reader: MappingReader, of parent: Route, names: Names) -> [Route] {
        var position = 0
        var paths: Set<String> = []
        var reachability = RouteReachability()
        return reader.mappings("routes") { child in
            position += 1
            let name = child.optionalString("name") ?? "\(position)"
            let path = "\(parent.path)/\(CleanText.line(name, limit: 60))"
            if !paths.insert(path).inserted { child.problem("name", "the name \"\(name)\" is used twice here") }
            let route = self.route(child, path: path, inheriting: parent, names: names)
            if let blocker = reachability.blocker(of: route) {
                child.problem(
                    "can never be reached: \(blocker) before it takes the same alerts; "
                        + "move it up, or give \(blocker) \"continue: true\"")
            }
            return route
        }
    }
}

/// The receivers that may be named.
struct Names {
    /// nil: their file could not be read, and nothing is said about their names.
    let receivers: [String]?

    func check(_ name: LocatedString, _ reader: MappingReader) {
        guard let receivers, !receivers.contains(name.value) else { return }
        let meant = NearestName.of(name.value, among: receivers).map { " (did you mean \"\($0)\"?)" } ?? ""
        let valid = receivers.isEmpty ? "none is defined" : "valid names: \(receivers.joined(separator: ", "))"
        reader.problem(at: name.location, "unknown receiver \"\(name.value)\"\(meant); \(valid)")
    }
}

extension MappingReader {
    /// Labels to group by or to compare; nil where the key is missing.
    func labels(_ key: String) -> [Grouping.Label]? {
        guard has(key) else { return nil }
        return locatedStrings(key).compactMap { text in
            if let label = Grouping.Label(rawValue: text.value) { return label }
            let names = Grouping.Label.allCases.map(\.rawValue)
            let meant = NearestName.of(text.value, among: names).map { " (did you mean \"\($0)\"?)" } ?? ""
            problem(
                at: text.location,
                "unknown value \"\(text.value)\"\(meant); valid names: \(names.joined(separator: ", "))")
            return nil
        }
    }
}
