import Fetching
import Logging
import TestSupport

/// A fetcher's configuration that may connect to loopback and is not paced, with changes.
func loopback(_ change: (inout FetcherConfiguration) -> Void = { _ in }) -> FetcherConfiguration {
    var configuration = FetcherConfiguration(
        userAgent: "newsward/1.0 (+https://contact.example)",
        addressPolicy: (try? AddressPolicy(allowedNetworks: ["127.0.0.0/8", "::1"], allowedHosts: []))
            ?? AddressPolicy(),
        defaultHostRule: .init(connections: 100, spacingSeconds: 0),
        // A transfer that a test holds open must outlive a busy machine: there `newsward`'s 15 s are not enough.
        lowSpeedSeconds: 600)
    change(&configuration)
    return configuration
}

/// Runs a test with a fetcher, then shuts it down.
func withFetcher(
    _ configuration: FetcherConfiguration = loopback(), _ test: (HTTPFetcher) async throws -> Void
) async throws {
    let fetcher = HTTPFetcher(configuration: configuration, logger: Logger(label: "test"))
    do {
        try await test(fetcher)
    } catch {
        await fetcher.shutdown()
        throw error
    }
    await fetcher.shutdown()
}

extension HTTPFetcher {
    /// The error of a fetch, or nil where it gave a document.
    func failure(of request: FetchRequest) async -> FetchError? {
        do {
            _ = try await fetch(request)
            return nil
        } catch {
            return error
        }
    }
}

extension LocalHTTPPeer.Answer {
    static func ok(_ body: String, _ headers: [(String, String)] = []) -> Self {
        .response(status: 200, headers: headers, body: Array(body.utf8))
    }

    static func status(_ status: Int, _ headers: [(String, String)] = []) -> Self {
        .response(status: status, headers: headers, body: [])
    }

    static func redirect(_ status: Int, to location: String) -> Self {
        .response(status: status, headers: [("Location", location)], body: Array("moved".utf8))
    }
}
