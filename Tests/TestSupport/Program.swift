import Foundation

/// The built `newsward`, run as a user runs it.
public struct Program: Sendable {
    /// What a finished run left.
    public struct Outcome: Sendable {
        public let status: Int32
        public let output: String
        public let errors: String
    }

    private let folder: TemporaryFolder

    /// - Parameter folder: where the program runs, and where its output is kept.
    public init(in folder: TemporaryFolder) {
        self.folder = folder
    }

    /// The path of the binary that was built with the tests, beside the test runner; `NEWSWARD_BINARY` names another.
    public static var path: String {
        if let named = ProcessInfo.processInfo.environment["NEWSWARD_BINARY"] { return named }
        let runner = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(fileURLWithPath: runner).deletingLastPathComponent().appendingPathComponent("newsward").path
    }

    /// Runs the program to its end.
    public func run(_ arguments: [String], input: String = "", environment: [String: String] = [:]) async throws
        -> Outcome
    {
        let running = try start(arguments, input: input, environment: environment)
        return await running.outcome()
    }

    /// Starts the program and goes on.
    public func start(
        _ arguments: [String], input: String = "", environment: [String: String] = [:]
    ) throws -> RunningProgram {
        try RunningProgram(arguments, folder: folder.path, input: input, environment: environment)
    }
}

/// A run of the program that has not been waited for yet.
public final class RunningProgram: Sendable {
    public let processID: Int32
    private let outputPath: String
    private let errorPath: String
    private let ended: Task<Int32, Never>

    init(_ arguments: [String], folder: String, input: String, environment: [String: String]) throws {
        let name = UUID().uuidString
        outputPath = "\(folder)/\(name).out"
        errorPath = "\(folder)/\(name).err"
        let inputPath = "\(folder)/\(name).in"
        try Data(input.utf8).write(to: URL(fileURLWithPath: inputPath))
        for path in [outputPath, errorPath] { try Data().write(to: URL(fileURLWithPath: path)) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Program.path)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        // Crashes under test must end at once; colours and the user's settings must not reach the output.
        process.environment = ["PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no", "HOME": folder]
            .merging(environment) { $1 }
        process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: inputPath))
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: outputPath))
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errorPath))
        let (endings, ending) = AsyncStream.makeStream(of: Int32.self)
        process.terminationHandler = { process in
            ending.yield(process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus)
            ending.finish()
        }
        try process.run()
        processID = process.processIdentifier
        ended = Task {
            for await status in endings { return status }
            return -1
        }
    }

    /// Sends a signal to the process, which this object started.
    public func signal(_ number: Int32) {
        kill(processID, number)
    }

    /// Waits for the end. A status below 0 is a signal's number. A test that is out of time ends the process: a run that never
    /// ends must fail its own test, not hold up all.
    public func outcome() async -> Program.Outcome {
        let status = await withTaskCancellationHandler {
            await ended.value
        } onCancel: {
            signal(SIGKILL)
        }
        return Program.Outcome(status: status, output: text(outputPath), errors: text(errorPath))
    }

    /// What it has written to standard output so far.
    public var output: String { text(outputPath) }

    /// What it has written to standard error so far.
    public var errors: String { text(errorPath) }

    private func text(_ path: String) -> String {
        String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    }
}
