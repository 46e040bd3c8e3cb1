import Foundation
import Logging
import Pipeline

/// Reads what a command was pointed at: a file, an address, or standard input.
struct InputReader {
    let logger: Logger

    /// The whole document. `-` and nothing mean standard input.
    func document(_ argument: String?, contentType: String? = nil, url: String? = nil) async throws -> InputDocument {
        guard let argument, argument != "-" else {
            let data = try FileHandle.standardInput.readToEnd() ?? Data()
            return InputDocument(bytes: Array(data), name: "standard input", contentType: contentType, url: url)
        }
        if Self.isAddress(argument) { return try await fetch(argument) }
        guard let data = FileManager.default.contents(atPath: argument) else {
            throw CommandFailure(.input, Self.unreadable(argument))
        }
        return InputDocument(bytes: Array(data), name: argument, contentType: contentType, url: url)
    }

    static func isAddress(_ text: String) -> Bool {
        let lower = text.lowercased()
        return lower.hasPrefix("http://") || lower.hasPrefix("https://")
    }

    static func unreadable(_ path: String) -> String {
        switch FileKind(path) {
        case nil: "there is no file \(path)"
        case .folder: "\(path) is a folder"
        case .other: "\(path) cannot be read"
        }
    }

    private func fetch(_ address: String) async throws -> InputDocument {
        let fetcher: DocumentFetcher
        do {
            fetcher = try DocumentFetcher(settings: FetchingSettings(), logger: logger)
        } catch {
            throw CommandFailure(.configuration, error.description)
        }
        let result: Result<InputDocument, InputFailure>
        do {
            result = .success(try await fetcher.document(at: address))
        } catch {
            result = .failure(error)
        }
        await fetcher.shutdown()
        do {
            return try result.get()
        } catch {
            throw CommandFailure(error.isNetwork ? .network : .input, error.description)
        }
    }
}

extension CommandFailure {
    /// An input failure as the command ends with it.
    init(_ failure: InputFailure) {
        self.init(failure.isNetwork ? .network : .input, failure.description)
    }
}
