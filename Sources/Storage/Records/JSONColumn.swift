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

    static func value<Value: Decodable>(_ type: Value.Type, from text: String) throws -> Value {
        let decoder = JSONDecoder()
        decoder.nonConformingFloatDecodingStrategy = .convertFromString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        return try decoder.decode(type, from: Data(text.utf8))
    }

    /// A list of texts. Lists are most of what is stored as JSON, so they go through no encoder.
    static func text(ofList list: [String]) -> String {
        var json = JSONWriter()
        json.array(list) { json, item in json.string(item) }
        return json.text
    }

    static func list(from text: String) throws -> [String] {
        // Most lists are empty or hold one plain text, which is read without a decoder.
        if text == "[]" { return [] }
        let inner = text.utf8.dropFirst(2).dropLast(2)
        guard text.hasPrefix("[\""), text.hasSuffix("\"]"), !inner.contains(where: { $0 == 0x22 || $0 == 0x5C }) else {
            return try value([String].self, from: text)
        }
        return [String(Substring(inner))]
    }
}
