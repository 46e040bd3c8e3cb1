import StrictYAML

/// Reads the configuration for a command; all that is wrong with it becomes one failure with exit code 3.
enum ConfigurationReading {
    static func read(_ option: String?, lexicons: String? = nil) throws(CommandFailure) -> ConfigurationFile {
        let path = try ConfigurationFile.path(option: option)
        do {
            return try ConfigurationFile.read(path, lexicons: lexicons)
        } catch let errors as YAMLErrors {
            throw CommandFailure(.configuration, errors.description)
        } catch let failure as CommandFailure {
            throw failure
        } catch {
            throw CommandFailure(.configuration, "\(path): \(error)")
        }
    }
}
