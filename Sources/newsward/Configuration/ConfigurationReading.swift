import StrictYAML

/// Reads the configuration for a command; all that is wrong with it becomes one failure with exit code 3.
enum ConfigurationReading {
    static func read(_ option: String?, lexicons: String? = nil) throws(CommandFailure) -> ConfigurationFile {
        let path = try ConfigurationFile.path(option: option)
        return try failing(path) { try ConfigurationFile.read(path, lexicons: lexicons) }
    }

    /// Reads a text as if it stood in the file.
    static func read(text: String, file: String, lexicons: String?) throws(CommandFailure) -> ConfigurationFile {
        try failing(file) { try ConfigurationFile.read(file, text: text, lexicons: lexicons) }
    }

    private static func failing(
        _ path: String, _ body: () throws -> ConfigurationFile
    ) throws(CommandFailure) -> ConfigurationFile {
        do {
            return try body()
        } catch let errors as YAMLErrors {
            throw CommandFailure(.configuration, errors.description)
        } catch let failure as CommandFailure {
            throw failure
        } catch {
            throw CommandFailure(.configuration, "\(path): \(error)")
        }
    }
}
