import Foundation
import NewsModel
import Stories

/// Compares two texts with the measure that joins stories, for `stories compare`.
public enum PairComparison {
    /// One line of NDJSON {"id", "a", "b"} to {"id", "similarity"}; what is wrong with a line stands in its place.
    public static func line(_ line: [UInt8], number: Int) -> ScoredLine {
        let object = (try? JSONSerialization.jsonObject(with: Data(line))) as? [String: Any]
        var json = JSONWriter()
        guard let object, let left = object["a"] as? String, let right = object["b"] as? String else {
            if let id = object?["id"] as? String { json.string(id) } else { json.null() }
            return .problem(
                idJSON: json.bytes, number: number, message: "must be a JSON object with the texts \"a\" and \"b\"")
        }
        json.object { json in
            json.name("id")
            if let id = object["id"] as? Int { json.integer(id) } else { json.string(object["id"] as? String) }
            json.name("similarity")
            json.number(TextSimilarity.similarity(left, right))
        }
        return ScoredLine(bytes: json.bytes, severity: 0, isProblem: false)
    }
}
