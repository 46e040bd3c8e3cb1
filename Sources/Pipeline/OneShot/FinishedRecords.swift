import NewsModel
import StrictJSON

/// Records that an earlier run has written, held against the input lines that they belong to: for `score --resume`.
public struct FinishedRecords: Sendable {
    public private(set) var count = 0
    /// The highest severity of those that say theirs.
    public private(set) var severity = 0
    /// True where a record says that its line could not be read.
    public private(set) var hasProblem = false
    private let lexicon: String

    private static let record = JSONMembers(["id", "error", "severity", "lexicon"])
    private static let input = JSONMembers(["id"])

    /// - Parameter lexicon: the hash of the lexicons that the rest will be scored with.
    public init(lexicon: String) {
        self.lexicon = lexicon
    }

    /// Takes in records, one for each line of input.
    ///
    /// - Throws: what makes a record no record of its line, in words that follow the file's name.
    public mutating func take(_ records: LineBlock, of input: LineBlock) throws(InputFailure) {
        for (record, line) in zip(records.lines, input.lines) {
            count += 1
            let read = try? Self.record.read(records.bytes, in: record)
            guard let members = read else { throw failure("is no record") }
            try check(members, records.bytes, line, input.bytes)
            if members[1] != nil { hasProblem = true }
            if let value = members[2], let number = Int(String(decoding: records.bytes[value.range], as: UTF8.self)) {
                severity = max(severity, number)
            }
        }
    }

    private func check(
        _ members: [JSONElement?], _ records: [UInt8], _ line: Range<Int>, _ input: [UInt8]
    ) throws(InputFailure) {
        if let scored = members[3]?.string(in: records), scored != lexicon {
            throw failure("was scored with other lexicons (\(scored.prefix(19))...)")
        }
        let read = try? Self.input.read(input, in: line)
        let id = Self.text(read?[0], input) ?? (members[1] == nil ? "line \(count)" : nil)
        let written = Self.text(members[0], records)
        guard id == written || (written == nil && members[1] != nil) else {
            throw failure("has the id \(written ?? "null"), the input's line \(id ?? "none")")
        }
    }

    private static func text(_ id: JSONElement?, _ bytes: [UInt8]) -> String? {
        guard let id, id.kind != .null else { return nil }
        return id.string(in: bytes) ?? String(decoding: bytes[id.range], as: UTF8.self)
    }

    private func failure(_ what: String) -> InputFailure {
        InputFailure(
            "line \(count) \(what); it does not belong to this input. Give the input and options of the run that wrote it, or another file"
        )
    }
}
