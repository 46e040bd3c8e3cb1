extension Array {
    /// Takes all elements out and keeps the memory; costs next to nothing where there are none.
    @inline(__always)
    mutating func clear() {
        if !isEmpty { removeAll(keepingCapacity: true) }
    }
}
