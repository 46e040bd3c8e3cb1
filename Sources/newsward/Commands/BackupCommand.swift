import ArgumentParser
import Foundation
import Pipeline

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the database into a new file while the daemon goes on; the copy is checked.")

    @Argument(help: "The file to write; it must not be there yet.")
    var file: String

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let configuration = try ConfigurationReading.read(global.config, lexicons: global.lexicons)
        // The daemon has another working folder.
        let path = URL(fileURLWithPath: file).path
        let client = DaemonClient(configuration, logger: global.logger())
        if client.isThere {
            do {
                _ = try await client.post("/api/backup", body: path)
            } catch let failure as CommandFailure where failure.status == .usage {
                throw CommandFailure(.storage, failure.message)
            }
        } else {
            do {
                try await DataFolderBackup.make(
                    dataFolder: configuration.settings.dataFolder, to: path, logger: global.logger())
            } catch {
                throw CommandFailure(error)
            }
        }
        Console.note("wrote \(path)")
    }
}
