import Glibc

/// The one owner of a file descriptor, closed on exec.
struct Descriptor: ~Copyable {
    let number: Int32

    private init(_ number: Int32) {
        self.number = number
        _ = fcntl(number, F_SETFD, FD_CLOEXEC)
    }

    deinit {
        Glibc.close(number)
    }

    /// A file in the folder for temporary files, without a name, to be read from its start.
    static func unnamedFile(holding bytes: [UInt8]) -> Descriptor? {
        var template = Array("/tmp/newsward-XXXXXX".utf8CString)
        let number = unsafe template.withUnsafeMutableBufferPointer { buffer in
            unsafe buffer.baseAddress.map { unsafe mkstemp($0) } ?? -1
        }
        guard number >= 0 else { return nil }
        let file = Descriptor(number)
        _ = unsafe template.withUnsafeBufferPointer { unsafe $0.baseAddress.map { unsafe unlink($0) } }
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes.withUnsafeBytes {
                unsafe write(number, $0.baseAddress?.advanced(by: written), bytes.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return nil }
            written += count
        }
        guard lseek(number, 0, SEEK_SET) == 0 else { return nil }
        return file
    }

    /// Both ends of a pipe; reading never waits by itself.
    static func pipe() -> PipeEnds? {
        var ends: [Int32] = [-1, -1]
        guard unsafe Glibc.pipe(&ends) == 0 else { return nil }
        _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
        return PipeEnds(reading: Descriptor(ends[0]), writing: Descriptor(ends[1]))
    }

    /// Waits for something to read, and reads all that is there; only the first bytes are kept.
    func waitAndRead(milliseconds: Int32, into kept: inout [UInt8], keeping most: Int) {
        var entry = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
        guard unsafe poll(&entry, 1, milliseconds) > 0 else { return }
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = unsafe read(number, &buffer, buffer.count)
            guard count > 0 else {
                // At its end poll comes back at once: the wait is made here.
                if count == 0, milliseconds > 0 { _ = poll(nil, 0, milliseconds) }
                return
            }
            kept += buffer.prefix(count).prefix(max(0, most - kept.count))
        }
    }
}

/// Both ends of a pipe.
struct PipeEnds: ~Copyable {
    let reading: Descriptor
    let writing: Descriptor
}
