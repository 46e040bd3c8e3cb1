/// The headers of one response, in the order in which they came.
public struct ResponseHeaders: Sendable {
    /// Names as spelled by the server; bytes of a value that are not UTF-8 are kept as `HeaderText` says.
    public private(set) var fields: [(name: String, value: String)]

    public init(_ fields: [(name: String, value: String)] = []) {
        self.fields = fields
    }

    /// The first value of that name, whatever its case.
    public func first(_ name: String) -> String? {
        fields.first { Self.isSame($0.name, name) }?.value
    }

    /// All values of that name, whatever its case, in order.
    public func all(_ name: String) -> [String] {
        fields.filter { Self.isSame($0.name, name) }.map(\.value)
    }

    mutating func append(name: String, value: String) {
        fields.append((name: name, value: value))
    }

    /// Adds to the last value what a folded line continues.
    mutating func continueLast(_ text: String) {
        guard let last = fields.indices.last else { return }
        fields[last].value += " " + text
    }

    private static func isSame(_ left: String, _ right: String) -> Bool {
        let left = left.utf8
        let right = right.utf8
        return left.count == right.count && zip(left, right).allSatisfy { lowercase($0) == lowercase($1) }
    }

    private static func lowercase(_ byte: UInt8) -> UInt8 {
        (65...90).contains(byte) ? byte | 32 : byte
    }
}
