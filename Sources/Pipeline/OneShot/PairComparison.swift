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
            json.object { json in
                json.name("id")
                json.string(object?["id"] as? String)
                json.name("error")
                json.object { json in
                    json.name("line")
                    json.integer(number)
                    json.name("message")
                    json.string("must be a JSON object with the texts \"a\" and \"b\"")
                }
            }
            return ScoredLine(bytes: json.bytes, severity: 0, isProblem: true)
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
