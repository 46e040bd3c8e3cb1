import Fetching
import Logging
import TestSupport
import Testing

/// Every way to write an address of this machine or its network, against the default policy: no connection is made.
struct BlockedSpellingsTests {
    static let hosts = [
        // Loopback, by number in all bases and lengths.
        "127.0.0.1", "127.0.0.2", "127.255.255.254", "127.1", "127.0.1", "2130706433", "0x7f000001", "0x7F.0.0.1",
        "0x7f.1", "017700000001", "0177.0.0.1", "0177.1", "0x7f.0.0.0x1", "127.0.0.1.", "127.000.000.001",
        // Loopback by name.
        "localhost", "LOCALHOST", "localhost.", "%6cocalhost", "%6Cocal%68ost",
        // Loopback in other letters: full-width, circled, ideographic full stops.
        "１２７.０.０.１", "①②⑦.⓪.⓪.①", "127。0。0。1", "ｌｏｃａｌｈｏｓｔ",
        // Unspecified, which Linux connects to itself.
        "0.0.0.0", "0", "0x0", "00", "[::]",
        // IPv6.
        "[::1]", "[0:0:0:0:0:0:0:1]", "[0000:0000:0000:0000:0000:0000:0000:0001]", "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]", "[::FFFF:7F00:0001]", "[::ffff:0.0.0.0]", "[::127.0.0.1]", "[64:ff9b::127.0.0.1]",
        "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[2002:7f00:0001::1]", "[::ffff:0:127.0.0.1]",
        // The network around.
        "10.0.0.1", "0xa000001", "012.0.0.1", "172.16.0.1", "192.168.0.1", "192.168.257", "169.254.169.254",
        "2852039166",
        "0xa9fea9fe", "[::ffff:169.254.169.254]", "100.64.0.1", "[fc00::1]", "[fd00:ec2::254]", "[fec0::1]",
        "224.0.0.1", "255.255.255.255", "240.0.0.1", "192.0.2.1", "198.18.0.1",
    ]

    @Test(arguments: hosts)
    func isRefusedWithoutConnection(host: String) async throws {
        let peer = try LocalHTTPPeer { _ in .ok("secret") }
        defer { peer.stop() }
        try await withFetcher(loopback { $0.addressPolicy = AddressPolicy() }) { fetcher in
            let error = await fetcher.failure(of: .page(url: "http://\(host):\(peer.port)/"))
            let code = try #require(error?.code)
            // What a resolver or the URL reader already refuses never gets to the policy.
            #expect([.blockedAddress, .invalidURL, .dns].contains(code), "\(host): \(code)")
        }
        #expect(peer.connectionCount == 0)
    }

    @Test(arguments: hosts)
    func isRefusedAsRedirect(host: String) async throws {
        let inside = try LocalHTTPPeer(address: "127.0.0.1") { _ in .ok("secret") }
        let front = try LocalHTTPPeer(address: "127.9.9.9") { _ in .redirect(302, to: "http://\(host):\(inside.port)/")
        }
        defer {
            inside.stop()
            front.stop()
        }
        // Only the front may be reached.
        let policy = try AddressPolicy(allowedNetworks: [], allowedHosts: ["127.9.9.9"])
        try await withFetcher(loopback { $0.addressPolicy = policy }) { fetcher in
            let error = await fetcher.failure(of: .page(url: front.url))
            let code = try #require(error?.code)
            // What a resolver or the URL reader already refuses never gets to the policy.
            #expect([.blockedAddress, .invalidURL, .dns].contains(code), "\(host): \(code)")
        }
        #expect(inside.connectionCount == 0)
        #expect(front.requests.count == 1)
    }

    @Test func isRefusedForWebhooksToo() async throws {
        let peer = try LocalHTTPPeer { _ in .ok("") }
        defer { peer.stop() }
        try await withFetcher(loopback { $0.addressPolicy = AddressPolicy() }) { fetcher in
            let error = await fetcher.failure(of: .webhook(url: "\(peer.url)/services/T0/B0/canary", body: []))
            #expect(
                error
                    == FetchError(
                        code: .blockedAddress,
                        message: "127.0.0.1:\(peer.port) is not fetched: 127.0.0.1 is a loopback address"))
        }
        #expect(peer.connectionCount == 0)
    }
}
