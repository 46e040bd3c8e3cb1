/// A place in a YAML file: where a key or a value stands.
public struct YAMLLocation: Sendable, Hashable {
    /// The file as the user named it.
    public let file: String
    /// 1 for the first line; 0 where the whole file is meant.
    public let line: Int
    /// The way to the value, list positions from 1: `routes[2].receiver`; empty for the file itself.
    public let keyPath: String

    public init(file: String, line: Int, keyPath: String) {
        self.file = file
        self.line = line
        self.keyPath = keyPath
    }
}

/// One thing that is wrong in a YAML file, in words for the person who edits it.
public struct YAMLProblem: Sendable, Hashable, CustomStringConvertible {
    public let location: YAMLLocation
    public let message: String

    public init(at location: YAMLLocation, _ message: String) {
        self.location = location
        self.message = message
    }

    public init(file: String, line: Int, keyPath: String = "", _ message: String) {
        self.init(at: YAMLLocation(file: file, line: line, keyPath: keyPath), message)
    }

    public var file: String { location.file }
    public var line: Int { location.line }
    public var keyPath: String { location.keyPath }

    /// `FILE:LINE: KEY PATH: message`, without the parts that are not known.
    public var description: String {
        let place = line > 0 ? "\(file):\(line)" : file
        return keyPath.isEmpty ? "\(place): \(message)" : "\(place): \(keyPath): \(message)"
    }
}

/// Everything that is wrong in one or several YAML files.
public struct YAMLErrors: Error, Sendable, Hashable, CustomStringConvertible {
    /// By file, then by line; never empty when thrown.
    public let problems: [YAMLProblem]

    /// Sorts the problems of each file by line and keeps the files in the order in which they first occur.
    public init(_ problems: [YAMLProblem]) {
        var order: [String: Int] = [:]
        for problem in problems where order[problem.file] == nil { order[problem.file] = order.count }
        self.problems = problems.enumerated().sorted { left, right in
            let leftKey = (order[left.element.file] ?? 0, left.element.line, left.offset)
            let rightKey = (order[right.element.file] ?? 0, right.element.line, right.offset)
            return leftKey < rightKey
        }.map(\.element)
    }

    /// One problem a line.
    public var description: String {
        problems.map(\.description).joined(separator: "\n")
    }
}
