public import NewsModel

/// How a fetcher knows of pauses that hosts asked for before it was there, and tells of its own.
public struct HostPauseMemory: Sendable {
    let known: [HostPause]
    let changed: @Sendable (HostPauseChange) -> Void

    /// - Parameter changed: called on the fetcher's thread; must return at once.
    public init(known: [HostPause], changed: @escaping @Sendable (HostPauseChange) -> Void) {
        self.known = known
        self.changed = changed
    }

    /// Begins with no pause and remembers none.
    public static let none = HostPauseMemory(known: [], changed: { _ in })
}
