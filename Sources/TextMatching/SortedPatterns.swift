/// Patterns in byte order, in one buffer: sorting nested arrays takes most of a build otherwise.
struct SortedPatterns {
    /// Numbers of the patterns, in byte order, equal ones in the order of their numbers.
    let order: [Int32]
    private let pool: [UInt8]
    private let starts: [UInt32]

    init(_ patterns: [[UInt8]]) {
        var pool: [UInt8] = []
        var starts: [UInt32] = []
        pool.reserveCapacity(patterns.reduce(0) { $0 + $1.count })
        starts.reserveCapacity(patterns.count + 1)
        for pattern in patterns {
            starts.append(UInt32(pool.count))
            pool.append(contentsOf: pattern)
        }
        starts.append(UInt32(pool.count))
        // The first eight bytes as one number decide most comparisons without touching the pool.
        var keys = patterns.enumerated().map { index, bytes in Key(prefix: Self.prefix(bytes), number: Int32(index)) }
        keys.sort { left, right in
            if left.prefix != right.prefix { return left.prefix < right.prefix }
            return Self.precedes(left.number, right.number, pool, starts)
        }
        order = keys.map(\.number)
        self.pool = pool
        self.starts = starts
    }

    /// Length in bytes of the pattern at a place of the order.
    func length(_ index: Int) -> Int {
        let number = Int(order[index])
        return Int(starts[number + 1] - starts[number])
    }

    /// One byte of the pattern at a place of the order.
    func byte(_ index: Int, _ depth: Int) -> UInt8 {
        pool[Int(starts[Int(order[index])]) + depth]
    }

    private struct Key {
        let prefix: UInt64
        let number: Int32
    }

    private static func prefix(_ bytes: [UInt8]) -> UInt64 {
        var value: UInt64 = 0
        for index in 0..<8 { value = value << 8 | (index < bytes.count ? UInt64(bytes[index]) : 0) }
        return value
    }

    private static func precedes(_ left: Int32, _ right: Int32, _ pool: [UInt8], _ starts: [UInt32]) -> Bool {
        let leftEnd = Int(starts[Int(left) + 1])
        let rightEnd = Int(starts[Int(right) + 1])
        var a = Int(starts[Int(left)])
        var b = Int(starts[Int(right)])
        while a < leftEnd, b < rightEnd {
            if pool[a] != pool[b] { return pool[a] < pool[b] }
            a += 1
            b += 1
        }
        if a == leftEnd, b == rightEnd { return left < right }
        return a == leftEnd
    }
}
