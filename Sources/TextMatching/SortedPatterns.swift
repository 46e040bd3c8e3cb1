/// Patterns in byte order, in one buffer: sorting nested arrays takes most of a build otherwise.
struct SortedPatterns {
    /// Numbers of the patterns, in byte order, equal ones in the order of their numbers.
    private(set) var order: [Int32] = []
    /// The patterns one after another in that order, so that a walk over them reads memory from front to back.
    private var pool: [UInt8] = []
    private var starts: [UInt32] = [0]

    init(_ patterns: [[UInt8]]) {
        var pool: [UInt8] = []
        var starts: [UInt32] = [0]
        for pattern in patterns {
            pool.append(contentsOf: pattern)
            starts.append(UInt32(pool.count))
        }
        self.init(pool, starts)
    }

    /// - Parameters:
    ///   - source: all patterns, one after another.
    ///   - sourceStarts: pattern n is `source[sourceStarts[n]..<sourceStarts[n + 1]]`.
    init(_ source: [UInt8], _ sourceStarts: [UInt32]) {
        var keys: [Key] = []
        keys.reserveCapacity(sourceStarts.count)
        for number in 0..<max(0, sourceStarts.count - 1) { keys.append(Key(number, source, sourceStarts)) }
        keys.sort { left, right in
            if left.first != right.first { return left.first < right.first }
            if left.second != right.second { return left.second < right.second }
            if left.length <= Key.width || right.length <= Key.width {
                return left.length != right.length ? left.length < right.length : left.number < right.number
            }
            return Self.precedes(left, right, source, sourceStarts)
        }
        order.reserveCapacity(keys.count)
        starts.reserveCapacity(keys.count + 1)
        pool.reserveCapacity(source.count)
        for key in keys {
            order.append(key.number)
            let start = Int(sourceStarts[Int(key.number)])
            pool.append(contentsOf: source[start..<start + Int(key.length)])
            starts.append(UInt32(pool.count))
        }
    }

    /// Length in bytes of the pattern at a place of the order.
    func length(_ index: Int) -> Int {
        Int(starts[index + 1] - starts[index])
    }

    /// One byte of the pattern at a place of the order.
    func byte(_ index: Int, _ depth: Int) -> UInt8 {
        pool[Int(starts[index]) + depth]
    }

    /// The first bytes as two numbers, zeros after the end, decide most comparisons without touching the pool.
    private struct Key {
        static let width: UInt32 = 16
        var first: UInt64 = 0
        var second: UInt64 = 0
        let length: UInt32
        let number: Int32

        init(_ number: Int, _ pool: [UInt8], _ starts: [UInt32]) {
            let start = Int(starts[number])
            length = starts[number + 1] - starts[number]
            self.number = Int32(number)
            let end = start + Int(min(length, Self.width))
            var index = start
            var shift: UInt64 = 56
            while index < end, index < start + 8 {
                first |= UInt64(pool[index]) << shift
                shift &-= 8
                index += 1
            }
            shift = 56
            while index < end {
                second |= UInt64(pool[index]) << shift
                shift &-= 8
                index += 1
            }
        }
    }

    /// Compares what follows the bytes of the keys.
    private static func precedes(_ left: Key, _ right: Key, _ pool: [UInt8], _ starts: [UInt32]) -> Bool {
        let shift = Int(Key.width)
        let leftStart = Int(starts[Int(left.number)]) + shift
        let rightStart = Int(starts[Int(right.number)]) + shift
        let shared = Int(min(left.length, right.length)) - shift
        var index = 0
        while index < shared {
            let a = pool[leftStart + index]
            let b = pool[rightStart + index]
            if a != b { return a < b }
            index += 1
        }
        return left.length != right.length ? left.length < right.length : left.number < right.number
    }
}
