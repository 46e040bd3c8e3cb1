/// Finds out which character set bytes are in, and reads them.
///
/// The order: byte order mark, the user's override, UTF-8 where the bytes are valid as such, the server's charset, the
/// document's own declaration, a guess (CP949 where the bytes read as Hangul, else windows-1252). Never fails: what
/// cannot be read becomes U+FFFD and is told in `problems`. Safe to share between threads.
public struct TextDecoder: Sendable {
    /// Where in the document a declaration of its character set may stand.
    public enum Declaration: Sendable {
        /// `<?xml encoding="...">`
        case xml
        /// `<meta charset="...">`, `<meta http-equiv>` or an XML declaration
        case html
        case none
    }

    /// The user's character set, over all but a byte order mark; a name that is not known is told as a problem.
    private let override: String?

    public init(override: String? = nil) {
        self.override = override
    }

    /// Reads bytes as text.
    ///
    /// - Parameter contentType: the Content-Type header as the server sent it; nil where there was none.
    public func decode(_ bytes: [UInt8], contentType: String?, declaration: Declaration) -> DecodedText {
        let decoded = decodeToUTF8(bytes, contentType: contentType, declaration: declaration)
        return DecodedText(
            text: String(decoding: decoded.utf8, as: UTF8.self), encoding: decoded.encoding, problems: decoded.problems)
    }

    /// Reads bytes as UTF-8 bytes: as `decode`, without making a String.
    public func decodeToUTF8(_ bytes: [UInt8], contentType: String?, declaration: Declaration) -> DecodedBytes {
        var choice = CharsetChoice(bytes: bytes)
        choice.choose(override: override, contentType: contentType, declaration: declaration)
        let body = choice.markLength > 0 ? Array(bytes[choice.markLength...]) : bytes
        if choice.isValidUTF8, choice.charset.method == .utf8 {
            return DecodedBytes(
                utf8: body, encoding: choice.charset.name, problems: choice.problems, reason: choice.reason)
        }
        let (utf8, replaced) = ByteDecoding.decode(body, as: choice.charset)
        var problems = choice.problems
        if replaced > 0 {
            problems.append(
                "\(replaced) \(replaced == 1 ? "place" : "places") could not be read as \(choice.charset.name)")
        }
        return DecodedBytes(utf8: utf8, encoding: choice.charset.name, problems: problems, reason: choice.reason)
    }
}
