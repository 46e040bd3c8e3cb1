import Foundation

/// The reader of standard output has closed it.
struct ClosedOutput: Error {}

/// Data goes to standard output, everything else to standard error.
enum Console {
    static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Writes bytes to standard output. Throws `ClosedOutput` where the reader has gone.
    static func write(_ bytes: [UInt8]) throws {
        do {
            try FileHandle.standardOutput.write(contentsOf: Data(bytes))
        } catch {
            let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError ?? error as NSError
            if cause.code == EPIPE { throw ClosedOutput() }
            // A full disk must not pass for a reader that has had enough.
            throw CommandFailure(.storage, "the output cannot be written: \(cause.localizedDescription)")
        }
    }

    /// Writes a line to standard output.
    static func line(_ text: String) throws {
        try write(Array((text + "\n").utf8))
    }

    /// Writes lines to standard error, as `newsward: ...` where the text does not say itself where it comes from.
    static func complain(_ text: String) {
        let head = text.hasPrefix("Error:") || text.contains("\nUsage:") || text.hasPrefix("Usage:") ? "" : "newsward: "
        FileHandle.standardError.write(Data((head + text + "\n").utf8))
    }

    /// Writes a note for the person to standard error.
    static func note(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }

    /// Replaces the progress line; on a terminal only.
    static func progress(_ text: String) {
        guard errorIsTerminal else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8))
    }
}
