import Foundation
import NewsModel

/// A mail with plain text and HTML beside it (RFC 5322, MIME: RFC 2045-2047). Every part is ASCII, so no text can end a
/// header or a part early.
struct MailMessage {
    let from: MailAddress
    let recipients: [MailAddress]
    let subject: String
    /// The left part of the Message-ID: the same at every try, so that a repeat can be told.
    let id: String
    /// The alert that the mail belongs to: its revisions make one thread.
    let thread: String?
    let date: Timestamp
    let text: String
    let html: String

    var bytes: [UInt8] {
        let boundary = "=_\(id)"
        var lines = [
            "Date: \(Self.date(date))",
            "From: Newsward <\(from.text)>",
            "To: \(recipients.map(\.text).joined(separator: ",\r\n "))",
            "Subject: \(Self.encodedWords(subject))",
            "Message-ID: <\(id)@\(from.domain)>",
        ]
        if let thread { lines.append("References: <\(thread)@\(from.domain)>") }
        lines += [
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
            "Content-Type: multipart/alternative; boundary=\"\(boundary)\"",
            "",
        ]
        lines += part(text, type: "text/plain", boundary) + part(html, type: "text/html", boundary)
        lines += ["--\(boundary)--", ""]
        return Array(lines.joined(separator: "\r\n").utf8)
    }

    private func part(_ content: String, type: String, _ boundary: String) -> [String] {
        let base64 = Data(content.utf8).base64EncodedString()
        return [
            "--\(boundary)", "Content-Type: \(type); charset=utf-8", "Content-Transfer-Encoding: base64", "",
        ] + Self.pieces(base64, of: 76)
    }

    /// Encoded words of RFC 2047: base64 of whole characters, one a line; 76 bytes of a line fit behind "Subject: ".
    static func encodedWords(_ text: String) -> String {
        if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }), text.utf8.count <= 60, !text.contains("=?") {
            return text
        }
        var words: [String] = []
        var word: [UInt8] = []
        func end() {
            if !word.isEmpty { words.append("=?UTF-8?B?\(Data(word).base64EncodedString())?=") }
            word = []
        }
        for character in text {
            let bytes = Array(character.utf8)
            if word.count + bytes.count > encodedBytes { end() }
            // One character may be any number of joined marks: then scalars are kept whole.
            guard bytes.count > encodedBytes else {
                word += bytes
                continue
            }
            for scalar in character.unicodeScalars {
                if word.count + UTF8.width(scalar) > encodedBytes { end() }
                word += Array(String(scalar).utf8)
            }
        }
        end()
        return words.joined(separator: "\r\n ")
    }

    /// 52 bytes of base64, with 12 around them.
    private static let encodedBytes = 39

    private static func pieces(_ text: String, of length: Int) -> [String] {
        let bytes = Array(text.utf8)
        return stride(from: 0, to: bytes.count, by: length).map {
            String(decoding: bytes[$0..<min(bytes.count, $0 + length)], as: UTF8.self)
        }
    }

    /// `Wed, 25 Nov 2026 03:00:00 +0000`.
    static func date(_ moment: Timestamp) -> String {
        let date = CalendarDate(utc: moment)
        let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let day = Int(moment.seconds.quotientAndRemainder(dividingBy: 86_400).quotient) % 7
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return "\(days[(day + 7) % 7]), \(date.day) \(months[date.month - 1]) \(date.year) "
            + "\(two(date.hour)):\(two(date.minute)):\(two(date.second)) +0000"
    }
}
