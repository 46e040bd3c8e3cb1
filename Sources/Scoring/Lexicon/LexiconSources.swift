import Crypto
import Foundation

/// The bytes of all files that a lexicon is made of, and the hash that names it.
struct LexiconSources {
    struct File {
        /// Relative to the lexicons folder; a user's own file as it was named.
        let name: String
        let bytes: [UInt8]
    }

    /// Those of the folder; one that is missing counts as empty.
    private(set) var files: [File] = []
    /// The user's own company files, in the order given.
    private(set) var extras: [File] = []
    private(set) var problems: [LexiconProblem] = []
    /// `sha256:` and 64 hex digits over names and contents.
    private(set) var hash = ""

    /// - Throws: where the folder holds none of the files. That a user's own file cannot be read is one of `problems`.
    init(folder: String, extraCompanyFiles: [String]) throws(LexiconError) {
        var hasher = SHA256()
        for name in LexiconFiles.names {
            if let file = Self.read(folder + "/" + name, name, &hasher) { files.append(file) }
        }
        if files.isEmpty {
            let message = "no lexicon files here; a lexicons folder holds ko/, en/ and companies/"
            throw LexiconError(problems: [LexiconProblem(file: folder, line: 0, message: message)])
        }
        for path in extraCompanyFiles {
            if let file = Self.read(path, path, &hasher) {
                extras.append(file)
            } else {
                problems.append(
                    LexiconProblem(
                        file: path, line: 0, message: "cannot read this companies file; check its path and rights"))
            }
        }
        hash = "sha256:" + HexDigits.text(hasher.finalize())
    }

    private static func read(_ path: String, _ name: String, _ hasher: inout SHA256) -> File? {
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        hasher.update(data: Data("\(name) \(data.count)\n".utf8))
        hasher.update(data: data)
        return File(name: name, bytes: [UInt8](data))
    }
}

/// Bytes in hex.
enum HexDigits {
    static func text(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
