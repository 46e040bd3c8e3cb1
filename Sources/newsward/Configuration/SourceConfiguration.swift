import NewsModel
import NewsSources
import StrictYAML

/// What the configuration says about sources that are no feeds.
enum SourceConfiguration {
    /// The keys of `sources:`.
    static func services(_ reader: MappingReader) -> SourceServices {
        var services = SourceServices()
        _ = reader.mapping("dart") { reader in
            services.dart.address = address(reader) ?? services.dart.address
            services.dart.key = SecretReading(reader).secret("key")
        }
        _ = reader.mapping("naver") { reader in
            services.naver.address = address(reader) ?? services.naver.address
            services.naver.clientID = SecretReading(reader).secret("id")
            services.naver.clientSecret = SecretReading(reader).secret("secret")
        }
        _ = reader.mapping("edgar") { reader in
            services.edgar.address = address(reader) ?? services.edgar.address
        }
        return services
    }

    /// The address in a feed's `url`, held to the forms of docs/sources.md; nil after a problem.
    static func address(ofFeed reader: MappingReader) -> (url: String, address: SourceAddress)? {
        let url = reader.string("url")
        guard !url.isEmpty else { return nil }
        do {
            return (url, try SourceAddress(url))
        } catch {
            reader.problem("url", "must be \(error.message), not \"\(url)\"")
            return nil
        }
    }

    /// The keys that only some kinds of source have. For others they are unknown keys.
    static func addKeys(_ reader: MappingReader, of address: SourceAddress?, to feed: inout Feed) {
        switch address {
        case .exec(let words):
            let arguments = reader.optionalStrings("command") ?? words
            if arguments.isEmpty { reader.problem("command", "must name a program") }
            feed.command = SourceCommand(
                arguments: arguments, timeoutSeconds: reader.duration("timeout", default: 60, in: 1...3600),
                maximumBytes: feed.maximumBytes ?? 10 * 1024 * 1024)
        case .folder:
            feed.movesReadFiles = reader.oneOf("processed", default: ProcessedFiles.leave) == .move
            // A folder costs nothing to look at, and somebody waits who has just dropped a file.
            if feed.intervalSeconds == nil { feed.intervalSeconds = 10 }
        default: break
        }
    }

    /// Notes what a feed needs and the rest of the file does not give.
    static func demandNeeds(
        of feed: Feed, at location: YAMLLocation, services: SourceServices, contact: String, in reader: MappingReader
    ) {
        guard let address = try? SourceAddress(feed.url) else { return }
        switch address {
        case .dart where services.dart.key == nil:
            reader.problem(at: location, "dart: needs the key of OpenDART: sources.dart.key_file or key_env")
        case .naver where services.naver.clientID == nil || services.naver.clientSecret == nil:
            reader.problem(
                at: location, "naver: needs sources.naver.id_file (or id_env) and secret_file (or secret_env)")
        case .edgar where contact.isEmpty, .feed where contact.isEmpty && SECFairAccess.covers(feed.url):
            reader.problem(
                at: location, "the SEC asks programs to say who they are: set fetching.contact to an e-mail or a page")
        default: break
        }
    }

    private static func address(_ reader: MappingReader) -> String? {
        reader.parsed("address", "an http or https address without a slash at the end") { text in
            SourceAddress.isWeb(text) && !text.hasSuffix("/") ? text : nil
        }
    }
}

/// What becomes of a file that was read.
private enum ProcessedFiles: String, CaseIterable {
    case leave, move
}
