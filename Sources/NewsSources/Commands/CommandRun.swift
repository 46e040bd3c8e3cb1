/// What came of running a command.
struct CommandRun: Sendable {
    enum Ending: Sendable, Equatable {
        case exited(Int32)
        case signalled(Int32)
        case overTime, overLimit, cancelled
        /// The reason, in the system's words.
        case notStarted(String)
    }

    var ending: Ending
    var output: [UInt8] = []
    /// The last bytes of standard error.
    var errors: [UInt8] = []
    var milliseconds = 0

    /// The last line of standard error, at most 200 characters, control characters left out.
    var lastWords: String {
        let lines = String(decoding: errors, as: UTF8.self).split(whereSeparator: \.isNewline)
        let last = lines.last { $0.contains { !$0.isWhitespace } } ?? ""
        let shown = last.unicodeScalars.filter { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
        return String(String.UnicodeScalarView(shown.prefix(200)))
    }
}
