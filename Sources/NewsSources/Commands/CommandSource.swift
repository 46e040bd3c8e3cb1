public import FeedParsing
import Fetching
import Foundation
public import NewsModel

/// A command whose standard output is a feed, in any format that a feed can have.
public struct CommandSource: NewsSource {
    let command: SourceCommand
    let name: String
    let folder: String
    let options: FeedParserOptions
    /// Commands that run at once; the others wait.
    private static let places = CommandPlaces(8)

    /// - Parameters:
    ///   - name: the feed's URL, for the record of where its entries are from.
    ///   - folder: where the command runs.
    public init(command: SourceCommand, name: String, folder: String, options: FeedParserOptions) {
        self.command = command
        self.name = name
        self.folder = folder
        self.options = options
    }

    /// The cursor is a hash of the output, so that an output that stays the same is not read again.
    public func look(cursor: String?) async throws(SourceFailure) -> SourceAnswer {
        await Self.places.take()
        let run = await ChildProcess.run(
            command.arguments, folder: folder, environment: Self.environment, timeoutSeconds: command.timeoutSeconds,
            maximumBytes: command.maximumBytes)
        await Self.places.giveBack()
        if let failure = failure(of: run) { throw failure }
        let hash = Self.hash(run.output)
        if hash == cursor { return .unchanged }
        do {
            let feed = try FeedParser(options: options).parse(run.output, contentType: nil, baseURL: nil)
            let document = FetchedDocument(
                requestedURL: name, url: name, status: 200, body: run.output, elapsedMilliseconds: run.milliseconds)
            return .news(SourceLook(document: document, feed: feed, cursor: hash))
        } catch {
            throw SourceFailure(.command, "the command's output is no feed: \(error.description)")
        }
    }

    private func failure(of run: CommandRun) -> SourceFailure? {
        let said = run.lastWords.isEmpty ? "" : ": \(run.lastWords)"
        return switch run.ending {
        case .exited(0): nil
        case .exited(let status): .init(.command, "the command ended with status \(status)\(said)")
        case .signalled(let signal): .init(.command, "the command was ended by signal \(signal)\(said)")
        case .overTime:
            .init(.command, "the command was ended after \(command.timeoutSeconds) s, its time limit\(said)")
        case .overLimit: .init(.command, "the command wrote more than \(command.maximumBytes) bytes and was ended")
        case .cancelled: .init(.command, "the command was ended because the program ends")
        case .notStarted(let reason):
            .init(.command, "the command \(command.arguments.first ?? "") cannot start: \(reason)")
        }
    }

    /// What a command sees of our environment: enough to run, and none of the keys that may stand in it.
    private static var environment: [String: String] {
        ProcessInfo.processInfo.environment.filter { name, _ in
            ["PATH", "HOME", "USER", "LOGNAME", "LANG", "TZ", "TMPDIR"].contains(name) || name.hasPrefix("LC_")
        }
    }

    /// FNV-1a over 64 bits and the length: tells whether an output is that of last time.
    private static func hash(_ bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return "\(String(hash, radix: 16))-\(bytes.count)"
    }
}

/// A number of places, taken and given back in turn.
actor CommandPlaces {
    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(_ count: Int) {
        free = count
    }

    func take() async {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    func giveBack() {
        if waiting.isEmpty {
            free += 1
        } else {
            waiting.removeFirst().resume()
        }
    }
}
