/// What the log of attempts keeps of an answer or an error.
enum AttemptDetail {
    static let maximumBytes = 256

    /// One clean line of at most 256 bytes, whole characters.
    static func clean(_ text: String) -> String {
        CleanText.cut(CleanText.line(text, limit: maximumBytes), limit: maximumBytes) { UTF8.width($0) }
    }
}
