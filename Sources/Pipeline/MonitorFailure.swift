import Storage

/// Why the monitor cannot start or do what it was asked, with what to do about it.
public struct MonitorFailure: Error, Sendable, CustomStringConvertible {
    public enum Kind: Sendable, Hashable {
        /// Configuration, alerts or lexicons; one problem a line.
        case configuration
        case storage
        /// Another process holds the data folder.
        case inUse
    }

    public let kind: Kind
    public let description: String

    init(_ kind: Kind, _ description: String) {
        self.kind = kind
        self.description = description
    }

    init(_ error: StorageError) {
        self.init(error.code == .inUse ? .inUse : .storage, error.description)
    }
}
