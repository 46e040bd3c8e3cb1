import Foundation

/// What must be known of a webhook's URL before it is used. Who may really be reached, the fetcher's address guard says.
struct WebhookAddress {
    let isLoopback: Bool

    /// nil for anything but an http or https URL with a host.
    init?(_ url: String) {
        guard let parts = URLComponents(string: url), let scheme = parts.scheme?.lowercased(),
            scheme == "http" || scheme == "https", let host = parts.host?.lowercased(), !host.isEmpty
        else { return nil }
        let bytes = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        let isIPv4Loopback = bytes.count == 4 && bytes.allSatisfy { $0 != nil } && bytes[0] == 127
        isLoopback = isIPv4Loopback || ["localhost", "::1", "[::1]"].contains(host)
    }
}
