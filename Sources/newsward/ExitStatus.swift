import ArgumentParser
import Foundation

/// The exit codes of the contract.
enum ExitStatus: Int32 {
    case done = 0
    /// Done, with findings: `score --fail-on`, `replay --expect`, `doctor`.
    case findings = 1
    case usage = 2
    /// Configuration, alerts or lexicon.
    case configuration = 3
    /// Input could not be read or parsed.
    case input = 4
    case network = 5
    case storage = 6
    /// Another process holds the data folder.
    case temporary = 75
}

/// Ends a command: what to tell the person, and the exit code.
struct CommandFailure: Error {
    let status: ExitStatus
    /// Empty where the output has said it already.
    let message: String

    init(_ status: ExitStatus, _ message: String = "") {
        self.status = status
        self.message = message
    }
}
