import Fetching
public import Logging
import NewsModel
import NewsSources

/// Fetches one document for a command, with the same care as the daemon does.
public struct DocumentFetcher: Sendable {
    private let fetcher: HTTPFetcher

    /// - Throws: what is wrong with the settings.
    public init(settings: FetchingSettings, logger: Logger) throws(InputFailure) {
        fetcher = try FetcherFactory.fetcher(settings, logger: logger)
    }

    /// The document at an address. Anything but 200 is a failure.
    public func document(at url: String) async throws(InputFailure) -> InputDocument {
        do {
            let document = try await fetcher.fetch(.page(url: url))
            guard document.status == 200 else {
                throw InputFailure("\(url): the server answered \(document.status)", isNetwork: true)
            }
            return InputDocument(
                bytes: document.body, name: url, contentType: document.contentType, url: document.url)
        } catch let failure as InputFailure {
            throw failure
        } catch {
            throw InputFailure("\(error)", isNetwork: true)
        }
    }

    /// Ends the fetcher's thread. Call it when the command is done.
    public func shutdown() async {
        await fetcher.shutdown()
    }
}

/// Makes a fetcher of the user's settings.
enum FetcherFactory {
    /// The SEC's own limit holds, whatever spacing the user gives its hosts.
    private static func hostRules(_ settings: FetchingSettings) -> [String: FetcherConfiguration.HostRule] {
        var rules = settings.hosts.mapValues(\.rule)
        for host in SECFairAccess.hosts {
            var rule = rules[host] ?? settings.defaultHost.rule
            rule.spacingSeconds = max(rule.spacingSeconds, SECFairAccess.spacingSeconds)
            rules[host] = rule
        }
        return rules
    }

    static func fetcher(
        _ settings: FetchingSettings, now: @escaping @Sendable () -> Timestamp = HTTPFetcher.systemTime,
        memory: HostPauseMemory = .none, logger: Logger
    ) throws(InputFailure) -> HTTPFetcher {
        HTTPFetcher(configuration: try configuration(settings), now: now, memory: memory, logger: logger)
    }

    static func configuration(_ settings: FetchingSettings) throws(InputFailure) -> FetcherConfiguration {
        let policy: AddressPolicy
        do {
            policy = try AddressPolicy(allowedNetworks: settings.allowedNetworks, allowedHosts: settings.allowedHosts)
        } catch {
            throw InputFailure("fetching: \(error.description)")
        }
        let contact = settings.contact.isEmpty ? "no contact configured" : settings.contact
        return FetcherConfiguration(
            userAgent: FetcherConfiguration.userAgent(version: Release.version, contact: contact),
            addressPolicy: policy,
            defaultHostRule: settings.defaultHost.rule,
            hostRules: hostRules(settings), maximumConnections: settings.connections,
            caFile: settings.certificateFile, proxy: settings.proxy)
    }
}
