import Alerting
import Scoring

/// Checks what the settings name, for `newsward check`.
public enum MonitorCheck {
    /// Every problem of alerts and lexicons, each with its file and line; empty when all is well.
    public static func problems(with settings: MonitorSettings) -> [String] {
        var problems = LexiconFolder.problems(in: settings.lexiconsFolder)
        do {
            let alerting = try AlertingConfiguration.load(folder: settings.alertsFolder)
            problems += (alerting.warnings + alerting.problemsOfMessages()).map { "\($0)" }
        } catch {
            problems.append("\(error)")
        }
        if problems.isEmpty, !settings.companyFiles.isEmpty {
            do {
                _ = try CompiledLexicon.load(folder: settings.lexiconsFolder, extraCompanyFiles: settings.companyFiles)
            } catch {
                problems.append(error.description)
            }
        }
        return problems
    }
}

/// A folder of lexicons, checked file by file.
public enum LexiconFolder {
    /// Every problem with its file and line; empty when all is well.
    public static func problems(in folder: String) -> [String] {
        LexiconChecker.problems(folder: folder).map(\.description) + SiteRuleFile.problems(in: folder)
    }
}
