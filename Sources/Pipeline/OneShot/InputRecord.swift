import Extraction
import NewsModel
import StrictJSON

/// One line of NDJSON input, checked: {"id", "title"?, "body"?, "body_format"?, "language"?, "url"?, "source"?, "published_at"?}.
struct InputRecord {
    /// An id that is a number, to be given back as it came; nil where the id is a text or absent.
    let idJSON: [UInt8]?
    let article: Article

    /// What is wrong with a line, and its id where that could be read.
    struct Problem: Error {
        let idJSON: [UInt8]?
        let message: String
    }

    /// Reads a line. Unknown keys are ignored; a key that stands twice counts as it stands last.
    init(line: [UInt8], in range: Range<Int>? = nil, number: Int, now: Timestamp) throws(Problem) {
        let wire = try InputLine(line, in: range ?? line.indices)
        func problem(_ message: String) -> Problem { wire.id.problem(message) }
        guard wire.title != nil || wire.body != nil else { throw problem("holds neither \"title\" nor \"body\"") }
        guard ["text", "html", nil].contains(wire.bodyFormat) else {
            throw problem("\"body_format\" must be \"text\" or \"html\"")
        }
        guard ["ko", "en", nil].contains(wire.language) else { throw problem("\"language\" must be \"ko\" or \"en\"") }
        let published = wire.publishedAt.map(Timestamp.init(iso8601:))
        if let published, published == nil {
            throw problem("\"published_at\" must be an ISO 8601 date such as 2026-11-25T01:18:50Z")
        }
        let isHTML = wire.bodyFormat == "html"
        let title = wire.title ?? ""
        let body = isHTML ? HTMLText.plainText(fragment: wire.body ?? "") : wire.body ?? ""
        idJSON = wire.id.numberJSON
        article = Article(
            id: wire.id.text ?? "line \(number)", source: wire.source, url: wire.url, title: title, body: body,
            bodyIsExtracted: isHTML,
            language: wire.language.flatMap(Language.init(rawValue:)) ?? LanguageDetector.language(of: title, body),
            publishedAt: published ?? nil, seenAt: now)
    }
}

/// The line as JSON has it.
private struct InputLine {
    let id: InputID
    let title: String?
    let body: String?
    let bodyFormat: String?
    let language: String?
    let url: String?
    let source: String?
    let publishedAt: String?

    private static let names = ["id", "title", "body", "body_format", "language", "url", "source", "published_at"]
    private static let members = JSONMembers(names)

    init(_ bytes: [UInt8], in range: Range<Int>) throws(InputRecord.Problem) {
        guard range.count <= LineBlock.longestLine else {
            throw InputRecord.Problem(idJSON: nil, message: "is longer than 64 MiB")
        }
        let read: [JSONElement?]?
        do {
            read = try Self.members.read(bytes, in: range)
        } catch {
            throw InputRecord.Problem(idJSON: nil, message: "is not valid JSON: \(error)")
        }
        guard let elements = read else {
            throw InputRecord.Problem(
                idJSON: nil, message: "must be a JSON object, such as {\"id\": \"1\", \"title\": \"...\"}")
        }
        let id = try InputID(elements[0], bytes)
        self.id = id
        func text(_ index: Int) throws(InputRecord.Problem) -> String? {
            guard let element = elements[index], element.kind != .null else { return nil }
            guard let text = element.string(in: bytes) else {
                throw id.problem("\"\(Self.names[index])\" must be a text")
            }
            return text
        }
        title = try text(1)
        body = try text(2)
        bodyFormat = try text(3)
        language = try text(4)
        url = try text(5)
        source = try text(6)
        publishedAt = try text(7)
    }
}

/// The id of a line: a text, a whole number of any length, or none.
struct InputID {
    let text: String?
    /// The number as it is written; nil for a text.
    let numberJSON: [UInt8]?

    init(_ element: JSONElement?, _ bytes: [UInt8]) throws(InputRecord.Problem) {
        switch element?.kind {
        case nil, .null: (text, numberJSON) = (nil, nil)
        case .string: (text, numberJSON) = (element?.string(in: bytes), nil)
        case .number:
            let digits = bytes[element?.range ?? 0..<0]
            guard digits.allSatisfy({ $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) }) else { fallthrough }
            (text, numberJSON) = (String(decoding: digits, as: UTF8.self), Array(digits))
        default:
            throw InputRecord.Problem(idJSON: nil, message: "\"id\" must be a text or a whole number")
        }
    }

    /// A problem of the line that has this id.
    func problem(_ message: String) -> InputRecord.Problem {
        if numberJSON != nil || text == nil { return InputRecord.Problem(idJSON: numberJSON, message: message) }
        var json = JSONWriter()
        json.string(text)
        return InputRecord.Problem(idJSON: json.bytes, message: message)
    }
}
