import Foundation
import Logging
import Pipeline

/// Asks the running daemon of a configuration.
struct DaemonClient {
    private let connection: DaemonConnection
    private let socket: String

    init(_ configuration: ConfigurationFile, logger: Logger) {
        socket = Self.socket(of: configuration)
        connection = DaemonConnection(socket: socket, logger: logger)
    }

    static func socket(of configuration: ConfigurationFile) -> String {
        configuration.settings.dataFolder + "/newsward.sock"
    }

    /// True where a daemon of this configuration seems to run.
    var isThere: Bool { FileManager.default.fileExists(atPath: socket) }

    func get(_ path: String) async throws -> [UInt8] {
        try await send(path, post: nil)
    }

    func post(_ path: String, body: String = "") async throws -> [UInt8] {
        try await send(path, post: Array(body.utf8))
    }

    private func send(_ path: String, post body: [UInt8]?) async throws -> [UInt8] {
        guard isThere else {
            throw CommandFailure(.network, "no daemon is running: there is no \(socket). Start one with `newsward run`")
        }
        do {
            let answer = try await connection.send(path, post: body)
            guard (200...299).contains(answer.status) else {
                let problems = Self.problems(in: answer.body)
                throw CommandFailure(answer.status == 422 ? .configuration : .usage, problems)
            }
            return answer.body
        } catch let failure as InputFailure {
            throw CommandFailure(failure)
        }
    }

    /// The texts of {"ok": false, "problems": [...]}, one a line.
    private static func problems(in body: [UInt8]) -> String {
        let object = try? JSONSerialization.jsonObject(with: Data(body)) as? [String: Any]
        let problems = object?["problems"] as? [String] ?? []
        return problems.isEmpty ? String(decoding: body.prefix(256), as: UTF8.self) : problems.joined(separator: "\n")
    }
}
