/// One HTTP exchange of a fetch. We follow redirects ourselves, not libcurl, because each hop has its own rules: whose
/// headers it may carry, whether the validators belong to it, and the limits of its host.
struct Hop: Sendable {
    let target: FetchTarget
    let method: FetchRequest.Method
    let body: [UInt8]?
    /// The caller's own headers and credentials may go with it.
    let carriesOwnHeaders: Bool
    let credentials: FetchRequest.Credentials?
    let etag: String?
    let lastModified: String?

    static let maximumRedirects = 5

    var isConditional: Bool { etag != nil || lastModified != nil }

    /// The first hop of a request.
    init(request: FetchRequest) throws(FetchError) {
        target = try FetchTarget(url: request.url)
        method = request.method
        body = request.body
        carriesOwnHeaders = true
        credentials = request.credentials ?? target.credentials
        let takes =
            request.validatorsURL == nil || request.validatorsURL == target.url || request.validatorsURL == request.url
        etag = takes ? Self.present(request.etag) : nil
        lastModified = takes ? Self.present(request.lastModified) : nil
    }

    /// True where an answer is one that is to be followed.
    static func isRedirect(status: Int) -> Bool {
        [301, 302, 303, 307, 308].contains(status)
    }

    /// The hop after a redirect; `earlier` are those already followed, this one not among them.
    func following(
        status: Int, location: String, request: FetchRequest, earlier: [FetchedDocument.Redirect]
    ) throws(FetchError) -> Hop {
        guard earlier.count < Self.maximumRedirects else {
            throw FetchError(
                code: .tooManyRedirects, message: "\(target.name) redirects more than \(Self.maximumRedirects) times")
        }
        let next = try target.resolve(location: location)
        if target.isSecure, !next.isSecure, !request.allowsInsecureRedirect {
            throw FetchError(
                code: .insecureRedirect, message: "\(target.name) redirects from https to http, which is refused")
        }
        return Hop(after: self, status: status, target: next, request: request, earlier: earlier)
    }

    private init(
        after last: Hop, status: Int, target: FetchTarget, request: FetchRequest, earlier: [FetchedDocument.Redirect]
    ) {
        self.target = target
        let repeats = status == 307 || status == 308 || last.method == .get || last.method == .head
        method = repeats ? last.method : .get
        body = repeats ? last.body : nil
        // Once away from the first origin they stay away, so that no other host can send them back somewhere.
        carriesOwnHeaders = last.carriesOwnHeaders && Self.mayShareHeaders(last.target, target)
        credentials = carriesOwnHeaders ? last.credentials : nil
        let wasPermanent = status == 301 || status == 308 || earlier.contains { $0.isPermanent }
        let takes = request.validatorsURL.map { $0 == target.url } ?? !wasPermanent
        etag = takes ? Self.present(request.etag) : nil
        lastModified = takes ? Self.present(request.lastModified) : nil
    }

    /// The same origin, or the step of one host from plain http to https at the usual ports.
    private static func mayShareHeaders(_ from: FetchTarget, _ to: FetchTarget) -> Bool {
        from.hasSameOrigin(as: to)
            || (from.host == to.host && !from.isSecure && to.isSecure && from.port == 80 && to.port == 443)
    }

    private static func present(_ text: String?) -> String? {
        text.flatMap { $0.isEmpty ? nil : $0 }
    }
}
