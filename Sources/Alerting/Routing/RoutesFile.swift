import StrictYAML

/// Reads `routes.yaml`.
struct RoutesFile {
    let eventTypes: Set<String>
    /// The receivers that are defined; nil when their file could not be read, so that one mistake is not told twice.
    let receivers: [String]?

    func read(_ file: String) throws(YAMLErrors) -> RouteTree {
        try YAMLFile.read(file: file) { root in
            let route = root.requiredMapping("route") { reader in
                self.route(reader, path: "root", inheriting: .standard, receivers: nil)
            }
            return RouteTree(root: route ?? Self.standIn)
        }
    }

    private static let standIn = Route(
        path: "root", matchers: [], receivers: [], continues: false, grouping: .standard, children: [])

    private func route(
        _ reader: MappingReader, path: String, inheriting parent: Grouping, receivers inherited: [String]?
    ) -> Route {
        let isRoot = inherited == nil
        let parser = MatcherParser(place: .alert, eventTypes: eventTypes)
        let matchers = isRoot ? [] : reader.matchers("matchers", with: parser)
        let receivers = receiverNames(reader, inherited: inherited)
        let grouping = grouping(reader, inheriting: parent)
        let continues = isRoot ? false : reader.bool("continue", default: false)
        let children = children(reader, path: path, grouping: grouping, receivers: receivers)
        return Route(
            path: path, matchers: matchers, receivers: receivers, continues: continues, grouping: grouping,
            children: children)
    }

    private func receiverNames(_ reader: MappingReader, inherited: [String]?) -> [String] {
        let names = reader.locatedStrings("receivers")
        for name in names {
            guard let receivers, !receivers.contains(name.value) else { continue }
            let meant = NearestName.of(name.value, among: receivers).map { " (did you mean \"\($0)\"?)" } ?? ""
            let valid = receivers.isEmpty ? "none is defined" : "valid names: \(receivers.joined(separator: ", "))"
            reader.problem(at: name.location, "unknown receiver \"\(name.value)\"\(meant); \(valid)")
        }
        if !names.isEmpty { return names.map(\.value) }
        if inherited == nil { reader.problem("missing key \"receivers\": the root route must name at least one") }
        return inherited ?? []
    }

    private func grouping(_ reader: MappingReader, inheriting parent: Grouping) -> Grouping {
        var labels: [Grouping.Label] = []
        for text in reader.locatedStrings("group_by") {
            if let label = Grouping.Label(rawValue: text.value) {
                labels.append(label)
            } else {
                let names = Grouping.Label.allCases.map(\.rawValue)
                let meant = NearestName.of(text.value, among: names).map { " (did you mean \"\($0)\"?)" } ?? ""
                reader.problem(
                    at: text.location,
                    "unknown value \"\(text.value)\"\(meant); valid names: \(names.joined(separator: ", "))")
            }
        }
        let day = 0...86_400
        return Grouping(
            labels: reader.has("group_by") ? labels : parent.labels,
            wait: reader.duration("group_wait", default: parent.wait, in: day),
            interval: reader.duration("group_interval", default: parent.interval, in: day))
    }

    private func children(
        _ reader: MappingReader, path: String, grouping: Grouping, receivers: [String]
    ) -> [Route] {
        var position = 0
        var paths: Set<String> = []
        var reachability = RouteReachability()
        return reader.mappings("routes") { child in
            position += 1
            let name = child.optionalString("name") ?? "\(position)"
            let childPath = "\(path)/\(CleanText.line(name, limit: 60))"
            if !paths.insert(childPath).inserted { child.problem("name", "the name \"\(name)\" is used twice here") }
            let route = self.route(child, path: childPath, inheriting: grouping, receivers: receivers)
            if let blocker = reachability.blocker(of: route) {
                child.problem(
                    "can never be reached: \(blocker) before it takes the same alerts; "
                        + "move it up, or give \(blocker) \"continue: true\"")
            }
            return route
        }
    }
}
