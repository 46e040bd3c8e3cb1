import NewsModel
import Testing

@testable import Pipeline

@Suite("Blocks of lines")
struct LineBlockTests {
    private func block(_ text: String, _ number: Int = 1) -> LineBlock {
        LineBlock(bytes: Array(text.utf8), firstNumber: number)
    }

    @Test(
        "lines end with a line feed or with the block; a carriage return before it is no text",
        arguments: [
            ("", [String]()), ("a", ["a"]), ("a\n", ["a"]), ("a\nb", ["a", "b"]), ("\n\na\r\n", ["", "", "a"]),
            ("a\n\n", ["a", ""]),
        ])
    func lines(text: String, lines: [String]) {
        #expect(block(text).texts == lines)
        #expect(block(text).lineCount == lines.count)
    }

    @Test("a block is cut between lines, and the numbers go on")
    func split() {
        let (first, rest) = block("a\nb\nc", 7).split(after: 2)
        #expect(first.texts == ["a", "b"] && first.firstNumber == 7)
        #expect(rest?.texts == ["c"] && rest?.firstNumber == 9)
        #expect(block("a\nb").split(after: 2).rest == nil)
    }
}

@Suite("Records of an interrupted run")
struct FinishedRecordsTests {
    private func take(_ records: String, _ input: String) throws(InputFailure) -> FinishedRecords {
        var finished = FinishedRecords(lexicon: "sha256:ab")
        try finished.take(
            LineBlock(bytes: Array(records.utf8), firstNumber: 1),
            of: LineBlock(bytes: Array(input.utf8), firstNumber: 1))
        return finished
    }

    @Test("counts records, finds the gravest and whether one tells of a problem")
    func counts() throws {
        let finished = try take(
            """
            {"id":"a","severity":40,"lexicon":"sha256:ab"}
            {"id":7,"severity":12}
            {"id":"line 3"}
            {"id":null,"error":{"line":4,"message":"is not valid JSON"}}
            {"id":"e","error":{"line":5,"message":"\\"title\\" must be a text"}}
            """, "{\"id\":\"\\u0061\"}\n{\"id\":7}\n{\"title\":\"\"}\nnot json\n{\"id\":\"e\",\"title\":1}\n")
        #expect(finished.count == 5 && finished.severity == 40 && finished.hasProblem)
    }

    @Test(
        "refuses records of other input, other lexicons, and what is no record",
        arguments: [
            (#"{"id":"b"}"#, "line 1 has the id b, the input's line a"),
            (#"{"id":null}"#, "line 1 has the id null, the input's line a"),
            (#"{"id":"a","lexicon":"sha256:cd"}"#, "line 1 was scored with other lexicons (sha256:cd...)"),
            ("[]", "line 1 is no record"), ("\u{0}\u{0}", "line 1 is no record"),
        ])
    func refusals(record: String, reason: String) {
        let failure = #expect(throws: InputFailure.self) { try take(record, #"{"id":"a","title":"T"}"#) }
        #expect(
            failure?.description == reason
                + "; it does not belong to this input. Give the input and options of the run that wrote it, or another file"
        )
    }
}
