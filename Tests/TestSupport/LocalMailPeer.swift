import Foundation
import Synchronization

/// A small SMTP server on the loopback interface, without TLS, that keeps what it gets.
public final class LocalMailPeer: Sendable {
    /// One mail as it was handed over.
    public struct Mail: Sendable {
        public let from: String
        public let recipients: [String]
        /// The message with its lines ended by CR LF, dots taken back.
        public let message: String
        /// The user and password of AUTH PLAIN; nil without a login.
        public let login: String?
    }

    private let listener: PeerSocket
    private let kept = Mutex<(mails: [Mail], commands: [String])>(([], []))
    private let replies: @Sendable (String) -> String?

    /// Starts listening. `replies` gives the answer to a command in place of the usual one.
    public init(_ replies: @escaping @Sendable (String) -> String? = { _ in nil }) throws {
        listener = try PeerSocket(listeningOn: "127.0.0.1")
        port = try listener.port()
        self.replies = replies
        let listener = listener
        Thread.detachNewThread { [weak self] in
            while let connection = listener.accept() {
                self?.serve(connection)
                connection.shutDown()
                connection.close()
            }
            listener.close()
        }
    }

    /// The port on the loopback interface.
    public let port: Int

    /// Every mail so far.
    public var mails: [Mail] { kept.withLock { $0.mails } }

    /// Every command so far, as sent.
    public var commands: [String] { kept.withLock { $0.commands } }

    /// Closes the listening socket.
    public func stop() {
        listener.shutDown()
    }

    private func serve(_ connection: PeerSocket) {
        var reader = MailLines(socket: connection)
        var from = ""
        var recipients: [String] = []
        var login: String?
        _ = connection.write(Array("220 peer ESMTP\r\n".utf8))
        while let line = reader.next() {
            kept.withLock { $0.commands.append(line) }
            let verb = line.prefix(4).uppercased()
            var answer = replies(line) ?? Self.usual(verb)
            switch verb {
            case "MAIL": from = Self.address(line)
            case "RCPT": recipients.append(Self.address(line))
            case "AUTH" where !answer.hasPrefix("5"):
                // Without its code behind it, the login comes in a line of its own.
                _ = connection.write(Array("334 \r\n".utf8))
                login = reader.next().flatMap(Self.plainLogin)
            case "DATA" where answer.hasPrefix("354"):
                _ = connection.write(Array((answer + "\r\n").utf8))
                let mail = Mail(from: from, recipients: recipients, message: reader.message(), login: login)
                kept.withLock { $0.mails.append(mail) }
                answer = replies(".") ?? "250 kept as 1"
            default: break
            }
            guard connection.write(Array((answer + "\r\n").utf8)), verb != "QUIT" else { return }
        }
    }

    private static func usual(_ verb: String) -> String {
        switch verb {
        case "EHLO": "250-peer\r\n250 AUTH PLAIN"
        case "AUTH": "235 welcome"
        case "DATA": "354 go on"
        case "QUIT": "221 bye"
        default: "250 ok"
        }
    }

    private static func address(_ line: String) -> String {
        String(line.drop { $0 != "<" }.dropFirst().prefix { $0 != ">" })
    }

    private static func plainLogin(_ line: String) -> String? {
        guard let code = line.split(separator: " ").last, let data = Data(base64Encoded: String(code)) else {
            return nil
        }
        return String(decoding: data.map { $0 == 0 ? 0x20 : $0 }, as: UTF8.self)
    }
}

/// Reads lines that end with CR LF.
private struct MailLines {
    let socket: PeerSocket
    private var buffer: [UInt8] = []

    init(socket: PeerSocket) {
        self.socket = socket
    }

    mutating func next() -> String? {
        while true {
            if let end = buffer.firstIndex(of: 0x0A) {
                let line = buffer[..<end]
                buffer = Array(buffer[(end + 1)...])
                return String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
            }
            guard let more = socket.read() else { return nil }
            buffer += more
        }
    }

    /// The lines up to the one with a dot alone.
    mutating func message() -> String {
        var message = ""
        while let line = next(), line != "." {
            message += (line.hasPrefix(".") ? line.dropFirst() : line[...]) + "\r\n"
        }
        return message
    }
}
