/// Finds what is wrong in a lexicons folder, for `lexicon check` and for editors.
public struct LexiconChecker {
    /// All problems of all files, in the order of files and lines; empty when nothing is wrong.
    ///
    /// It reports more than `CompiledLexicon.load` refuses: a term that never counts does no harm but is a slip.
    public static func problems(folder: String) -> [LexiconProblem] {
        do {
            let files = try LexiconFiles.read(folder: folder, extraCompanyFiles: [])
            var builder = LexiconBuilder(looksForSlips: true)
            builder.read(files)
            return (builder.problems + builder.warnings).sorted()
        } catch {
            return error.problems
        }
    }
}
