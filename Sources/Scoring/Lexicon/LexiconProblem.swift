/// One thing that is wrong in a lexicon file, and what to do about it.
public struct LexiconProblem: Sendable, Hashable, Comparable {
    /// Relative to the lexicons folder: `ko/events.txt`.
    public let file: String
    /// Counted from 1; 0 where the whole file is meant.
    public let line: Int
    public let message: String

    public init(file: String, line: Int, message: String) {
        self.file = file
        self.line = line
        self.message = message
    }

    public static func < (left: LexiconProblem, right: LexiconProblem) -> Bool {
        if left.file != right.file { return left.file < right.file }
        if left.line != right.line { return left.line < right.line }
        return left.message < right.message
    }
}

extension LexiconProblem: CustomStringConvertible {
    public var description: String { line > 0 ? "\(file):\(line): \(message)" : "\(file): \(message)" }
}

/// Everything that is wrong in a lexicons folder, all files at once.
public struct LexiconError: Error, Sendable, CustomStringConvertible {
    public let problems: [LexiconProblem]

    public init(problems: [LexiconProblem]) {
        self.problems = problems
    }

    /// Always false: the files must change first.
    public var isTransient: Bool { false }

    public var description: String { problems.map(\.description).joined(separator: "\n") }
}
