import Foundation
internal import NewsModel

/// Values that a column holds as JSON.
enum JSONColumn {
    static func text(of value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // A score that is no number must not keep an article out of the store for ever.
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func text(of list: [String]) -> String {
        if list.isEmpty { return "[]" }
        var json = JSONWriter()
        json.array(list) { json, text in json.string(text) }
        return json.text
    }

    static func value<Value: Decodable>(_ type: Value.Type, from text: String) throws -> Value {
        let decoder = JSONDecoder()
        decoder.nonConformingFloatDecodingStrategy = .convertFromString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        return try decoder.decode(type, from: Data(text.utf8))
    }

    static func list(from text: String) throws -> [String] {
        // Most lists are empty or hold plain texts; without an escape in it a list falls apart at its commas.
        if text == "[]" { return [] }
        let bytes = Array(text.utf8)
        guard !bytes.contains(UInt8(ascii: "\\")), bytes.starts(with: Array("[\"".utf8)), bytes.count >= 4 else {
            return try value([String].self, from: text)
        }
        // `["`, values with `","` between them, `"]`: every other piece between two quotes is a value.
        let pieces = bytes.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
        return stride(from: 1, to: pieces.count, by: 2).map { String(decoding: pieces[$0], as: UTF8.self) }
    }
}
