import ArgumentParser
import Pipeline

struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Take a data folder or a backup into a new data folder, in this version's form and without waste.",
        discussion: "The old one is left as it is. Do not go on with both: what waits to be delivered stands in each.")

    @Argument(help: "The data folder to take, which no daemon uses, or a file that `newsward backup` wrote.")
    var from: String

    @Argument(help: "The new data folder; it must hold no database yet.")
    var to: String

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        do {
            let taken = try DataFolderMigration.run(from: from, to: to)
            Console.note("took \(taken) into \(to); set `data: \(to)` in newsward.yaml. \(from) is as it was.")
        } catch {
            throw CommandFailure(error)
        }
    }
}
