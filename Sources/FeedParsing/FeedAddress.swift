/// The address of a feed as people and lists write it.
public enum FeedAddress {
    /// The http or https address that a text stands for; nil where it stands for none.
    ///
    /// `feed://host/path` and `feed:https://host/path`, which some lists have, are such addresses too.
    public static func web(_ text: String) -> String? {
        var url = text
        let lower = text.lowercased()
        if lower.hasPrefix("feed://") {
            url = "http://" + text.dropFirst("feed://".count)
        } else if lower.hasPrefix("feed:") {
            url = String(text.dropFirst("feed:".count))
        }
        url = URLResolution.cleaned(url)
        guard URLResolution.isWeb(url), let start = url.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        // Schemes are lower case in every address that this program keeps.
        return url[..<start].lowercased() + url[start...]
    }
}
