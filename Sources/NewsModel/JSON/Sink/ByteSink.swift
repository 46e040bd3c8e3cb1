/// Bytes that grow at the end. Records are made of some hundred short pieces, and each costs an `Array` a look at its owner
/// and its room; here a piece asks for room once and is then stored by address.
@safe
struct ByteSink: ~Copyable {
    /// Owned: `capacity` bytes, let go in `deinit`.
    private var base: UnsafeMutablePointer<UInt8>
    private(set) var count = 0
    private var capacity: Int

    init(capacity: Int) {
        self.capacity = max(256, capacity)
        unsafe base = .allocate(capacity: self.capacity)
    }

    deinit {
        unsafe base.deallocate()
    }

    var bytes: [UInt8] { unsafe Array(UnsafeBufferPointer(start: base, count: count)) }
    var text: String { unsafe String(decoding: UnsafeBufferPointer(start: base, count: count), as: UTF8.self) }

    /// Lets `body` write at the end. It says how many bytes it has written, at most `room`.
    @inline(__always)
    mutating func write(atMost room: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
        if capacity - count < room { grow(room) }
        let written = unsafe body(base + count)
        assert(written <= room)
        count += written
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        unsafe write(atMost: 1) { place in
            unsafe place.pointee = byte
            return 1
        }
    }

    mutating func append(_ bytes: [UInt8]) {
        unsafe bytes.withUnsafeBufferPointer { unsafe append($0) }
    }

    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress else { return }
        unsafe write(atMost: bytes.count) { place in
            unsafe place.update(from: start, count: bytes.count)
            return bytes.count
        }
    }

    @inline(never)
    private mutating func grow(_ room: Int) {
        capacity = max(capacity * 2, count + room)
        let wider = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        unsafe wider.update(from: base, count: count)
        unsafe base.deallocate()
        unsafe base = wider
    }
}

// Unchecked because of the pointer: what it points to has one owner, whoever that is, for the sink cannot be copied.
extension ByteSink: @unchecked Sendable {}
