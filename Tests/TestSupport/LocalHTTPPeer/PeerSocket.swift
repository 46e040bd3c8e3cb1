import Glibc

/// A POSIX socket of the test peer; closed by its owner, exactly once.
final class PeerSocket: Sendable {
    private let descriptor: Int32

    private init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// Listens on a TCP address of this machine, the port chosen by the kernel.
    init(listeningOn address: String) throws {
        let family = address.contains(":") ? AF_INET6 : AF_INET
        descriptor = try Self.make(family)
        do {
            if family == AF_INET {
                var endpoint = sockaddr_in()
                endpoint.sin_family = sa_family_t(AF_INET)
                guard unsafe inet_pton(AF_INET, address, &endpoint.sin_addr) == 1 else {
                    throw PeerError(step: "inet_pton", code: EINVAL)
                }
                try Self.listen(descriptor, &endpoint, length: MemoryLayout<sockaddr_in>.size)
            } else {
                var endpoint = sockaddr_in6()
                endpoint.sin6_family = sa_family_t(AF_INET6)
                guard unsafe inet_pton(AF_INET6, address, &endpoint.sin6_addr) == 1 else {
                    throw PeerError(step: "inet_pton", code: EINVAL)
                }
                try Self.listen(descriptor, &endpoint, length: MemoryLayout<sockaddr_in6>.size)
            }
        } catch {
            close()
            throw error
        }
    }

    /// Listens on a Unix socket; the path is at most 107 bytes.
    init(listeningOnPath path: String) throws {
        descriptor = try Self.make(AF_UNIX)
        do {
            var endpoint = sockaddr_un()
            endpoint.sun_family = sa_family_t(AF_UNIX)
            let bytes = Array(path.utf8)
            guard bytes.count < MemoryLayout.size(ofValue: endpoint.sun_path) else {
                throw PeerError(step: "path", code: ENAMETOOLONG)
            }
            unsafe withUnsafeMutableBytes(of: &endpoint.sun_path) { unsafe $0.copyBytes(from: bytes) }
            try Self.listen(descriptor, &endpoint, length: MemoryLayout<sockaddr_un>.size)
        } catch {
            close()
            throw error
        }
    }

    /// The next connection, or nil once the socket is shut down.
    func accept() -> PeerSocket? {
        while true {
            let connection = Glibc.accept(descriptor, nil, nil)
            if connection >= 0 {
                var on: Int32 = 1
                unsafe setsockopt(connection, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
                return PeerSocket(descriptor: connection)
            }
            if errno == EINTR || errno == ECONNABORTED { continue }
            if errno == EMFILE || errno == ENFILE {
                usleep(1000)
                continue
            }
            return nil
        }
    }

    /// The port of a TCP socket.
    func port() throws -> Int {
        var storage = sockaddr_in6()
        var length = socklen_t(MemoryLayout<sockaddr_in6>.size)
        let result = unsafe withUnsafeMutablePointer(to: &storage) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe getsockname(descriptor, $0, &length)
            }
        }
        guard result == 0 else { throw PeerError(step: "getsockname", code: errno) }
        // sin_port and sin6_port stand at the same place.
        return Int(UInt16(bigEndian: storage.sin6_port))
    }

    /// Up to 16 KiB, or nil when the other side is done or the socket is shut down.
    func read() -> [UInt8]? {
        var count = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 16_384) { buffer, filled in
            repeat {
                count = unsafe recv(descriptor, buffer.baseAddress, buffer.count, 0)
            } while count < 0 && errno == EINTR
            filled = max(0, count)
        }
        return count > 0 ? bytes : nil
    }

    /// Writes all bytes; false when the other side is gone.
    func write(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = unsafe bytes.withUnsafeBytes {
                unsafe send(descriptor, $0.baseAddress?.advanced(by: sent), bytes.count - sent, Int32(MSG_NOSIGNAL))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    /// Waits so long for the other side to close or send; true where it did neither.
    func staysQuiet(milliseconds: Int32) -> Bool {
        var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return unsafe poll(&entry, 1, milliseconds) == 0
    }

    /// Ends all waiting calls on this socket.
    func shutDown() {
        Glibc.shutdown(descriptor, Int32(SHUT_RDWR))
    }

    func close() {
        Glibc.close(descriptor)
    }

    private static func make(_ family: Int32) throws -> Int32 {
        let descriptor = socket(family, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw PeerError(step: "socket", code: errno) }
        return descriptor
    }

    private static func listen<Endpoint>(_ descriptor: Int32, _ endpoint: inout Endpoint, length: Int) throws {
        let result = unsafe withUnsafePointer(to: &endpoint) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe bind(descriptor, $0, socklen_t(length))
            }
        }
        guard result == 0 else { throw PeerError(step: "bind", code: errno) }
        guard Glibc.listen(descriptor, 1024) == 0 else { throw PeerError(step: "listen", code: errno) }
    }
}

/// The test peer could not start.
public struct PeerError: Error, CustomStringConvertible {
    public let step: String
    public let code: Int32

    public var description: String { "test peer: \(step) failed with errno \(code)" }
}
