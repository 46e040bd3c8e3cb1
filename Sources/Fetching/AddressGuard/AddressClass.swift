/// What an address is for, after the IANA registries of special-purpose IPv4 and IPv6 addresses (RFC 6890).
public enum AddressClass: String, Sendable, CaseIterable {
    case loopback
    case `private`
    case linkLocal = "link-local"
    case carrierGradeNAT = "carrier-grade NAT"
    case multicast
    case unspecified
    case reserved
    /// Anything on the public Internet.
    case `public`

    /// The class of an address; an IPv4 address inside an IPv6 one decides for it.
    public init(_ address: IPAddress) {
        let judged = address.embeddedIPv4 ?? address
        let table = judged.isIPv4 ? Self.ipv4 : Self.ipv6
        self = table.first { $0.network.contains(judged) }?.name ?? (judged.isIPv4 ? .public : .reserved)
    }

    private static func rows(_ rows: [(String, AddressClass)]) -> [(network: IPNetwork, name: AddressClass)] {
        rows.compactMap { text, name in IPNetwork(text).map { (network: $0, name: name) } }
    }

    /// The first row that holds an address names it; no row: public.
    private static let ipv4 = rows([
        ("0.0.0.0/32", .unspecified), ("0.0.0.0/8", .reserved),
        ("10.0.0.0/8", .private), ("172.16.0.0/12", .private), ("192.168.0.0/16", .private),
        ("100.64.0.0/10", .carrierGradeNAT),
        ("127.0.0.0/8", .loopback),
        ("169.254.0.0/16", .linkLocal),
        ("192.0.0.0/24", .reserved),  // protocol assignments
        ("192.0.2.0/24", .reserved), ("198.51.100.0/24", .reserved), ("203.0.113.0/24", .reserved),  // documentation
        ("192.88.99.0/24", .reserved),  // former 6to4 relays
        ("198.18.0.0/15", .reserved),  // benchmarks
        ("224.0.0.0/4", .multicast),
        ("240.0.0.0/4", .reserved),  // broadcast included
    ])

    /// The first row that holds an address names it; no row: reserved, as only 2000::/3 is given out.
    private static let ipv6 = rows([
        ("::/128", .unspecified), ("::1/128", .loopback),
        ("fc00::/7", .private), ("fec0::/10", .private),  // unique local, former site-local
        ("fe80::/10", .linkLocal),
        ("ff00::/8", .multicast),
        ("2001::/23", .reserved),  // protocol assignments, Teredo, ORCHID
        ("2001:db8::/32", .reserved), ("3fff::/20", .reserved),  // documentation
        ("2000::/3", .public),
    ])
}
