/// Finds what is wrong in a lexicons folder, for `lexicon check` and for editors.
public struct LexiconChecker {
    /// All problems of all files, in the order of files and lines; empty when nothing is wrong.
    ///
    /// It reports more than `CompiledLexicon.load` refuses: duplicates, terms that never count, names and traps are slips.
    public static func problems(folder: String) -> [LexiconProblem] {
        do {
            let files = try LexiconFiles.read(folder: folder, extraCompanyFiles: [])
            var builder = LexiconBuilder(keepsEntries: true)
            builder.read(files)
            guard builder.problems.isEmpty else { return (builder.problems + builder.warnings).sorted() }
            return (builder.warnings + slips(files, builder)).sorted()
        } catch {
            return error.problems
        }
    }

    /// Duplicates, unreachable terms, terms that are names and traps of files that can be read.
    static func slips(_ files: LexiconFiles, _ builder: LexiconBuilder) -> [LexiconProblem] {
        let index = LexiconIndex(files, builder, hash: "")
        return
            (DuplicateCheck.problems(index, files) + ReachCheck.problems(index) + NameCheck.problems(index)
            + TrapCheck.problems(index)).sorted()
    }
}
