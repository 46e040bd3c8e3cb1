/// Lets one caller at a time through, in the order of arrival.
///
/// An actor alone does not do this: while it awaits the store, a second caller would enter between index and commit.
actor SerialGate {
    private var isTaken = false
    private var waiters: [CheckedContinuation<Void, Never>] = []

    /// Runs `body` when all earlier callers are done.
    func pass<Value: Sendable>(_ body: @Sendable () async throws -> Value) async rethrows -> Value {
        if isTaken {
            await withCheckedContinuation { waiters.append($0) }
        }
        isTaken = true
        defer {
            if waiters.isEmpty {
                isTaken = false
            } else {
                waiters.removeFirst().resume()
            }
        }
        return try await body()
    }
}
