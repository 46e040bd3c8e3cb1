import Crypto
import Foundation

/// The files of a lexicons folder, read and hashed.
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

    /// Files held in memory, by their path relative to the folder.
    init(texts: [String: String] = [:], hash: String = "") {
        for (name, text) in texts { lines[name] = LexiconLine.lines(of: text, file: name) }
        self.hash = hash
    }

    /// Reads all files; a file that is missing counts as empty, a folder with none of them is an error.
    static func read(folder: String, extraCompanyFiles: [String]) throws(LexiconError) -> LexiconFiles {
        var files = LexiconFiles()
        var hasher = SHA256()
        var problems: [LexiconProblem] = []
        let names =
            languages.flatMap { language in languageFiles.map { "\(language)/\($0)" } }
            + companyFiles.map { "companies/\($0)" } + [ordinaryFile]
        for name in names {
            guard let bytes = FileManager.default.contents(atPath: folder + "/" + name) else { continue }
            files.lines[name] = take(bytes, name, &hasher, &problems)
        }
        if files.lines.isEmpty {
            let message = "no lexicon files here; a lexicons folder holds ko/, en/ and companies/"
            throw LexiconError(problems: [LexiconProblem(file: folder, line: 0, message: message)])
        }
        for path in extraCompanyFiles {
            guard let bytes = FileManager.default.contents(atPath: path) else {
                problems.append(
                    LexiconProblem(
                        file: path, line: 0, message: "cannot read this companies file; check its path and rights"))
                continue
            }
            files.extras.append(take(bytes, path, &hasher, &problems))
        }
        guard problems.isEmpty else { throw LexiconError(problems: problems.sorted()) }
        let digits = Array("0123456789abcdef")
        files.hash = "sha256:" + hasher.finalize().map { "\(digits[Int($0 >> 4)])\(digits[Int($0 & 15)])" }.joined()
        return files
    }

    private static func take(
        _ bytes: Data, _ name: String, _ hasher: inout SHA256, _ problems: inout [LexiconProblem]
    ) -> [LexiconLine] {
        hasher.update(data: Data("\(name) \(bytes.count)\n".utf8))
        hasher.update(data: bytes)
        let bytes = [UInt8](bytes)
        guard String(validating: bytes, as: UTF8.self) != nil else {
            problems.append(LexiconProblem(file: name, line: 0, message: "not valid UTF-8; save the file as UTF-8"))
            return []
        }
        return LexiconLine.lines(of: bytes, file: name)
    }
}
