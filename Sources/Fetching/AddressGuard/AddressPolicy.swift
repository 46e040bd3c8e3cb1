/// Which addresses a fetch may connect to: public ones, and those that the user allows.
///
/// It judges the address of the connection, after the name lookup, on every hop; so the spelling of a URL does not
/// matter, nor a name server that changes its mind.
public struct AddressPolicy: Sendable {
    /// What the policy says about one address, with the reason.
    public enum Decision: Sendable, Hashable {
        case allowedPublic
        /// The allowed network that holds the address, such as `10.0.0.0/8`.
        case allowedNetwork(String)
        /// The allowed host name.
        case allowedHost(String)
        case denied(IPAddress, AddressClass)

        /// Nil where the address is allowed, else why not, in plain words.
        public var denial: String? {
            guard case .denied(let address, let name) = self else { return nil }
            return "\(address) is a \(name.rawValue) address"
        }
    }

    /// A network or host of the configuration that cannot be read.
    public struct InvalidEntry: Error, Sendable, Hashable, CustomStringConvertible {
        public let entry: String
        public let description: String
    }

    private let networks: [IPNetwork]
    private let hosts: Set<String>

    /// Public addresses only.
    public init() {
        networks = []
        hosts = []
    }

    /// Public addresses, these networks (`10.0.0.0/8`, `fd00::/8`, `127.0.0.1`), and whatever address these hosts have
    /// (whole names, no patterns, no port).
    public init(allowedNetworks: [String], allowedHosts: [String]) throws(InvalidEntry) {
        var networks: [IPNetwork] = []
        for text in allowedNetworks {
            guard let network = IPNetwork(text) else {
                throw InvalidEntry(
                    entry: text,
                    description: "\"\(text)\" is not a network: write it like 10.0.0.0/8, fd00::/8 or 127.0.0.1")
            }
            networks.append(network)
        }
        for host in allowedHosts where !Self.isHostName(host) {
            throw InvalidEntry(
                entry: host, description: "\"\(host)\" is not a host name: write it like intranet.example, without port"
            )
        }
        self.networks = networks
        hosts = Set(allowedHosts.map(Self.normal))
    }

    /// What this policy says about connecting to `address` for `host`, the host of the URL.
    public func decide(_ address: IPAddress, host: String) -> Decision {
        let name = Self.normal(host)
        if hosts.contains(name) { return .allowedHost(name) }
        let judged = [address] + (address.embeddedIPv4.map { [$0] } ?? [])
        for network in networks where judged.contains(where: network.contains) {
            return .allowedNetwork(network.description)
        }
        let kind = AddressClass(address)
        return kind == .public ? .allowedPublic : .denied(address, kind)
    }

    /// Lower case, without brackets and without the dot at the end.
    private static func normal(_ host: String) -> String {
        var bytes = host.utf8.map { (65...90).contains($0) ? $0 | 32 : $0 }
        if bytes.last == UInt8(ascii: "."), bytes.count > 1 { bytes.removeLast() }
        if bytes.first == UInt8(ascii: "["), bytes.last == UInt8(ascii: "]") { bytes = bytes.dropFirst().dropLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isHostName(_ text: String) -> Bool {
        if IPAddress(text) != nil { return true }
        return !text.isEmpty
            && text.utf8.allSatisfy {
                $0 >= 0x80 || (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
                    || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
            }
    }
}
