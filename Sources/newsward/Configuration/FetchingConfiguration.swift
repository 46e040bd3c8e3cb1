import Pipeline
import StrictYAML

/// The keys of `fetching:`.
enum FetchingConfiguration {
    /// Bytes that a body may be limited to.
    static let bodyBytes = 65_536...268_435_456
    private static let connections = 1...1000

    static func settings(_ reader: MappingReader) -> FetchingSettings {
        var settings = FetchingSettings()
        settings.contact = reader.optionalString("contact") ?? ""
        settings.timeoutSeconds = reader.duration("timeout", default: settings.timeoutSeconds, in: 1...600)
        settings.maximumBytes = reader.integer("max_bytes", in: bodyBytes, default: settings.maximumBytes)
        settings.allowedNetworks = reader.strings("allow_networks")
        settings.allowedHosts = reader.strings("allow_hosts")
        settings.defaultHost.connections = reader.integer(
            "host_connections", in: connections, default: settings.defaultHost.connections)
        settings.defaultHost.spacingSeconds = reader.duration("host_spacing", default: 1, in: 0...3600)
        settings.hosts = reader.mapping("hosts") { hosts(in: $0, default: settings.defaultHost) } ?? [:]
        settings.certificateFile = reader.optionalString("ca_file")
        settings.proxy = FeedAccessReading.proxy(reader)
        return settings
    }

    /// `hosts: {NAME: {connections: 4, spacing: 0s}}`; what a host does not say is as for all.
    private static func hosts(in reader: MappingReader, default common: HostSettings) -> [String: HostSettings] {
        var hosts: [String: HostSettings] = [:]
        for name in reader.keys {
            if name.contains("/") || name.contains("@") {
                reader.problem(name, "must be a host name or address, without scheme and port")
            }
            hosts[name.lowercased()] = reader.mapping(name) { host in
                HostSettings(
                    connections: host.integer("connections", in: connections, default: common.connections),
                    spacingSeconds: host.duration("spacing", default: common.spacingSeconds, in: 0...3600))
            }
        }
        return hosts
    }
}
