/// What a service counts when it limits a text.
enum TextUnit: Sendable {
    /// UTF-16 code units: what services written in JavaScript, Java or C# call characters.
    case utf16
    /// Unicode code points.
    case codePoints
    /// Bytes of UTF-8.
    case bytes

    /// What one scalar takes up.
    func cost(_ scalar: Unicode.Scalar) -> Int {
        switch self {
        case .utf16: scalar.value > 0xFFFF ? 2 : 1
        case .codePoints: 1
        case .bytes: UTF8.width(scalar)
        }
    }

    func length(_ text: String) -> Int {
        switch self {
        case .utf16: text.utf16.count
        case .codePoints: text.unicodeScalars.count
        case .bytes: text.utf8.count
        }
    }
}
