import ArgumentParser
import Pipeline

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Check what the program stands on: files, data folder, disk, database, clock, TLS, receivers, feeds.",
        discussion: "Uses no network and changes nothing. Exit code 1 where something should be done.")

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let configuration = try ConfigurationReading.read(global.config, lexicons: global.lexicons)
        let checks = await Doctor(configuration.settings, now: ScoringSetup.now()).checks()
        for check in checks {
            for line in check.text.split(separator: "\n") {
                try Console.line(
                    "\(check.isGood ? "ok  " : "FAIL") \(TextStyle.padded(check.name, to: 10)) \(TextStyle.oneLine(String(line)))"
                )
            }
        }
        if checks.contains(where: { !$0.isGood }) { throw CommandFailure(.findings) }
    }
}
