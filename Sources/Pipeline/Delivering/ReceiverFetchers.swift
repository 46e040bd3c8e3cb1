import Alerting
import Fetching
import Logging

/// The HTTP clients of receivers: one for the internet, and one that also reaches this machine, for webhooks whose
/// loopback address the user wrote into receivers.yaml. A feed never gets to the second.
struct ReceiverFetchers: Sendable {
    private let remote: HTTPFetcher
    private let local: HTTPFetcher

    init(_ settings: FetchingSettings, logger: Logger) throws(InputFailure) {
        remote = try FetcherFactory.fetcher(settings, logger: logger)
        var loopback = settings
        loopback.allowedNetworks += ["127.0.0.0/8", "::1/128"]
        local = try FetcherFactory.fetcher(loopback, logger: logger)
    }

    /// What receivers reach the world through.
    func parts(dataFolder: String) -> ReceiverParts {
        ReceiverParts(
            output: StandardOutput(), poster: FetcherPoster(remote), localPoster: FetcherPoster(local),
            dataFolder: dataFolder)
    }

    func shutdown() async {
        await remote.shutdown()
        await local.shutdown()
    }
}
