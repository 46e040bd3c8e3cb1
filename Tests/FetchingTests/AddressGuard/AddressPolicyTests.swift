import Fetching
import Testing

struct AddressPolicyTests {
    @Test(arguments: [
        ("0.0.0.0", AddressClass.unspecified), ("0.1.2.3", .reserved), ("10.0.0.0", .private),
        ("10.255.255.255", .private),
        ("100.64.0.0", .carrierGradeNAT), ("100.127.255.255", .carrierGradeNAT), ("127.0.0.1", .loopback),
        ("127.255.255.255", .loopback), ("169.254.169.254", .linkLocal), ("172.16.0.0", .private),
        ("172.31.255.255", .private), ("192.0.0.8", .reserved), ("192.0.2.1", .reserved), ("192.88.99.1", .reserved),
        ("192.168.255.255", .private), ("198.18.0.1", .reserved), ("198.19.255.255", .reserved),
        ("198.51.100.7", .reserved), ("203.0.113.9", .reserved), ("224.0.0.1", .multicast),
        ("239.255.255.255", .multicast),
        ("240.0.0.1", .reserved), ("255.255.255.255", .reserved), ("::", .unspecified), ("::1", .loopback),
        ("::127.0.0.1", .reserved), ("::ffff:127.0.0.1", .loopback), ("::ffff:0:127.0.0.1", .reserved),
        ("64:ff9b::10.0.0.1", .private), ("64:ff9b:1::1", .reserved), ("100::1", .reserved), ("2001::1", .reserved),
        ("2001:20::1", .reserved), ("2001:db8::1", .reserved), ("2002:7f00:1::", .loopback),
        ("2002:a9fe:a9fe::", .linkLocal),
        ("3fff::1", .reserved), ("5f00::1", .reserved), ("fc00::1", .private), ("fdff::1", .private),
        ("fe80::1", .linkLocal), ("febf::1", .linkLocal), ("fec0::1", .private), ("ff02::1", .multicast),
        ("4000::1", .reserved),
    ])
    func deniesSpecial(text: String, expected: AddressClass) throws {
        let address = try #require(IPAddress(text))
        #expect(AddressPolicy().decide(address, host: "h.example") == .denied(address, expected))
    }

    @Test(arguments: [
        "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.0",
        "169.253.0.1", "172.15.255.255", "172.32.0.0", "192.167.255.255", "192.169.0.0", "223.255.255.255",
        "2001:4860:4860::8888", "2606:4700::1", "2a00::1", "3ffe::1", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8",
    ])
    func allowsPublic(text: String) throws {
        #expect(AddressPolicy().decide(try #require(IPAddress(text)), host: "h.example") == .allowedPublic)
    }

    @Test func saysWhy() throws {
        let decision = AddressPolicy().decide(try #require(IPAddress("100.64.0.1")), host: "h.example")
        #expect(decision.denial == "100.64.0.1 is a carrier-grade NAT address")
        #expect(AddressPolicy.Decision.allowedPublic.denial == nil)
    }

    @Test func allowsByNetwork() throws {
        let policy = try AddressPolicy(allowedNetworks: ["10.1.0.0/16", "fd00::/8"], allowedHosts: [])
        func decide(_ text: String) throws -> AddressPolicy.Decision {
            policy.decide(try #require(IPAddress(text)), host: "h.example")
        }
        #expect(try decide("10.1.2.3") == .allowedNetwork("10.1.0.0/16"))
        #expect(try decide("::ffff:10.1.2.3") == .allowedNetwork("10.1.0.0/16"))
        #expect(try decide("fd12::1") == .allowedNetwork("fd00::/8"))
        #expect(try decide("10.2.0.1").denial == "10.2.0.1 is a private address")
        #expect(try decide("8.8.8.8") == .allowedPublic)
    }

    @Test(arguments: ["intranet.example", "INTRANET.Example", "intranet.example."])
    func allowsByHost(host: String) throws {
        let policy = try AddressPolicy(allowedNetworks: [], allowedHosts: ["Intranet.Example"])
        let address = try #require(IPAddress("10.0.0.1"))
        #expect(policy.decide(address, host: host) == .allowedHost("intranet.example"))
        #expect(policy.decide(address, host: "other.\(host)").denial == "10.0.0.1 is a private address")
    }

    @Test func allowsAddressAsHost() throws {
        let policy = try AddressPolicy(allowedNetworks: [], allowedHosts: ["::1"])
        #expect(policy.decide(try #require(IPAddress("::1")), host: "[::1]") == .allowedHost("::1"))
    }

    @Test func refusesBadEntries() {
        #expect(
            #expect(throws: AddressPolicy.InvalidEntry.self) {
                try AddressPolicy(allowedNetworks: ["10.0.0.1/8"], allowedHosts: [])
            }?.description == "\"10.0.0.1/8\" is not a network: write it like 10.0.0.0/8, fd00::/8 or 127.0.0.1")
        #expect(
            #expect(throws: AddressPolicy.InvalidEntry.self) {
                try AddressPolicy(allowedNetworks: [], allowedHosts: ["http://intranet.example"])
            }?.description
                == "\"http://intranet.example\" is not a host name: write it like intranet.example, without port")
    }
}
