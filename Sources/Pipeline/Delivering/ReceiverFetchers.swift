import Alerting
import Fetching
import Logging

/// The clients of receivers, for HTTP and for mail: one for the internet, and one that also reaches this machine, for
/// receivers whose loopback address the user wrote into receivers.yaml. A feed never gets to the second.
struct ReceiverFetchers: Sendable {
    private let remote: HTTPFetcher
    private let local: HTTPFetcher
    private let remoteMail: MailClient
    private let localMail: MailClient

    init(_ settings: FetchingSettings, logger: Logger) throws(InputFailure) {
        let open = try FetcherFactory.configuration(settings)
        var loopback = settings
        loopback.allowedNetworks += ["127.0.0.0/8", "::1/128"]
        let near = try FetcherFactory.configuration(loopback)
        remote = HTTPFetcher(configuration: open, logger: logger)
        local = HTTPFetcher(configuration: near, logger: logger)
        remoteMail = MailClient(configuration: open)
        localMail = MailClient(configuration: near)
    }

    /// What receivers reach the world through.
    func parts(dataFolder: String) -> ReceiverParts {
        ReceiverParts(
            output: StandardOutput(), poster: FetcherPoster(remote), localPoster: FetcherPoster(local),
            mailer: remoteMail, localMailer: localMail, dataFolder: dataFolder)
    }

    func shutdown() async {
        await remote.shutdown()
        await local.shutdown()
    }
}
