import Foundation
import Glibc
import NewsModel
import TestSupport
import Testing

@testable import Alerting

/// Commands as receivers: real processes.
struct ExecReceiverTests {
    /// A command that runs a script. It is read by the shell, because a file that was just written cannot always be
    /// started: a process that was made in between still holds it open.
    private func script(_ text: String, in folder: TemporaryFolder) throws -> [String] {
        let path = folder.path + "/command"
        try Data("\(text)\n".utf8).write(to: URL(fileURLWithPath: path))
        return ["/bin/sh", path]
    }

    private func deliver(
        _ command: [String], body: [UInt8] = Array("{}".utf8), limit: Int = 30
    ) async -> DeliveryResult {
        await ExecReceiver(name: "page", command: command, timeLimitSeconds: limit)
            .deliver(delivery("msg_7", to: "page", body: body), now: noon)
    }

    @Test func theMessageIsOnStandardInput() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let command = try script(
            "cat > \(folder.path)/got; echo \"thanks $NEWSWARD_DELIVERY $NEWSWARD_RECEIVER\"", in: folder)
        let receiver = ExecReceiver(name: "page", command: command, timeLimitSeconds: 30)
        let body = receiver.render(EveryReceiver.hostileAlerts(20), context: context()).body
        #expect(body.count > 65_536, "more than a pipe holds")
        #expect(
            await deliver(command, body: body) == .delivered(status: nil, detail: "exit status 0: thanks msg_7 page"))
        #expect(FileManager.default.contents(atPath: folder.path + "/got").map { Array($0) } == body)
    }

    /// Arguments are given as they are: no shell looks at them.
    @Test func noShell() async throws {
        let result = await deliver(["/bin/echo", "$(id) `id` ; rm *", "{\"a\"}"])
        #expect(result == .delivered(status: nil, detail: "exit status 0: $(id) `id` ; rm * {\"a\"}"))
    }

    @Test func aCommandThatDoesNotReadIsNoTrouble() async throws {
        let body = [UInt8](repeating: 0x61, count: 1 << 20)
        #expect(await deliver(["/bin/true"], body: body) == .delivered(status: nil, detail: "exit status 0"))
    }

    @Test(arguments: [(1, false), (75, true), (127, false)])
    func otherStatusesAreTriedAgain(status: Int, throttled: Bool) async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let command = try script("echo oops >&2; exit \(status)", in: folder)
        #expect(
            await deliver(command)
                == .retry(after: nil, throttled: throttled, status: nil, detail: "exit status \(status): oops"))
    }

    @Test func signalsAndMissingProgramsAreFailures() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let command = try script("kill -9 $$", in: folder)
        #expect(
            await deliver(command) == .retry(after: nil, throttled: false, status: nil, detail: "ended by signal 9"))
        #expect(
            await deliver(["/nowhere/at/all"])
                == .retry(
                    after: nil, throttled: false, status: nil,
                    detail: "the command cannot be started: No such file or directory"))
    }

    /// The command and what it started are gone after the time limit.
    @Test func theTimeLimitEndsTheWholeGroup() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let command = try script("sleep 1000 & echo $! > \(folder.path)/child; wait", in: folder)
        let result = await deliver(command, limit: 1)
        #expect(
            result == .retry(after: nil, throttled: false, status: nil, detail: "did not end within 1 s and was killed")
        )
        let text = String(
            decoding: FileManager.default.contents(atPath: folder.path + "/child") ?? Data(), as: UTF8.self)
        let child = try #require(Int32(text.trimmingCharacters(in: .whitespacesAndNewlines)))
        // A killed process may stay as a zombie until its new parent looks.
        let state = (try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8)) ?? ""
        #expect(state.isEmpty || state.contains(") Z"), "\(state)")
    }

    /// A process that the command leaves behind, with the output still open, does not hold the delivery up.
    @Test func whatTheCommandLeavesBehindIsNotWaitedFor() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let command = try script("sleep 30 & echo $!", in: folder)
        guard case .delivered(nil, let detail, _) = await deliver(command) else {
            Issue.record("it waited")
            return
        }
        let child = try #require(Int32(detail.split(separator: " ").last ?? ""))
        kill(child, SIGKILL)
    }

    /// Signals that this process blocks or ignores are as usual for the command.
    @Test func signalsAreTheDefaultOnes() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let command = try script("grep -E 'Sig(Blk|Ign)' /proc/self/status | tr -d '\\t\\n'", in: folder)
        let before = signal(SIGPIPE, SIG_IGN)
        defer { signal(SIGPIPE, before) }
        guard case .delivered(nil, let detail, _) = await deliver(command) else {
            Issue.record("grep failed")
            return
        }
        #expect(detail.hasPrefix("exit status 0: SigBlk:0000000000000000SigIgn:"))
        // 32 and 33 belong to the C library.
        let ignored = try #require(UInt64(detail.suffix(16), radix: 16))
        #expect(ignored & ~(3 << 31) == 0, "\(detail)")
    }

    @Test func theEnvironmentHoldsNoSecrets() async throws {
        unsafe setenv("NEWSWARD_TEST_CANARY", "CANARY", 1)
        defer { unsafe unsetenv("NEWSWARD_TEST_CANARY") }
        guard case .delivered(_, let detail, _) = await deliver(["/usr/bin/env"]) else {
            Issue.record("env failed")
            return
        }
        #expect(!detail.contains("CANARY"))
        #expect(detail.contains("PATH=/usr/local/bin:/usr/bin:/bin"))
    }

    @Test func settings() throws {
        func problems(_ text: String) throws -> [String] {
            try alertProblems([
                "receivers.yaml": "receivers:\n  - {name: terminal, type: stdout}\n  - {name: e, type: exec\(text)}"
            ]).map { $0.replacing("receivers.yaml:3: receivers[2]", with: "") }
        }
        #expect(try problems(", command: [/bin/cat, -u]") == [])
        #expect(try problems("") == [": missing key \"command\""])
        #expect(
            try problems(", command: [cat]")
                == [".command: begins with a program's whole path, such as /usr/local/bin/page-me"])
        #expect(
            try problems(", command: [/nowhere/x], timeout: 5m") == [
                ".timeout: must be a duration from 1s to 50s, not 5m",
                ".command: /nowhere/x is no program that can be started",
            ])
    }
}
