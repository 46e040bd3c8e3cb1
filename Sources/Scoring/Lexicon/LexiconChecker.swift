/// Finds what is wrong in a lexicons folder, for `lexicon check` and for editors.
public struct LexiconChecker {
    /// All problems of all files, in the order of files and lines; empty when the folder can be used.
    public static func problems(folder: String) -> [LexiconProblem] {
        do {
            let files = try LexiconFiles.read(folder: folder, extraCompanyFiles: [])
            var builder = LexiconBuilder()
            builder.read(files)
            return builder.problems.sorted()
        } catch {
            return error.problems
        }
    }
}
