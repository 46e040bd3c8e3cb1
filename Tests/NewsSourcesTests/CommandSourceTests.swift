import FeedParsing
import Fetching
import Foundation
import Glibc
import NewsModel
import NewsSources
import TestSupport
import Testing

@Suite("exec: a command's output is the feed", .timeLimit(.minutes(1)))
struct CommandSourceTests {
    private static let rss =
        "<rss version=\"2.0\"><channel><title>T</title><item><title>One</title><link>http://n.invalid/1</link></item></channel></rss>"

    /// A source that runs `sh -c SCRIPT`; the shell is the test's own program, not the source's.
    private func source(
        _ script: String, arguments: [String] = [], folder: String = "/tmp", timeout: Int = 20, limit: Int = 1 << 20
    ) -> CommandSource {
        source(["/bin/sh", "-c", script, "sh"] + arguments, folder: folder, timeout: timeout, limit: limit)
    }

    private func source(_ arguments: [String], folder: String = "/tmp", timeout: Int = 20, limit: Int = 1 << 20)
        -> CommandSource
    {
        CommandSource(
            command: SourceCommand(arguments: arguments, timeoutSeconds: timeout, maximumBytes: limit),
            name: "exec:test",
            folder: folder, options: FeedParserOptions(markup: .plainText))
    }

    @Test("the output is read as a feed, once for the same bytes; arguments arrive as they are, no shell between")
    func reads() async throws {
        let odd = "a b; $(touch /tmp/never) 'q' \"가\""
        let source = source("printf '%s' \"$1\"", arguments: [Self.rss.replacingOccurrences(of: "One", with: odd)])
        let look = try #require(try await source.look(cursor: nil).look)
        #expect(look.feed.entries.map(\.title) == [odd])
        #expect(look.document.url == "exec:test" && look.document.body.count > 100)
        #expect(try await source.look(cursor: look.cursor).look == nil)
    }

    @Test("the command runs in its folder, without our keys, with no descriptor but the three")
    func surroundings() async throws {
        unsafe setenv("NEWSWARD_TEST_KEY", "hidden", 1)
        // A descriptor that every child would inherit.
        let ours = unsafe open("/dev/null", O_RDONLY)
        #expect(ours > 2)
        defer { close(ours) }
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let script = """
            cat; [ -e /proc/$$/fd/$1 ] && open=yes
            echo "<rss version='2.0'><channel><item><title>$(pwd -P)|$NEWSWARD_TEST_KEY|$open</title></item></channel></rss>"
            """
        let look = try #require(
            try await source(script, arguments: ["\(ours)"], folder: folder.path).look(cursor: nil).look)
        let parts = try #require(look.feed.entries.first).title.split(separator: "|", omittingEmptySubsequences: false)
        #expect(parts[0] == URL(fileURLWithPath: folder.path).resolvingSymlinksInPath().path)
        #expect(parts[1].isEmpty)
        #expect(parts[2].isEmpty, "descriptor \(ours) is ours")
    }

    @Test("a status, a signal and a missing program are failures that say why")
    func failures() async throws {
        #expect(
            await failure(of: source("echo one >&2; echo 'no news today' >&2; exit 3"))?.message
                == "the command ended with status 3: no news today")
        #expect(await failure(of: source("kill -9 $$"))?.message == "the command was ended by signal 9")
        #expect(
            await failure(of: source(["/no/such/program"]))?.message
                == "the command /no/such/program cannot start: No such file or directory")
        #expect(
            await failure(of: source("true", folder: "/no/such/folder"))?.message
                == "the command /bin/sh cannot start: No such file or directory")
        #expect(
            await failure(of: source("echo hello"))?.message
                == "the command's output is no feed: this is no feed: neither XML nor JSON")
        #expect(await failure(of: source("exit 0"))?.message == "the command's output is no feed: the answer is empty")
    }

    @Test("SIGTERM reaches a command that is over its time, and all that it started")
    func overTime() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let script =
            "trap 'echo stopped > \(folder.path)/trap; exit 1' TERM; sleep 600 & echo $! > \(folder.path)/child; wait"
        #expect(
            await failure(of: source(script, timeout: 1))?.message
                == "the command was ended after 1 s, its time limit")
        #expect(FileManager.default.fileExists(atPath: folder.path + "/trap"), "the signal was not blocked")
        let child = try String(contentsOfFile: folder.path + "/child", encoding: .utf8)
        let pid = try #require(Int32(child.trimmingCharacters(in: .whitespacesAndNewlines)))
        // Gone, or waiting to be reaped by init: no sleep goes on.
        let state = (try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)) ?? "x (x) Z"
        #expect(state.contains(") Z") || state.contains(") X"), "\(state)")
    }

    @Test("an endless output is stopped at its limit")
    func overLimit() async {
        #expect(
            await failure(of: source("yes", limit: 100_000))?.message
                == "the command wrote more than 100000 bytes and was ended")
    }

    @Test("cancelling the task ends the command at once")
    func cancelled() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let pipe = folder.path + "/pipe"
        let made = unsafe mkfifo(pipe, 0o600)
        #expect(made == 0)
        // The command says through the pipe that it runs; opening it for reading waits for that.
        let source = source("echo up > \(pipe); sleep 600")
        let run = Task { await failure(of: source) }
        // A thread of its own waits: one of the task pool would keep the command from being started.
        await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                _ = try? FileHandle(forReadingFrom: URL(fileURLWithPath: pipe)).readToEnd()
                continuation.resume()
            }
        }
        run.cancel()
        #expect(await run.value?.message == "the command was ended because the program ends")
    }
}
