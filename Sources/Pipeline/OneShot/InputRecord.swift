import Extraction
import Foundation
import NewsModel

/// One line of NDJSON input, checked: {"id", "title"?, "body"?, "body_format"?, "language"?, "url"?, "source"?, "published_at"?}.
struct InputRecord {
    /// The id as JSON, to be given back as it came; nil where the line has none.
    let idJSON: [UInt8]?
    let article: Article

    /// What is wrong with a line, and its id where that could be read.
    struct Problem: Error {
        let idJSON: [UInt8]?
        let message: String
    }

    /// Reads a line. Unknown keys are ignored.
    init(line: [UInt8], number: Int, now: Timestamp) throws(Problem) {
        let wire = try InputLine.read(line)
        func problem(_ message: String) -> Problem { Problem(idJSON: wire.id?.json, message: message) }
        idJSON = wire.id?.json
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
        article = Article(
            id: wire.id?.text ?? "line \(number)", source: wire.source, url: wire.url, title: title, body: body,
            bodyIsExtracted: isHTML,
            language: wire.language.flatMap(Language.init(rawValue:))
                ?? LanguageDetector.language(of: title + "\n" + body),
            publishedAt: published ?? nil, seenAt: now)
    }
}

/// The line as JSON has it.
private struct InputLine: Decodable {
    let id: ID?
    let title: String?
    let body: String?
    let bodyFormat: String?
    let language: String?
    let url: String?
    let source: String?
    let publishedAt: String?

    enum CodingKeys: String, CodingKey {
        case id, title, body, language, url, source
        case bodyFormat = "body_format"
        case publishedAt = "published_at"
    }

    /// A text or a whole number.
    enum ID: Decodable {
        case text(String)
        case number(Int)

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let text = try? value.decode(String.self) {
                self = .text(text)
            } else if let number = try? value.decode(Int.self) {
                self = .number(number)
            } else {
                throw DecodingError.typeMismatch(
                    ID.self,
                    .init(codingPath: decoder.codingPath, debugDescription: "neither a text nor a whole number"))
            }
        }

        var text: String {
            switch self {
            case .text(let text): text
            case .number(let number): String(number)
            }
        }

        var json: [UInt8] {
            var json = JSONWriter()
            switch self {
            case .text(let text): json.string(text)
            case .number(let number): json.integer(number)
            }
            return json.bytes
        }
    }

    private struct IDAlone: Decodable {
        let id: ID?
    }

    static func read(_ line: [UInt8]) throws(InputRecord.Problem) -> InputLine {
        let data = Data(line)
        do {
            return try JSONDecoder().decode(InputLine.self, from: data)
        } catch let error as DecodingError {
            let id = (try? JSONDecoder().decode(IDAlone.self, from: data))?.id
            throw InputRecord.Problem(idJSON: id?.json, message: message(for: error))
        } catch {
            throw InputRecord.Problem(idJSON: nil, message: "is not valid JSON")
        }
    }

    private static func message(for error: DecodingError) -> String {
        switch error {
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context):
            guard let key = context.codingPath.first?.stringValue else {
                return "must be a JSON object, such as {\"id\": \"1\", \"title\": \"...\"}"
            }
            return key == "id" ? "\"id\" must be a text or a whole number" : "\"\(key)\" must be a text"
        default: return "is not valid JSON"
        }
    }
}
