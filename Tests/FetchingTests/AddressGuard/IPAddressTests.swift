import Testing

@testable import Fetching

struct IPAddressTests {
    @Test(arguments: [
        ("127.0.0.1", "127.0.0.1"), ("255.255.255.255", "255.255.255.255"), ("::1", "::1"), ("[::1]", "::1"),
        ("::", "::"), ("1::", "1::"), ("2001:DB8:0:0:0:0:0:1", "2001:db8::1"), ("::ffff:127.0.0.1", "::ffff:7f00:1"),
        ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"), ("1:0:0:2:0:0:0:3", "1:0:0:2::3"),
    ])
    func readsAndWrites(text: String, written: String) throws {
        #expect(try #require(IPAddress(text)).description == written)
    }

    @Test(arguments: [
        "", "1", "1.2.3", "1.2.3.4.5", "256.0.0.1", "01.2.3.4", "0x7f.0.0.1", "1.2.3.-4", "1..2.3", "localhost", ":",
        ":::", "1:2", "1:2:3:4:5:6:7:8:9", "1::2::3", "g::1", "12345::", "::1.2.3", "+1::2", "fe80::1%eth0", "[::1",
        "1:2:3:4:5:6:7::8:9",
    ])
    func refuses(text: String) {
        #expect(IPAddress(text) == nil)
    }

    @Test func takesFourOrSixteenBytes() {
        #expect(IPAddress(bytes: [127, 0, 0, 1]) == IPAddress("127.0.0.1"))
        #expect(IPAddress(bytes: [UInt8](repeating: 0, count: 15) + [1]) == IPAddress("::1"))
        #expect(IPAddress(bytes: [1, 2, 3]) == nil)
    }

    @Test(arguments: [
        ("::ffff:10.1.2.3", "10.1.2.3"), ("64:ff9b::10.1.2.3", "10.1.2.3"), ("2002:0a01:0203::1", "10.1.2.3"),
    ])
    func findsIPv4Inside(text: String, inside: String) {
        #expect(IPAddress(text)?.embeddedIPv4 == IPAddress(inside))
    }

    @Test(arguments: [
        ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.0", false), ("127.0.0.1", "127.0.0.1", true),
        ("127.0.0.1", "127.0.0.2", false), ("172.16.0.0/12", "172.31.255.255", true),
        ("172.16.0.0/12", "172.32.0.0", false),
        ("fd00::/8", "fdff::1", true), ("fd00::/8", "fe00::1", false), ("0.0.0.0/0", "8.8.8.8", true),
        ("::/0", "8.8.8.8", false), ("2001:db8::/33", "2001:db8:8000::", false),
    ])
    func networkHolds(network: String, address: String, holds: Bool) throws {
        let address = try #require(IPAddress(address))
        #expect(try #require(IPNetwork(network)).contains(address) == holds)
    }

    @Test(arguments: ["10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "10.0.0.1/8", "::/129", "x/8", "/8", ""])
    func networkRefuses(text: String) {
        #expect(IPNetwork(text) == nil)
    }
}
