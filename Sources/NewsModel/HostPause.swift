/// A host that has asked to be left alone for a while.
public struct HostPause: Sendable, Hashable {
    /// In lower case.
    public let host: String
    public let since: Timestamp
    public let until: Timestamp
    /// Pauses in a row, this one among them: each that names no length is twice as long as the one before.
    public let strikes: Int

    public init(host: String, since: Timestamp, until: Timestamp, strikes: Int) {
        self.host = host
        self.since = since
        self.until = until
        self.strikes = strikes
    }
}

/// What an answer of a host changes about its pause.
public enum HostPauseChange: Sendable, Hashable {
    case begun(HostPause)
    /// The host has answered again as it should.
    case over(host: String)

    public var host: String {
        switch self {
        case .begun(let pause): pause.host
        case .over(let host): host
        }
    }
}
