import Foundation

/// Reads YAML files strictly: every unknown, missing, repeated or ill-typed key is a problem with its file and line, and
/// all problems of a file are reported together.
///
/// Anchors, aliases, merge keys, tags and several documents in one file are refused: a configuration that can be read
/// from top to bottom needs none of them, and they are what YAML bombs are made of.
public enum YAMLFile {
    /// Bytes that a file may have: room for 10,000 feeds.
    public static let maximumBytes = 4 << 20
    /// How deep lists and mappings may lie in one another.
    public static let maximumDepth = 32

    /// Reads a file whose top level is a mapping.
    ///
    /// `body` takes what it needs from the reader; a key that it never asked for is unknown. What `body` returns counts
    /// only when there was no problem: after one, the readers hand out stand-ins (an empty text, the lowest number).
    /// - Throws: every problem of the file.
    public static func read<Value>(
        file: String, _ body: (MappingReader) -> Value
    ) throws(YAMLErrors) -> Value {
        let text: String
        do {
            text = try contents(of: file)
        } catch {
            throw YAMLErrors([error])
        }
        return try read(text: text, name: file, body)
    }

    /// Reads a text as `read(file:_:)` does; `name` stands for the file in messages.
    public static func read<Value>(
        text: String, name: String, _ body: (MappingReader) -> Value
    ) throws(YAMLErrors) -> Value {
        let collector = ProblemCollector(file: name)
        guard let root = YAMLTree.parse(text, into: collector) else { throw YAMLErrors(collector.problems) }
        guard case .mapping(let members) = root.content else {
            collector.add(line: root.line, keyPath: "", "must hold keys and values, such as \"key: value\"")
            throw YAMLErrors(collector.problems)
        }
        let reader = MappingReader(members: members, line: root.line, keyPath: "", collector: collector)
        let value = body(reader)
        reader.reportUnknownKeys()
        guard collector.problems.isEmpty else { throw YAMLErrors(collector.problems) }
        return value
    }

    private static func contents(of file: String) throws(YAMLProblem) -> String {
        func problem(_ message: String) -> YAMLProblem { YAMLProblem(file: file, line: 0, message) }
        let path = URL(fileURLWithPath: file).resolvingSymlinksInPath().path
        let manager = FileManager.default
        guard let attributes = try? manager.attributesOfItem(atPath: path) else {
            throw problem(manager.fileExists(atPath: path) ? "cannot be read" : "there is no such file")
        }
        // A pipe or a device would be read for ever.
        guard attributes[.type] as? FileAttributeType == .typeRegular else { throw problem("is not a regular file") }
        let size = (attributes[.size] as? NSNumber)?.intValue ?? 0
        guard size <= maximumBytes else { throw problem("holds \(size) bytes; at most \(maximumBytes) are read") }
        guard let data = manager.contents(atPath: path) else { throw problem("cannot be read") }
        guard let text = String(validating: data, as: UTF8.self) else { throw problem("is not UTF-8 text") }
        return text
    }
}

extension YAMLProblem: Error {}

/// Gathers the problems of one file. Confined to the call of `YAMLFile.read` that made it.
final class ProblemCollector {
    let file: String
    private(set) var problems: [YAMLProblem] = []

    init(file: String) {
        self.file = file
    }

    func add(line: Int, keyPath: String, _ message: String) {
        problems.append(YAMLProblem(file: file, line: line, keyPath: keyPath, message))
    }
}
