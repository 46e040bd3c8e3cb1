/// What a feed's URL says about where its entries come from.
///
/// `dart:list`, `naver:news` and `edgar:current` take the parameters of the service's own API under their own names:
/// `dart:list?corp_cls=Y&pblntf_ty=B`.
public enum SourceAddress: Sendable, Hashable {
    /// http and https: a feed.
    case feed
    /// OpenDART's list of disclosures.
    case dart([QueryParameter])
    /// Naver's news search.
    case naver([QueryParameter])
    /// EDGAR's current filings, or those of one company.
    case edgar(EDGARList, [QueryParameter])
    /// The words after `exec:`: a command, or a name where the feed has a command of its own.
    case exec([String])
    /// A folder of files, by its path.
    case folder(String)

    /// Why a URL is none of these, in words that follow "must be".
    public struct Problem: Error, Sendable, Hashable {
        public let message: String

        public init(message: String) {
            self.message = message
        }
    }

    /// Reads a URL.
    public init(_ url: String) throws(Problem) {
        if Self.isWeb(url) {
            self = .feed
            return
        }
        let parts = url.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let rest = parts.count == 2 ? parts[1] : ""
        switch parts[0] {
        case "dart": self = .dart(try ServiceQuery(rest, of: [.list]).parameters)
        case "naver": self = .naver(try ServiceQuery(rest, of: [.news]).parameters)
        case "edgar":
            let query = try ServiceQuery(rest, of: [.current, .company])
            self = .edgar(query.form.name == "company" ? .company : .current, query.parameters)
        case "exec":
            let words = rest.split(separator: " ").map(String.init)
            if words.isEmpty { throw Problem(message: "exec: and a command, such as exec:/usr/local/bin/news --rss") }
            self = .exec(words)
        case "file":
            let path = rest.hasPrefix("///") ? String(rest.dropFirst(2)) : rest
            if path.isEmpty || path.hasPrefix("//") { throw Problem(message: "file: and a folder, such as file:inbox") }
            self = .folder(path)
        default:
            throw Problem(
                message: "an http or https address, or one of dart:list, naver:news, edgar:current, edgar:company, "
                    + "exec:COMMAND, file:FOLDER")
        }
    }

    /// True for an http or https URL.
    public static func isWeb(_ url: String) -> Bool {
        url.hasPrefix("http://") || url.hasPrefix("https://")
    }
}

/// Which of EDGAR's lists.
public enum EDGARList: String, Sendable, Hashable {
    /// What all companies filed last.
    case current = "getcurrent"
    /// What one company filed.
    case company = "getcompany"
}
