/// Reads one mapping key by key, and notes every problem instead of stopping at the first.
///
/// A key counts as known once it was asked for, so ask for every key, also for those whose value is not needed now. The
/// reader lives only inside the closure that received it.
public final class MappingReader {
    /// The line on which the mapping begins.
    public let line: Int
    /// The way to this mapping; empty at the top level.
    public let keyPath: String
    let collector: ProblemCollector
    private let members: [YAMLMember]
    private var asked: [String] = []

    init(members: [YAMLMember], line: Int, keyPath: String, collector: ProblemCollector) {
        self.members = members
        self.line = line
        self.keyPath = keyPath
        self.collector = collector
    }

    /// The file being read.
    public var file: String { collector.file }

    /// Where the mapping begins.
    public var location: YAMLLocation { YAMLLocation(file: file, line: line, keyPath: keyPath) }

    /// Where a key's value stands; the mapping's own place when the key is missing.
    public func location(of key: String) -> YAMLLocation {
        let line = members.first { $0.key == key }?.keyLine ?? self.line
        return YAMLLocation(file: file, line: line, keyPath: path(to: key))
    }

    /// The keys in the order of the file. For mappings whose keys are names that the user chooses.
    public var keys: [String] { members.map(\.key) }

    /// True when the key is there. Counts as asking for it.
    public func has(_ key: String) -> Bool {
        member(key) != nil
    }

    /// Notes a problem that the caller found with a key's value.
    public func problem(_ key: String, _ message: String) {
        let place = location(of: key)
        collector.add(line: place.line, keyPath: place.keyPath, message)
    }

    /// Notes a problem with the mapping as a whole.
    public func problem(_ message: String) {
        collector.add(line: line, keyPath: keyPath, message)
    }

    /// Notes a problem at a place of this file.
    public func problem(at location: YAMLLocation, _ message: String) {
        collector.add(line: location.line, keyPath: location.keyPath, message)
    }

    /// The member, noted as asked for; nil when it is missing.
    func member(_ key: String) -> YAMLMember? {
        if !asked.contains(key) { asked.append(key) }
        return members.first { $0.key == key }
    }

    /// The member; a missing one is a problem.
    func required(_ key: String) -> YAMLMember? {
        if let member = member(key) { return member }
        problem("missing key \"\(key)\"")
        return nil
    }

    func path(to key: String) -> String {
        keyPath.isEmpty ? key : "\(keyPath).\(key)"
    }

    /// Every key that nobody asked for is a problem that names the valid ones.
    func reportUnknownKeys() {
        for member in members where !asked.contains(member.key) {
            let meant = NearestName.of(member.key, among: asked).map { " (did you mean \"\($0)\"?)" } ?? ""
            let message = "unknown key \"\(member.key)\"\(meant); valid names: \(asked.joined(separator: ", "))"
            collector.add(line: member.keyLine, keyPath: keyPath, message)
        }
    }
}
