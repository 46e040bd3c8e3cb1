/// Reads HTTP/1.1 requests from a connection: Content-Length and chunked bodies, and `Expect: 100-continue`.
struct PeerRequestReader {
    let socket: PeerSocket
    private var buffer: [UInt8] = []

    init(socket: PeerSocket) {
        self.socket = socket
    }

    /// The next whole request, or nil when the client is done or does not speak HTTP.
    mutating func next() -> LocalHTTPPeer.Request? {
        guard let first = line() else { return nil }
        let parts = first.split(separator: " ")
        guard parts.count == 3 else { return nil }
        var headers: [(name: String, value: String)] = []
        while true {
            guard let text = line() else { return nil }
            if text.isEmpty { break }
            guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
            let value = text[text.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
            headers.append((name: String(text[..<colon]), value: String(value)))
        }
        guard let body = body(headers) else { return nil }
        return LocalHTTPPeer.Request(method: String(parts[0]), path: String(parts[1]), headers: headers, body: body)
    }

    private mutating func body(_ headers: [(name: String, value: String)]) -> [UInt8]? {
        func header(_ name: String) -> String? { headers.first { $0.name.lowercased() == name }?.value.lowercased() }
        if header("expect") == "100-continue", !socket.write(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)) { return nil }
        if header("transfer-encoding") == "chunked" { return chunks() }
        guard let length = header("content-length") else { return [] }
        guard let count = Int(length), count >= 0 else { return nil }
        return take(count)
    }

    private mutating func chunks() -> [UInt8]? {
        var all: [UInt8] = []
        while true {
            guard let text = line(), let size = Int(text.prefix { $0 != ";" }, radix: 16), let part = take(size) else {
                return nil
            }
            all += part
            guard line() == "" else { return nil }
            if size == 0 { return all }
        }
    }

    /// The next line without its end; bytes that are not UTF-8 become U+FFFD.
    private mutating func line() -> String? {
        while true {
            if let end = buffer.firstIndex(of: 10) {
                var bytes = buffer[..<end]
                if bytes.last == 13 { bytes.removeLast() }
                let text = String(decoding: bytes, as: UTF8.self)
                buffer.removeSubrange(...end)
                return text
            }
            guard buffer.count < 1 << 20, let more = socket.read() else { return nil }
            buffer += more
        }
    }

    private mutating func take(_ count: Int) -> [UInt8]? {
        while buffer.count < count {
            guard let more = socket.read() else { return nil }
            buffer += more
        }
        let bytes = Array(buffer[..<count])
        buffer.removeSubrange(..<count)
        return bytes
    }
}
