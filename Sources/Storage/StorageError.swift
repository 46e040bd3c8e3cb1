/// Why the store could not do what it was asked.
public struct StorageError: Error, Sendable, CustomStringConvertible {
    public enum Code: String, Sendable {
        /// The database file cannot be opened or created.
        case cannotOpen
        /// Another process holds the data folder.
        case inUse
        /// No space is left; what was not acknowledged is not stored.
        case diskFull
        /// The disk failed to read or write.
        case inputOutput
        /// The file is damaged or not a Newsward database.
        case corrupt
        /// The file was written by a newer version.
        case newerSchema
        /// A statement failed in a way that has no name here.
        case other
    }

    public let code: Code
    /// What happened to which file, in plain words, and what to do.
    public let message: String

    public init(code: Code, message: String) {
        self.code = code
        self.message = message
    }

    /// True where trying again later may work.
    public var isTransient: Bool {
        switch code {
        case .inUse, .diskFull, .inputOutput: true
        case .cannotOpen, .corrupt, .newerSchema, .other: false
        }
    }

    public var description: String { message }
}
