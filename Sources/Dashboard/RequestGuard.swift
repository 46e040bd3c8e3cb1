import HTTPTypes
import Hummingbird

/// Keeps the web page next door out: a request whose Host or Origin is not our own address gets 403.
///
/// Without the Host check a name that was pointed at 127.0.0.1 (DNS rebinding) would reach the API from a browser.
struct RequestGuard: RouterMiddleware {
    typealias Context = BasicRequestContext

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard Self.isOurs(request.head.authority), Self.hasFriendlyOrigin(request.headers[.origin]) else {
            return Response(status: .forbidden, headers: SecurityHeaders.fields)
        }
        return try await next(request, context)
    }

    static func isOurs(_ authority: String?) -> Bool {
        guard let authority else { return false }
        let host = authority.hasPrefix("[") ? authority.prefix { $0 != "]" } + "]" : authority.prefix { $0 != ":" }
        return ["127.0.0.1", "localhost", "[::1]"].contains(host)
    }

    static func hasFriendlyOrigin(_ origin: String?) -> Bool {
        guard let origin else { return true }
        guard origin.hasPrefix("http://") else { return false }
        return isOurs(String(origin.dropFirst("http://".count)))
    }
}

/// What every answer carries: no script, no frame, nothing from elsewhere.
enum SecurityHeaders {
    static var fields: HTTPFields {
        var fields = HTTPFields()
        fields[.contentSecurityPolicy] =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        fields[.xContentTypeOptions] = "nosniff"
        fields[.cacheControl] = "no-store"
        if let name = HTTPField.Name("Referrer-Policy") { fields[name] = "no-referrer" }
        return fields
    }
}
