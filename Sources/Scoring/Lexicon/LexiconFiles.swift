/// The files of a lexicons folder, cut into their lines.
struct LexiconFiles {
    /// Path relative to the folder, and its lines with content.
    private(set) var lines: [String: [LexiconLine]] = [:]
    /// The user's own company files, in the order given.
    private(set) var extras: [[LexiconLine]] = []
    private(set) var hash = ""

    static let languages = ["ko", "en"]
    static let languageFiles = ["polarity.txt", "metrics.txt", "directions.txt", "modifiers.txt", "events.txt"]
    static let companyFiles = [
        "krx.txt", "us.txt", "aliases.txt", "groups.txt", "unlisted.txt", "context.txt", "raters.txt",
    ]

    static let ordinaryFile = "en/ordinary.txt"
    static let parameterFile = "parameters.txt"

    /// All files of a folder, in the order in which they are hashed.
    static var names: [String] {
        languages.flatMap { language in languageFiles.map { "\(language)/\($0)" } }
            + companyFiles.map { "companies/\($0)" } + [ordinaryFile, parameterFile]
    }

    /// Files held in memory, by their path relative to the folder.
    init(texts: [String: String] = [:], hash: String = "") {
        for (name, text) in texts { lines[name] = LexiconLine.lines(of: text, file: name) }
        self.hash = hash
    }

    /// Reads all files; a file that is missing counts as empty, a folder with none of them is an error.
    static func read(folder: String, extraCompanyFiles: [String]) throws(LexiconError) -> LexiconFiles {
        try LexiconFiles(LexiconSources(folder: folder, extraCompanyFiles: extraCompanyFiles))
    }

    /// Cuts the files into their lines.
    init(_ sources: LexiconSources) throws(LexiconError) {
        var problems = sources.problems
        for source in sources.files { lines[source.name] = Self.lines(source, &problems) }
        for source in sources.extras { extras.append(Self.lines(source, &problems)) }
        guard problems.isEmpty else { throw LexiconError(problems: problems.sorted()) }
        hash = sources.hash
    }

    private static func lines(_ source: LexiconSources.File, _ problems: inout [LexiconProblem]) -> [LexiconLine] {
        guard String(validating: source.bytes, as: UTF8.self) != nil else {
            problems.append(
                LexiconProblem(file: source.name, line: 0, message: "not valid UTF-8; save the file as UTF-8"))
            return []
        }
        return LexiconLine.lines(of: source.bytes, file: source.name)
    }
}
