import Yams

/// A YAML value that knows its line.
struct YAMLNode {
    enum Content {
        /// `isPlain` is false for quoted texts and `|` blocks: "true" in quotes is a text.
        case scalar(String, isPlain: Bool)
        case list([YAMLNode])
        case mapping([YAMLMember])
    }

    let line: Int
    let content: Content
}

/// A key with its value.
struct YAMLMember {
    let key: String
    let keyLine: Int
    let value: YAMLNode
}

/// Turns text into `YAMLNode`s by way of Yams, whose nodes keep their places in the file.
struct YAMLTree {
    private let collector: ProblemCollector
    /// More values than this are no configuration.
    private static let maximumNodes = 200_000
    private var nodeCount = 0

    private init(collector: ProblemCollector) {
        self.collector = collector
    }

    /// The top value, or nil with at least one problem in the collector.
    static func parse(_ text: String, into collector: ProblemCollector) -> YAMLNode? {
        // Yams takes the mark for a part of the first key.
        let text = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
        guard text.utf8.count <= YAMLFile.maximumBytes else {
            let size = text.utf8.count
            collector.add(line: 0, keyPath: "", "holds \(size) bytes; at most \(YAMLFile.maximumBytes) are read")
            return nil
        }
        var scan = StructureScan(collector: collector)
        guard scan.accepts(text) else { return nil }
        var tree = YAMLTree(collector: collector)
        return tree.parse(text)
    }

    private mutating func parse(_ text: String) -> YAMLNode? {
        var repeated = RepeatedKeys(text: text)
        while true {
            do {
                // The basic resolver leaves every scalar a text: what it means, the asker of the key decides.
                guard let node = try Yams.compose(yaml: repeated.text, .basic) else {
                    collector.add(line: 0, keyPath: "", "is empty")
                    return nil
                }
                nodeCount = 0
                let root = convert(node, depth: 0)
                for key in repeated.found {
                    collector.add(
                        line: key.line, keyPath: "", "key \"\(key.name)\" is repeated (first in line \(key.firstLine))")
                }
                return root
            } catch YamlError.duplicatedKeysInMapping(let names, let context) {
                guard let name = names.first else { return nil }
                if repeated.renameNext(name, firstLine: context.mark.line, firstColumn: context.mark.column) {
                    continue
                }
                collector.add(line: context.mark.line, keyPath: "", "key \"\(name)\" is repeated")
                return nil
            } catch {
                report(error, in: repeated.text)
                return nil
            }
        }
    }

    private mutating func convert(_ node: Node, depth: Int) -> YAMLNode? {
        let line = node.mark?.line ?? 0
        nodeCount += 1
        guard nodeCount <= Self.maximumNodes else {
            if nodeCount == Self.maximumNodes + 1 {
                collector.add(line: 0, keyPath: "", "holds more than \(Self.maximumNodes) values")
            }
            return nil
        }
        guard depth < YAMLFile.maximumDepth else {
            let limit = YAMLFile.maximumDepth
            collector.add(line: line, keyPath: "", "lists and mappings lie more than \(limit) deep in one another")
            return nil
        }
        switch node {
        case .scalar(let scalar):
            return YAMLNode(line: line, content: .scalar(scalar.string, isPlain: scalar.style == .plain))
        case .sequence(let sequence):
            var items: [YAMLNode] = []
            for item in sequence where nodeCount <= Self.maximumNodes {
                if let item = convert(item, depth: depth + 1) { items.append(item) }
            }
            return YAMLNode(line: line, content: .list(items))
        case .mapping(let mapping):
            var members: [YAMLMember] = []
            for (key, value) in mapping where nodeCount <= Self.maximumNodes {
                if let member = convert(key, value, depth: depth) { members.append(member) }
            }
            return YAMLNode(line: line, content: .mapping(members))
        case .alias:
            collector.add(line: line, keyPath: "", "anchors and aliases (& and *) are not read here")
            return nil
        }
    }

    private mutating func convert(_ key: Node, _ value: Node, depth: Int) -> YAMLMember? {
        guard case .scalar(let name) = key else {
            collector.add(line: key.mark?.line ?? 0, keyPath: "", "a key must be a word, not a list or a mapping")
            return nil
        }
        let line = name.mark?.line ?? 0
        if name.string == "<<" {
            collector.add(line: line, keyPath: "", "merge keys (<<) are not read here")
            return nil
        }
        if RepeatedKeys.isRenamed(name.string) { return nil }
        guard let value = convert(value, depth: depth + 1) else { return nil }
        return YAMLMember(key: name.string, keyLine: line, value: value)
    }

    private func report(_ error: any Error, in text: String) {
        switch error {
        case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _):
            collector.add(line: mark.line, keyPath: "", explain(problem, line: mark.line, in: text))
        case YamlError.composer(_, _, let mark, _):
            collector.add(line: mark.line, keyPath: "", "a second document (---) begins here; one file holds one")
        case YamlError.memory:
            collector.add(line: 0, keyPath: "", "lists and mappings lie too deep in one another")
        default:
            collector.add(line: 0, keyPath: "", "is not valid YAML")
        }
    }

    private func explain(_ problem: String, line: Int, in text: String) -> String {
        if problem.hasPrefix("Maximum nesting level") {
            return "lists and mappings lie more than \(YAMLFile.maximumDepth) deep in one another"
        }
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let indentation = lines.indices.contains(line - 1) ? lines[line - 1].prefix { $0 == 0x20 || $0 == 0x09 } : []
        if indentation.contains(0x09) { return "is not valid YAML: a tab in the indentation; use spaces" }
        return "is not valid YAML: \(problem)"
    }
}
