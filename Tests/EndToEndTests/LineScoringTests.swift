import Foundation
import TestSupport
import Testing

@Suite("newsward score over NDJSON: streams, pipes, interrupted runs", .timeLimit(.minutes(3)))
struct LineScoringTests {
    private let arguments = ["score", "--input", "ndjson", "--now", "2026-11-25T00:00:00Z"]

    private func input(_ count: Int) -> String {
        (1...count).map { "{\"id\":\($0),\"title\":\"LG전자 \($0)분기 영업이익 \($0)% 증가\"}\n" }.joined()
    }

    @Test("--fields gives the id and what was named, as the whole record has it")
    func fields() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let whole = try await Program(in: folder).run(arguments, input: input(3)).output
        let part = try await Program(in: folder).run(arguments + ["--fields", "sentiment,events,id"], input: input(3))
            .output
        for (line, full) in zip(part.split(separator: "\n"), whole.split(separator: "\n")) {
            let few = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: NSObject])
            let all = try #require(try JSONSerialization.jsonObject(with: Data(full.utf8)) as? [String: NSObject])
            #expect(few == all.filter { ["id", "sentiment", "events"].contains($0.key) })
            #expect((all["companies"] as? [Any])?.count == 1 && (all["evidence"] as? [Any])?.isEmpty == false)
        }
        #expect(part.split(separator: "\n").count == 3)
    }

    @Test("a byte order mark before the first line is skipped, elsewhere it is refused; a last line needs no end")
    func byteOrderMark() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let outcome = try await Program(in: folder).run(
            arguments + ["--fields", "language"],
            input: "\u{FEFF}{\"id\":1,\"title\":\"Tesla sued\"}\r\n\u{FEFF}{}\n{\"id\":3,\"body\":\"주가 상승\"}")
        #expect(outcome.status == 4)
        #expect(
            outcome.output == """
                {"id":1,"language":"en"}
                {"id":null,"error":{"line":2,"message":"is not valid JSON: no value begins like this (byte 1)"}}
                {"id":3,"language":"ko"}

                """)
    }

    @Test("an interrupted run is continued: cut line mended, the same bytes as one run, the exit code of the whole")
    func resume() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let lines = "not json\n" + input(900)
        let whole = Data(try await Program(in: folder).run(arguments, input: lines).output.utf8)
        let file = URL(fileURLWithPath: folder.path + "/out.ndjson")
        for (size, note) in [
            (0, ""), (whole.count / 2, "resuming out.ndjson: "),
            (whole.count - 1, "resuming out.ndjson: 900 records are there; "),
            (whole.count, "resuming out.ndjson: 901 records are there\n"),
            (40, "resuming out.ndjson: 0 records are there; 40 bytes of a line"),
        ] {
            try whole.prefix(size).write(to: file)
            let outcome = try await Program(in: folder).run(arguments + ["--resume", "out.ndjson"], input: lines)
            #expect(outcome.status == 4 && outcome.output.isEmpty)
            #expect(outcome.errors.hasPrefix(note), "\(outcome.errors)")
            #expect(try Data(contentsOf: file) == whole)
        }
        try FileManager.default.removeItem(at: file)
        #expect(try await Program(in: folder).run(arguments + ["--resume", "out.ndjson"], input: lines).errors.isEmpty)
        #expect(try Data(contentsOf: file) == whole)
    }

    @Test("a file of other records is not touched, and the message says why")
    func otherRecords() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let file = URL(fileURLWithPath: folder.path + "/out.ndjson")
        for (records, message) in [
            (
                "{\"id\":2}\n",
                "newsward: out.ndjson: line 1 has the id 2, the input's line 1; it does not belong to this input"
            ),
            ("{\"id\":1}\n{\"id\":2}\n", "newsward: out.ndjson holds more records than the input has lines"),
        ] {
            try Data(records.utf8).write(to: file)
            let outcome = try await Program(in: folder).run(arguments + ["--resume", "out.ndjson"], input: input(1))
            #expect(outcome.status == 4)
            #expect(outcome.errors.hasPrefix(message), "\(outcome.errors)")
            #expect(try String(contentsOf: file, encoding: .utf8) == records)
        }
    }

    /// Runs the program with its output going to `output`, which the caller has opened.
    private func start(_ input: Any, output: Any, errors: Pipe) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Program.path)
        process.arguments = arguments + ["--fields", "language", "--jobs", "2"]
        process.environment = ["PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no"]
        process.standardInput = input
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        return process
    }

    private func file(_ text: String, in folder: TemporaryFolder) throws -> FileHandle {
        let url = URL(fileURLWithPath: folder.path + "/in.ndjson")
        try Data(text.utf8).write(to: url)
        return try FileHandle(forReadingFrom: url)
    }

    @Test("a reader that closes the pipe ends the program silently")
    func closedPipe() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let output = Pipe()
        let errors = Pipe()
        try output.fileHandleForReading.close()
        let process = try start(file(input(2000), in: folder), output: output, errors: errors)
        process.waitUntilExit()
        #expect(process.terminationReason == .exit && process.terminationStatus == 0)
        try errors.fileHandleForWriting.close()
        #expect(try errors.fileHandleForReading.readToEnd() ?? Data() == Data())
    }

    @Test("an output that cannot take more is an error, not a reader that has had enough")
    func fullDisk() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let errors = Pipe()
        let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
        let process = try start(file(input(10), in: folder), output: full, errors: errors)
        process.waitUntilExit()
        #expect(process.terminationStatus == 6)
        try errors.fileHandleForWriting.close()
        let text = String(decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        #expect(text.hasPrefix("newsward: the output cannot be written: "), "\(text)")
    }

    @Test("a line is answered as it comes, not when the input ends")
    func streams() throws {
        let (source, output, errors) = (Pipe(), Pipe(), Pipe())
        let process = try start(source, output: output, errors: errors)
        for number in 1...3 {
            try source.fileHandleForWriting.write(
                contentsOf: Data("{\"id\":\(number),\"title\":\"Tesla sued\"}\n".utf8))
            let answer = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
            #expect(answer == "{\"id\":\(number),\"language\":\"en\"}\n")
        }
        try source.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}
