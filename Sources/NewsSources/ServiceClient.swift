public import Fetching
import NewsModel

/// Asks a web service. What it hands on never holds the request's secrets.
public struct ServiceClient: Sendable {
    let fetcher: HTTPFetcher
    let timeoutSeconds: Int
    let maximumBytes: Int

    public init(fetcher: HTTPFetcher, timeoutSeconds: Int, maximumBytes: Int) {
        self.fetcher = fetcher
        self.timeoutSeconds = timeoutSeconds
        self.maximumBytes = maximumBytes
    }

    /// One GET. Any status is an answer.
    ///
    /// - Parameters:
    ///   - address: without a query.
    ///   - secrets: parameters that are sent and then forgotten.
    ///   - headers: sent to this address only.
    func get(
        _ address: String, _ parameters: [QueryParameter], secrets: [(name: String, value: Secret)] = [],
        headers: [(name: String, value: Secret)] = []
    ) async throws(SourceFailure) -> FetchedDocument {
        let query = parameters.map { $0.name + "=" + PercentCoding.encode($0.value) }
        let hidden = secrets.map { $0.name + "=" + PercentCoding.encode($0.value.reveal()) }
        var request = FetchRequest(url: address + Self.query(hidden + query), accept: "application/json, */*;q=0.1")
        request.headers = headers.map { ($0.name, $0.value.reveal()) }
        request.timeoutSeconds = Double(timeoutSeconds)
        request.maximumBytes = maximumBytes
        // A service that moves says so in its documentation; a key must not follow a redirect to another place.
        request.followsRedirects = false
        do {
            let document = try await fetcher.fetch(request)
            let shown = address + Self.query(query)
            return FetchedDocument(
                requestedURL: shown, url: shown, status: document.status, headers: document.headers,
                body: document.body, remoteAddress: document.remoteAddress,
                elapsedMilliseconds: document.elapsedMilliseconds)
        } catch {
            throw SourceFailure(.network, error.description)
        }
    }

    private static func query(_ parts: [String]) -> String {
        parts.isEmpty ? "" : "?" + parts.joined(separator: "&")
    }
}

extension FetchedDocument {
    /// Seconds that the server asks to wait, for an answer of 429 or 503.
    var retryAfterSeconds: Int64? {
        headers.first("Retry-After").flatMap { Int64($0) }.map { min(max($0, 0), 7 * 86_400) }
    }
}
