import Glibc
import Synchronization

/// The reading end of a pipe, closed exactly once.
public final class PipeEnd: Sendable {
    private let descriptor: Atomic<Int32>

    init(_ descriptor: Int32) {
        self.descriptor = Atomic(descriptor)
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    }

    deinit {
        close()
    }

    public var isOpen: Bool { descriptor.load(ordering: .relaxed) >= 0 }

    /// All that can be read now, at most 64 KiB; closes itself at the end.
    public func read() -> [UInt8] {
        let number = descriptor.load(ordering: .relaxed)
        guard number >= 0 else { return [] }
        var count = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, filled in
            count = unsafe Glibc.read(number, buffer.baseAddress, buffer.count)
            filled = max(0, count)
        }
        let isEmpty = count < 0 && (errno == EAGAIN || errno == EINTR)
        if count <= 0, !isEmpty { close() }
        return bytes
    }

    private func close() {
        let number = descriptor.exchange(-1, ordering: .relaxed)
        if number >= 0 { Glibc.close(number) }
    }

    /// Waits until one of them can be read. False where none could be in that time.
    public static func wait(_ ends: [PipeEnd], milliseconds: Int32) -> Bool {
        // A negative descriptor is passed over by poll().
        var entries = ends.map { pollfd(fd: $0.descriptor.load(ordering: .relaxed), events: Int16(POLLIN), revents: 0) }
        return unsafe poll(&entries, nfds_t(entries.count), milliseconds) > 0
    }
}
