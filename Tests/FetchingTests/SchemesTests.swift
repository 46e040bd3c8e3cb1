import Fetching
import TestSupport
import Testing

/// Only http and https are ever used, whatever a feed or a redirect says.
struct SchemesTests {
    static let schemes = [
        "file", "ftp", "ftps", "gopher", "gophers", "dict", "ldap", "ldaps", "imap", "imaps", "pop3", "pop3s", "smtp",
        "smtps", "smb", "smbs", "telnet", "tftp", "rtsp", "rtmp", "rtmpt", "scp", "sftp", "mqtt", "ws", "wss", "data",
        "javascript", "jar", "netdoc", "unix",
    ]

    @Test(arguments: schemes)
    func isNotUsed(scheme: String) async throws {
        let inside = try LocalHTTPPeer(address: "127.0.0.2") { _ in .ok("secret") }
        let front = try LocalHTTPPeer { _ in .redirect(302, to: "\(scheme)://127.0.0.2:\(inside.port)/etc/passwd") }
        defer {
            inside.stop()
            front.stop()
        }
        try await withFetcher { fetcher in
            let direct = await fetcher.failure(of: .feed(url: "\(scheme)://127.0.0.2:\(inside.port)/etc/passwd"))
            let redirected = await fetcher.failure(of: .feed(url: front.url))
            for error in [direct, redirected] {
                let code = try #require(error?.code)
                #expect([.unsupportedScheme, .invalidURL].contains(code), "\(scheme)")
            }
        }
        #expect(inside.connectionCount == 0)
        #expect(front.requests.count == 1)
    }

    /// `localhost` has an IPv6 address on most machines; nobody listens there.
    @Test func anAddressThatRefusesIsPassedOver() async throws {
        let peer = try LocalHTTPPeer { _ in .ok("x") }
        defer { peer.stop() }
        try await withFetcher { fetcher in
            let document = try await fetcher.fetch(.feed(url: "http://localhost:\(peer.port)/"))
            #expect(document.remoteAddress == "127.0.0.1")
        }
    }
}
