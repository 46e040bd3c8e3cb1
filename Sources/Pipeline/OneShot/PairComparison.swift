import NewsModel
import Stories
import StrictJSON

/// Compares two texts with the measure that joins stories, for `stories compare`.
public enum PairComparison {
    private static let members = JSONMembers(["id", "a", "b"])

    /// Lines of NDJSON {"id", "a", "b"} to {"id", "similarity"}; what is wrong with a line stands in its place.
    public static func compare(_ block: LineBlock) -> ScoredBlock {
        var json = JSONWriter()
        var hasProblem = false
        var number = block.firstNumber
        for line in block.lines {
            do {
                try compare(block.bytes, line, &json)
            } catch {
                error.write(to: &json, line: number)
                hasProblem = true
            }
            json.endLine()
            number += 1
        }
        return ScoredBlock(
            bytes: json.bytes, lineCount: number - block.firstNumber, severity: 0, hasProblem: hasProblem)
    }

    private static func compare(
        _ bytes: [UInt8], _ line: Range<Int>, _ json: inout JSONWriter
    ) throws(InputRecord.Problem) {
        let read: [JSONElement?]?
        do {
            read = try members.read(bytes, in: line)
        } catch {
            throw InputRecord.Problem(idJSON: nil, message: "is not valid JSON: \(error)")
        }
        let id = try InputID(read?[0], bytes)
        guard let left = read?[1]?.string(in: bytes), let right = read?[2]?.string(in: bytes) else {
            throw id.problem("must be a JSON object with the texts \"a\" and \"b\"")
        }
        json.object { json in
            json.name("id")
            if let number = id.numberJSON { json.verbatim(number) } else { json.string(id.text) }
            json.name("similarity")
            json.number(TextSimilarity.similarity(left, right))
        }
    }
}
