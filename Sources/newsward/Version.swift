import NewsModel
import Pipeline

/// What `newsward --version` prints: program, lexicon hash, C library versions.
func printVersion(_ global: GlobalOptions) throws {
    try Console.line(Release.engine)
    do {
        try Console.line("lexicon \(ScoringSetup.desk(global).lexiconHash)")
    } catch let failure as CommandFailure {
        try Console.line("lexicon: \(failure.message.split(separator: "\n").first ?? "not usable")")
    }
    for line in CLibraries.versions { try Console.line(line) }
}
