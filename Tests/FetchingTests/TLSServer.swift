import Foundation

/// `openssl s_server` on loopback, with a certificate of one kind.
final class TLSServer {
    enum Certificate: Sendable {
        case good
        case expired
        case otherHost
        case signedByItself
    }

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    static let program = "/usr/bin/openssl"

    let port: Int
    /// The certificate of the authority that signed the server's.
    let authorityFile: String
    private let process: SpawnedProgram

    /// Makes keys in `folder` and starts the server. With `sendsFiles` it answers with files of the folder as they are,
    /// headers included, else with a page of its own.
    init(_ certificate: Certificate, folder: String, sendsFiles: Bool = false) throws {
        authorityFile = folder + "/authority.pem"
        try Self.makeCertificates(certificate, folder: folder)
        let output = Pipe()
        process = try SpawnedProgram(
            [
                Self.program, "s_server", "-accept", "127.0.0.1:0", "-cert", "server.pem", "-key", "server.key",
                sendsFiles ? "-HTTP" : "-www",
            ], folder: folder, output: output)
        var text = ""
        // It says "ACCEPT 127.0.0.1:PORT" once it listens.
        while !text.contains("\n") || !text.contains("ACCEPT") {
            let data = output.fileHandleForReading.availableData
            guard !data.isEmpty else { throw Failure(description: "s_server ended: \(text)") }
            text += String(decoding: data, as: UTF8.self)
        }
        guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix("ACCEPT") }),
            let number = line.split(separator: ":").last.flatMap({ Int($0) })
        else { throw Failure(description: "s_server says: \(text)") }
        port = number
    }

    func stop() {
        process.end()
    }

    private static func makeCertificates(_ kind: Certificate, folder: String) throws {
        let authority = ["-keyout", "authority.key", "-out", "authority.pem", "-subj", "/CN=Test authority"]
        try run(["req", "-x509", "-days", "2"] + newKey + authority, folder)
        let name = kind == .otherHost ? "DNS:other.example" : "IP:127.0.0.1"
        let extensions = "subjectAltName=\(name)\nbasicConstraints=CA:FALSE\n"
        try Data(extensions.utf8).write(to: URL(fileURLWithPath: folder + "/extensions"))
        let server = ["-keyout", "server.key", "-subj", "/CN=Test server"]
        if kind == .signedByItself {
            let own = ["-out", "server.pem", "-days", "2", "-addext", "subjectAltName=\(name)"]
            return try run(["req", "-x509"] + newKey + server + own, folder)
        }
        try run(["req"] + newKey + server + ["-out", "server.request"], folder)
        // "ca" is the one command that takes an end in the past.
        for file in ["index", "index.attr"] { try Data().write(to: URL(fileURLWithPath: folder + "/" + file)) }
        try Data("01\n".utf8).write(to: URL(fileURLWithPath: folder + "/serial"))
        let settings = """
            [ca]
            default_ca = test
            [test]
            database = index
            serial = serial
            new_certs_dir = .
            default_md = sha256
            policy = any
            [any]
            commonName = supplied
            """
        try Data(settings.utf8).write(to: URL(fileURLWithPath: folder + "/settings"))
        let end = kind == .expired ? "20200102000000Z" : "20990102000000Z"
        try run(
            [
                "ca", "-batch", "-config", "settings", "-in", "server.request", "-out", "server.pem", "-cert",
                "authority.pem", "-keyfile", "authority.key", "-extfile", "extensions", "-startdate",
                "20200101000000Z", "-enddate", end,
            ], folder)
    }

    private static let newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]

    private static func run(_ arguments: [String], _ folder: String) throws {
        guard try SpawnedProgram([program] + arguments, folder: folder).succeeds() else {
            throw Failure(description: "openssl \(arguments) failed")
        }
    }
}
