import NewsModel

/// Title, byline, dates, site and address of a page, chosen from what it declares and shows.
struct PageMetadata {
    private(set) var title = ""
    private(set) var byline: String?
    private(set) var published: Timestamp?
    private(set) var updated: Timestamp?
    private(set) var site: String?
    private(set) var url: String?
    /// The zone of dates that name none, in seconds east of UTC.
    let defaultOffset: Int

    init(document: HTMLDocument, data: StructuredData, url address: String?) {
        let element = document.nodes.indices.first { document.nodes[$0].tag == .title }.map {
            document.flatText(of: $0)
        }
        url =
            data.urls.lazy.compactMap { PageAddress.resolve($0, base: address) }.first
            ?? address.flatMap { PageAddress.resolve($0, base: nil) }
        let host = (url ?? address).flatMap(PageAddress.host)
        let isKorean = data.language?.lowercased().hasPrefix("ko") ?? false || host?.hasSuffix(".kr") ?? false
        defaultOffset = isKorean || Self.holdsHangul(data.titles.first ?? element) ? PageDate.koreanOffset : 0
        published = data.published.flatMap { [defaultOffset] in PageDate.timestamp(in: $0, defaultOffset: defaultOffset)
        }
        updated = data.updated.flatMap { [defaultOffset] in PageDate.timestamp(in: $0, defaultOffset: defaultOffset) }
        let names = data.authors.compactMap { Byline.clean($0) }.filter {
            !TitleCleaner.isOutletName($0) && $0 != data.site
        }
        byline = names.isEmpty ? nil : Self.joined(names)
        // Some pages declare their title as the site's name.
        site = data.site.flatMap { site in
            site.utf8.count <= 120 && !data.titles.contains { $0.utf8.elementsEqual(site.utf8) && $0.utf8.count > 24 }
                ? site : nil
        }
        title = Self.title(document: document, data: data, element: element, site: site, host: host)
    }

    private static func holdsHangul(_ text: String?) -> Bool {
        text.map { LanguageDetector.language(of: $0) == .korean } ?? false
    }

    /// Up to three names, each once.
    private static func joined(_ names: [String]) -> String {
        var kept: [String] = []
        for name in names where !kept.contains(where: { $0.contains(name) || name.contains($0) }) { kept.append(name) }
        return kept.prefix(3).joined(separator: ", ")
    }

    /// The declared title or, without one, the main heading, else the `title` element; without the site's name.
    private static func title(
        document: HTMLDocument, data: StructuredData, element: String?, site: String?, host: String?
    ) -> String {
        let headings = document.nodes.indices.filter { document.nodes[$0].tag == .h1 }.prefix(8)
            .map { document.flatText(of: $0) }.filter { !$0.isEmpty && $0.utf8.count < 600 }
        let sites = [site, host, host?.split(separator: ".").first.map(String.init)].compactMap { $0 }
        let candidates = data.titles + [element].compactMap { $0 }
        for candidate in candidates where !candidate.isEmpty {
            let heading = headings.first {
                TitleCleaner.normalized(candidate).starts(with: TitleCleaner.normalized($0))
            }
            let plain = HTMLText.plainText(fragment: candidate).split(separator: "\n").joined(separator: " ")
            let cleaned = TitleCleaner.clean(plain, sites: sites, heading: heading)
            let isSiteName = sites.contains { TitleCleaner.normalized($0) == TitleCleaner.normalized(cleaned) }
            if !cleaned.isEmpty, !isSiteName { return cleaned }
        }
        return headings.first { heading in
            !sites.contains { TitleCleaner.normalized($0) == TitleCleaner.normalized(heading) }
        } ?? ""
    }
}
