/// One connection of the test peer: reads requests and writes answers, one after the other.
struct PeerConnection {
    let socket: PeerSocket
    let state: PeerState

    func serve() {
        var reader = PeerRequestReader(socket: socket)
        while let request = reader.next() {
            let turn = PeerTurn(state: state, request: request)
            let again = send(state.handler(request), to: request, turn)
            turn.end()
            guard again else { return }
        }
    }

    /// True where the connection can carry another request.
    private func send(_ answer: LocalHTTPPeer.Answer, to request: LocalHTTPPeer.Request, _ turn: PeerTurn) -> Bool {
        if case .stream(let write) = answer {
            write(PeerWriter(socket: socket, turn: turn))
            return false
        }
        turn.end()
        switch answer {
        case .response(let status, let headers, let body):
            return respond(status: status, headers: headers, body: body, to: request)
        case .raw(let bytes):
            _ = socket.write(bytes)
        case .rawThenHang(let bytes):
            guard socket.write(bytes) else { return false }
            while socket.read() != nil {}
        case .close, .stream:
            break
        }
        return false
    }

    private func respond(
        status: Int, headers: [(String, String)], body: [UInt8], to request: LocalHTTPPeer.Request
    ) -> Bool {
        let names = Set(headers.map { $0.0.lowercased() })
        let wantsClose =
            request.header("connection")?.lowercased() == "close"
            || headers.contains { $0.0.lowercased() == "connection" && $0.1.lowercased() == "close" }
        let again = state.keepAlive && !wantsClose
        var head = "HTTP/1.1 \(status) \(Self.reason(status))\r\n"
        for (name, value) in headers { head += "\(name): \(value)\r\n" }
        let hasNoBody = status == 204 || status == 304 || (100..<200).contains(status)
        if !hasNoBody, !names.contains("content-length"), !names.contains("transfer-encoding") {
            head += "Content-Length: \(body.count)\r\n"
        }
        if !again, !names.contains("connection") { head += "Connection: close\r\n" }
        head += "\r\n"
        let sendsBody = !hasNoBody && request.method != "HEAD"
        return socket.write(Array(head.utf8) + (sendsBody ? body : [])) && again
    }

    private static func reason(_ status: Int) -> String {
        switch status {
        case 200: "OK"
        case 204: "No Content"
        case 301: "Moved Permanently"
        case 302: "Found"
        case 304: "Not Modified"
        case 404: "Not Found"
        case 410: "Gone"
        case 429: "Too Many Requests"
        case 500: "Internal Server Error"
        case 503: "Service Unavailable"
        default: "Status"
        }
    }
}

/// What a streaming answer writes to.
public struct PeerWriter: Sendable {
    let socket: PeerSocket
    let turn: PeerTurn

    /// Writes all bytes; false when the client is gone or the peer stops.
    public func write(_ bytes: [UInt8]) -> Bool {
        turn.end()
        return socket.write(bytes)
    }

    /// Waits; false at once when the client goes or the peer stops.
    public func pause(milliseconds: Int32) -> Bool {
        socket.staysQuiet(milliseconds: milliseconds)
    }
}
