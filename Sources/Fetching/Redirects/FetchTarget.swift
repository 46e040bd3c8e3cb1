import CCurl
import Foundation

/// Where one hop of a fetch goes.
struct FetchTarget: Sendable {
    /// Without user, password and fragment.
    let url: String
    /// `http` or `https`.
    let scheme: String
    /// In lower case; IPv6 in brackets.
    let host: String
    let port: Int
    /// From the URL; nil where it names no user.
    let credentials: FetchRequest.Credentials?

    var isSecure: Bool { scheme == "https" }

    /// For messages: the host, with the port where it is not the usual one.
    var name: String {
        port == (isSecure ? 443 : 80) ? host : "\(host):\(port)"
    }

    /// Reads the URL of a request.
    init(url text: String) throws(FetchError) {
        guard let url = CurlURL() else { throw Self.noMemory }
        let bytes = Array(text.utf8)
        guard bytes.count <= Self.maximumBytes else {
            throw FetchError(code: .invalidURL, message: "The URL is longer than 16 KiB")
        }
        switch url.set(url: bytes) {
        case CURLUE_OK: break
        case CURLUE_BAD_SCHEME:
            throw FetchError(code: .invalidURL, message: "The URL does not begin with http:// or https://")
        default: throw FetchError(code: .invalidURL, message: "The URL cannot be read")
        }
        try self.init(reading: url, redirectedBy: nil)
    }

    /// Reads a Location header, relative to this target.
    func resolve(location: String) throws(FetchError) -> FetchTarget {
        let bytes = HeaderText.encode(location)
        guard let base = CurlURL() else { throw Self.noMemory }
        guard bytes.count <= Self.maximumBytes, base.set(url: Array(url.utf8)) == CURLUE_OK,
            base.set(url: bytes) == CURLUE_OK
        else { throw FetchError(code: .invalidURL, message: "\(name) redirects to something that is not a URL") }
        return try FetchTarget(reading: base, redirectedBy: name)
    }

    /// True where both go to the same program of the same host.
    func hasSameOrigin(as other: FetchTarget) -> Bool {
        scheme == other.scheme && host == other.host && port == other.port
    }

    private static let maximumBytes = 16 << 10
    private static let noMemory = FetchError(code: .other, message: "Out of memory")

    private init(reading url: borrowing CurlURL, redirectedBy name: String?) throws(FetchError) {
        let scheme = url.get(CURLUPART_SCHEME)?.lowercased() ?? ""
        guard scheme == "http" || scheme == "https" else {
            let shown = String(scheme.prefix(20))
            throw FetchError(
                code: .unsupportedScheme,
                message: name.map { "\($0) redirects to \(shown):, but only http and https are fetched" }
                    ?? "Only http and https are fetched, not \(shown):")
        }
        let user = url.get(CURLUPART_USER, decoded: true)
        let password = url.get(CURLUPART_PASSWORD, decoded: true)
        for part in [CURLUPART_USER, CURLUPART_PASSWORD, CURLUPART_OPTIONS, CURLUPART_FRAGMENT] { url.clear(part) }
        guard let spelled = url.get(CURLUPART_HOST), let host = Self.asciiHost(spelled),
            host == spelled || url.set(CURLUPART_HOST, Array(host.utf8)) == CURLUE_OK,
            let whole = url.get(CURLUPART_URL)
        else {
            throw FetchError(
                code: .invalidURL,
                message: name.map { "\($0) redirects to a URL without a valid host name" }
                    ?? "The URL has no valid host name")
        }
        self.url = whole
        self.scheme = scheme
        self.host = host.lowercased()
        port = url.get(CURLUPART_PORT).flatMap { Int($0) } ?? (scheme == "https" ? 443 : 80)
        credentials = user.map { FetchRequest.Credentials(user: $0, password: password ?? "") }
    }

    /// A host name with Hangul and the like in its ASCII form. libcurl would convert by the process's locale, which
    /// is "C" here.
    private static func asciiHost(_ host: String) -> String? {
        guard host.utf8.contains(where: { $0 >= 0x80 }) else { return host }
        guard let ascii = URLComponents(string: "http://\(host)/")?.encodedHost,
            ascii.utf8.allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: "%") })
        else { return nil }
        return ascii
    }
}
