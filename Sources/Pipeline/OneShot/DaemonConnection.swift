import Fetching
public import Logging

/// Speaks with the running daemon over its Unix socket.
public struct DaemonConnection: Sendable {
    private let socket: String
    private let logger: Logger

    /// - Parameter socket: the path of `newsward.sock` in the data folder.
    public init(socket: String, logger: Logger) {
        self.socket = socket
        self.logger = logger
    }

    /// The daemon's answer.
    public struct Answer: Sendable {
        public let status: Int
        public let body: [UInt8]
    }

    /// One request. Throws where nobody answers.
    public func send(_ path: String, post body: [UInt8]? = nil) async throws(InputFailure) -> Answer {
        let fetcher = HTTPFetcher(configuration: FetcherConfiguration(), logger: logger)
        var request = FetchRequest.page(url: "http://localhost" + path)
        if let body {
            request = .webhook(url: "http://localhost" + path, body: body, contentType: "text/plain")
        }
        request.accept = "application/json"
        request.unixSocketPath = socket
        request.pacing = .immediate
        let result: Result<FetchedDocument, FetchError>
        do {
            result = .success(try await fetcher.fetch(request))
        } catch {
            result = .failure(error)
        }
        await fetcher.shutdown()
        do {
            let document = try result.get()
            return Answer(status: document.status, body: document.body)
        } catch {
            throw InputFailure("the daemon does not answer on \(socket): \(error.description)", isNetwork: true)
        }
    }
}
