import Foundation
import NewsModel
import StrictYAML

/// The keys of a feed that say how its server is to be asked. Secrets stand in files, never in the configuration.
enum FeedAccessReading {
    static func access(_ reader: MappingReader) -> FeedAccess {
        var access = FeedAccess()
        access.userAgent = reader.parsed("user_agent", "a text in one line") { isHeaderText($0) ? $0 : nil }
        access.proxy = proxy(reader)
        if let lines = SecretReading(reader).lines(ofFile: "login_file") {
            let parts = lines[0].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            if lines.count == 1, parts.count == 2, !parts[0].isEmpty {
                access.user = String(parts[0])
                access.password = String(parts[1])
            } else {
                reader.problem("login_file", "must hold one line: user:password")
            }
        }
        access.headers = (SecretReading(reader).lines(ofFile: "headers_file") ?? []).compactMap { line in
            let header = header(line)
            if header == nil { reader.problem("headers_file", "must hold lines of the form Name: value") }
            return header
        }
        return access
    }

    /// `proxy`, or `proxy_file` where it has a password; nil where there is none.
    static func proxy(_ reader: MappingReader) -> String? {
        let open = reader.parsed("proxy", "an address such as http://proxy.example:3128", proxyAddress)
        let secret = SecretReading(reader).lines(ofFile: "proxy_file")
        if open != nil, secret != nil { reader.problem("proxy_file", "give one of proxy and proxy_file") }
        if let open, open.contains("@") {
            reader.problem("proxy", "has a user or password in it: put it into a file and name that with proxy_file")
        }
        guard let secret else { return open }
        guard secret.count == 1, let address = proxyAddress(secret[0]) else {
            reader.problem("proxy_file", "must hold one line: http://user:password@proxy.example:3128")
            return nil
        }
        return address
    }

    /// An IANA name that this machine knows, or an offset.
    static func timeZone(_ text: String) -> String? {
        let digits = text.utf8.dropFirst().filter { $0 != UInt8(ascii: ":") }
        let isOffset =
            (text.hasPrefix("+") || text.hasPrefix("-")) && digits.count == 4
            && digits.allSatisfy { (48...57).contains($0) }
        return isOffset || TimeZone(identifier: text) != nil ? text : nil
    }

    private static func proxyAddress(_ text: String) -> String? {
        let schemes = ["http://", "https://", "socks5://", "socks5h://"]
        guard let scheme = schemes.first(where: text.hasPrefix), text.utf8.count > scheme.utf8.count else { return nil }
        return text.utf8.allSatisfy { $0 > 32 && $0 < 127 } ? text : nil
    }

    private static func header(_ line: String) -> FeedAccess.Header? {
        guard let colon = line.firstIndex(of: ":") else { return nil }
        let name = String(line[..<colon])
        let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        let isToken = name.utf8.allSatisfy { $0 > 32 && $0 < 127 && !"()<>@,;\\\"/[]?={}".utf8.contains($0) }
        return !name.isEmpty && isToken && isHeaderText(value) ? FeedAccess.Header(name: name, value: value) : nil
    }

    private static func isHeaderText(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 >= 32 && $0 != 127 }
    }
}
