/// An address of mail, plain enough to stand in an envelope and a header: ASCII, one @, nothing that ends a line or a
/// command early.
struct MailAddress: Sendable, Hashable {
    let text: String

    /// nil for anything else; other alphabets in a domain are written in their xn-- form.
    init?(_ text: String) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard text.utf8.count <= 254, parts.count == 2, (1...64).contains(parts[0].utf8.count),
            parts[0].utf8.allSatisfy(Self.isLocalByte), Self.isDomain(parts[1])
        else { return nil }
        self.text = text
    }

    /// What stands behind the @.
    var domain: String { text.split(separator: "@").last.map(String.init) ?? "" }

    private static func isLocalByte(_ byte: UInt8) -> Bool {
        isLetterOrDigit(byte) || "!#$%&'*+-/=?^_`{|}~.".utf8.contains(byte)
    }

    private static func isDomain(_ text: Substring) -> Bool {
        !text.isEmpty && !text.hasPrefix(".") && !text.hasSuffix(".") && !text.hasPrefix("-")
            && text.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }
}
