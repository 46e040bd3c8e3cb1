public import Extraction
import Foundation

/// `sites.txt` in the lexicons folder: what a reader of pages must know of single sites. Data, so that no release is needed for it.
public enum SiteRuleFile {
    /// The file's name within the lexicons folder.
    static let name = "sites.txt"

    /// The rules of a folder; none where it has no such file.
    ///
    /// - Throws: `LexiconFailure` with every problem, a line each, with file and line.
    public static func load(lexicons folder: String) throws(LexiconFailure) -> SiteRules {
        let (rules, problems) = read(folder)
        guard problems.isEmpty else { throw LexiconFailure(description: problems.joined(separator: "\n")) }
        return rules
    }

    /// What is wrong in a folder's file; empty when nothing is, or when it has none.
    static func problems(in folder: String) -> [String] {
        read(folder).problems
    }

    private static func read(_ folder: String) -> (rules: SiteRules, problems: [String]) {
        guard let bytes = FileManager.default.contents(atPath: folder + "/" + name) else { return (.none, []) }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            return (.none, ["\(name): is not UTF-8; save it as UTF-8"])
        }
        let (rules, problems) = SiteRules.parse(text)
        return (rules, problems.map { "\(name):\($0)" })
    }
}
