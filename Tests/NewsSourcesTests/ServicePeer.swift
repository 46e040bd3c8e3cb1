import Fetching
import Foundation
import Logging
import NewsModel
import NewsSources
import TestSupport

/// A service on loopback, and a client that may ask it.
struct ServicePeer {
    let peer: LocalHTTPPeer
    private let fetcher: HTTPFetcher

    init(_ answer: @escaping @Sendable (_ query: [String: String], LocalHTTPPeer.Request) -> LocalHTTPPeer.Answer)
        throws
    {
        peer = try LocalHTTPPeer { request in answer(Self.query(of: request.path), request) }
        fetcher = HTTPFetcher(
            configuration: FetcherConfiguration(
                userAgent: "newsward/1.0 (+https://contact.example)",
                addressPolicy: try AddressPolicy(allowedNetworks: ["127.0.0.0/8"], allowedHosts: []),
                defaultHostRule: .init(connections: 4, spacingSeconds: 0)),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    var client: ServiceClient { ServiceClient(fetcher: fetcher, timeoutSeconds: 5, maximumBytes: 1 << 20) }

    /// The queries of all requests so far.
    var queries: [[String: String]] { peer.requests.map { Self.query(of: $0.path) } }

    func end() async {
        await fetcher.shutdown()
        peer.stop()
    }

    static func json(_ text: String, status: Int = 200, headers: [(String, String)] = []) -> LocalHTTPPeer.Answer {
        .response(
            status: status, headers: [("Content-Type", "application/json;charset=UTF-8")] + headers,
            body: Array(text.utf8))
    }

    private static func query(of path: String) -> [String: String] {
        let items = URLComponents(string: path)?.queryItems ?? []
        return Dictionary(items.map { ($0.name, $0.value ?? "") }, uniquingKeysWith: { first, _ in first })
    }
}

extension SourceAnswer {
    /// The look; nil where there was nothing new.
    var look: SourceLook? {
        if case .news(let look) = self { return look }
        return nil
    }
}

/// The failure of a look; nil where it came to something.
func failure(of source: any NewsSource, cursor: String? = nil) async -> SourceFailure? {
    do {
        _ = try await source.look(cursor: cursor)
        return nil
    } catch {
        return error
    }
}
