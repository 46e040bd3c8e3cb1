/// The rules of https://www.sec.gov for programs: say who you are, and ask at most 10 times a second.
public enum SECFairAccess {
    /// The hosts of the SEC that programs ask.
    public static let hosts = ["www.sec.gov", "data.sec.gov", "efts.sec.gov"]

    /// Seconds between two requests to one of these hosts: the limit counts over all of them.
    public static let spacingSeconds = 0.1 * Double(hosts.count)

    /// True for an address of the SEC.
    public static func covers(_ url: String) -> Bool {
        guard let start = url.firstRange(of: "://")?.upperBound else { return false }
        let authority = url[start...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let host = authority.split(separator: "@").last?.prefix { $0 != ":" }.lowercased() ?? ""
        return host == "sec.gov" || host.hasSuffix(".sec.gov")
    }
}
