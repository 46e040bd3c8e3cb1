public import FeedParsing
public import Fetching

/// Where entries come from besides feeds. One look is what one GET is for a feed.
public protocol NewsSource: Sendable {
    /// Looks once.
    ///
    /// - Parameter cursor: what the last look that was stored left behind; nil at the first one.
    func look(cursor: String?) async throws(SourceFailure) -> SourceAnswer

    /// True where a look lists again some of what the look before has listed. One that does not has then missed something.
    var overlaps: Bool { get }

    /// Hears that the entries of the look that gave this cursor are in the store.
    func stored(cursor: String?) async
}

extension NewsSource {
    public var overlaps: Bool { true }

    public func stored(cursor: String?) async {}
}

/// What a look brought.
public enum SourceAnswer: Sendable {
    /// Nothing that was not there before.
    case unchanged
    case news(SourceLook)
}

/// Entries, and how far they reach.
public struct SourceLook: Sendable {
    /// The first answer, as the record of where the entries are from. Its address holds no secret.
    public let document: FetchedDocument
    public let feed: ParsedFeed
    /// To be stored together with the entries, and handed back at the next look.
    public let cursor: String?

    public init(document: FetchedDocument, feed: ParsedFeed, cursor: String?) {
        self.document = document
        self.feed = feed
        self.cursor = cursor
    }
}

/// Why a look came to nothing, in plain words. Holds no key and no secret.
public struct SourceFailure: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Code: String, Sendable, CaseIterable {
        /// No answer, or a broken one.
        case network
        /// The key is wrong, barred or out of date.
        case access
        /// More requests than the service allows.
        case limit
        /// The service says that the request is wrong.
        case request
        /// The service is closed or has a fault.
        case service
        /// The answer is not what the service's documentation says.
        case answer
        /// The command failed, took too long or wrote too much.
        case command
        /// The folder cannot be read.
        case folder
    }

    public let code: Code
    public let message: String
    /// Seconds to wait before the next look, where the kind of failure asks for it.
    public let retryAfterSeconds: Int64?

    public init(_ code: Code, _ message: String, retryAfterSeconds: Int64? = nil) {
        self.code = code
        self.message = message
        self.retryAfterSeconds = retryAfterSeconds
    }

    public var description: String { message }

    /// True where the same look may work later without anybody's doing.
    public var isTransient: Bool {
        switch code {
        case .network, .limit, .service, .answer, .command, .folder: true
        case .access, .request: false
        }
    }
}
