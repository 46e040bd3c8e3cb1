/// Query parameters that say how a reader came to a page, not which page it is.
enum TrackingParameters {
    /// True for a parameter that does not belong to the page's identity.
    static func hold(name: ArraySlice<UInt8>, value: ArraySlice<UInt8>) -> Bool {
        let name = String(decoding: name.map(lowered), as: UTF8.self)
        if prefixes.contains(where: name.hasPrefix) || names.contains(name) { return true }
        guard channelNames.contains(name) else { return false }
        return channels.contains(String(decoding: value.map(lowered), as: UTF8.self))
    }

    private static let prefixes = ["utm_", "guce_referrer", "mtm_", "pk_", "hsa_", "at_"]

    private static let names: Set<String> = [
        // Click ids of advertising and social networks.
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "ttclid", "igshid",
        "igsh",
        "li_fat_id", "n_media", "n_query", "n_ad", "napm",
        // Marks of mail and analytics tools.
        "mc_cid", "mc_eid", "mkt_tok", "_hsenc", "_hsmi", "_ga", "_gl", "vero_id", "wt_mc", "s_cid", "guccounter",
        // Marks of publishers' own campaigns.
        "cmpid", "cmp", "ncid", "ocid", "ito", "smid", "smtyp", "ref_src", "ref_url", "sr_share", "taid", "soc_src",
        "soc_trk", "siteid", "mod", "leadsource", "sharetype", "spm", "amp",
    ]

    /// Names that some sites route by: they count only with a channel for a value.
    private static let channelNames: Set<String> = [
        "ref", "from", "source", "src", "via", "rss", "feed", "channel", "output", "outputtype", "service", "site",
        "mode",
    ]

    private static let channels: Set<String> = [
        "", "1", "y", "true", "rss", "feed", "rssfeed", "atom", "twitter", "x", "facebook", "fb", "naver", "daum",
        "kakao",
        "kakaotalk", "google", "googlenews", "newsstand", "newsletter", "email", "mail", "share", "sns", "mobile",
        "amp",
        "app",
    ]
}
