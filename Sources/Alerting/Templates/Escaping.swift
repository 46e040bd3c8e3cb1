import Foundation
import Mustache

/// How values are escaped in what a template makes. The receiver chooses; a template cannot.
enum Escaping: String, Sendable, CaseIterable {
    /// Values are cleaned already; plain text has nothing to escape.
    case text = "TEXT"
    /// Slack's mrkdwn.
    case slack = "SLACK"
    /// The HTML that Telegram reads.
    case telegram = "TELEGRAM"
    /// Markdown of any dialect.
    case markdown = "MARKDOWN"
    /// HTML of mail and cards.
    case html = "NEWSWARD_HTML"
    /// The inside of a JSON string.
    case json = "JSON"
    /// A value of `application/x-www-form-urlencoded`.
    case form = "FORM"

    /// One value, escaped.
    func escape(_ text: String) -> String {
        switch self {
        case .text: text
        case .slack: SlackText.escape(text)
        case .telegram: TelegramText.escape(text)
        case .markdown: MarkdownText.escape(text)
        case .html: MarkupText.escape(text)
        case .json: JSONText.escape(text)
        case .form: FormText.escape(text)
        }
    }

    /// Cuts a ready-made text to a length, whole graphemes, never inside an escape, a link or a tag.
    func cut(_ text: String, limit: Int, unit: TextUnit) -> String {
        switch self {
        case .text, .json, .form: CleanText.cut(text, limit: limit, cost: unit.cost)
        case .slack: SlackText.cut(text, limit: limit, unit: unit)
        case .markdown: MarkdownText.cut(text, limit: limit, unit: unit)
        case .telegram, .html: MarkupText.cut(text, limit: limit, unit: unit)
        }
    }

    /// Makes the content types known to swift-mustache, once.
    static let register: Void = {
        for escaping in allCases where escaping != .text {
            MustacheContentTypes.register(EscapingContentType(escaping: escaping), named: escaping.rawValue)
        }
    }()
}

private struct EscapingContentType: MustacheContentType {
    let escaping: Escaping

    func escapeText(_ text: String) -> String { escaping.escape(text) }
}

/// The inside of a JSON string.
enum JSONText {
    static func escape(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": result += "\\r"
            case _ where scalar.value < 0x20: result += "\\u00" + hex(scalar.value)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func hex(_ value: UInt32) -> String {
        let digits = String(value, radix: 16)
        return digits.utf8.count < 2 ? "0" + digits : digits
    }
}

/// A value of `application/x-www-form-urlencoded`.
enum FormText {
    static func escape(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 48...57, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
                bytes.append(byte)
            case 0x20: bytes.append(UInt8(ascii: "+"))
            default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
