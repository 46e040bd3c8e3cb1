import NewsModel

/// What a page shows around its article where it declares nothing: the date line and the reporter's name.
struct PageHints {
    private(set) var date: Timestamp?
    private(set) var byline: String?

    /// - Parameters:
    ///   - blocks: all blocks of the page in order.
    ///   - title: the article's title; only what follows its heading counts, because mastheads show today's date.
    init(blocks: [TextBlock], title: String, defaultOffset: Int) {
        let key = TitleCleaner.normalized(title)
        let start = blocks.firstIndex {
            $0.weight < 300 && !key.isEmpty && TitleCleaner.normalized(String(decoding: $0.bytes, as: UTF8.self)) == key
        }
        // Related articles have names and dates too: the search ends soon after the article began, for names after it ended.
        for block in blocks[(start ?? 0)...].prefix(200) where block.weight <= 120 {
            guard let kind = FurnitureLine.kind(of: block.bytes, weight: block.weight) else { continue }
            if kind == .dateLine, date == nil, start != nil || block.bytes.count > 24 {
                date = PageDate.timestamp(
                    in: String(decoding: block.bytes, as: UTF8.self), defaultOffset: defaultOffset)
            }
            // The reporter often stands in the date's line: "홍바다 기자 2026.11.07 16:02".
            if byline == nil, kind == .byline || kind == .contact || kind == .dateLine {
                byline = Byline.korean(in: block.bytes[...])
            }
        }
    }
}
