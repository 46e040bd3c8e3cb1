/// Cuts the names of sites and sections from the ends of titles.
enum TitleCleaner {
    /// The title without "| 한국일보", "- 매일경제", " < 산업 < 기사본문 - 매체" and the like.
    ///
    /// - Parameters:
    ///   - sites: names by which the page calls its site; a part equal to one is cut.
    ///   - heading: the page's main heading; where the title starts with it, the rest is cut.
    static func clean(_ title: String, sites: [String], heading: String? = nil) -> String {
        var parts = Parts(title)
        let names = sites.map(normalized).filter { !$0.isEmpty }
        if let heading, heading.utf8.count >= 12, parts.text(upTo: parts.count) != heading {
            let wanted = normalized(heading)
            for count in 1..<max(2, parts.count) where parts.count > 1 && normalized(parts.text(upTo: count)) == wanted
            {
                return parts.text(upTo: count)
            }
        }
        // "Article > Section > Site": the section falls only behind a site, for " > " also leads to the article.
        var isRising = false
        while parts.count > 1 {
            let last = normalized(parts.last)
            guard
                (isRising && parts.lastSeparatorIsRisingCrumb) || names.contains(last)
                    || names.contains(where: { $0.count > 4 && last.starts(with: $0) && last.count < 40 })
                    || parts.lastSeparatorIsCrumb || isOutletName(parts.last)
            else { break }
            isRising = parts.lastSeparatorIsRisingCrumb
            parts.removeLast()
        }
        while parts.count > 1, names.contains(normalized(parts.first)), parts.firstSeparatorParts {
            parts.removeFirst()
        }
        return parts.text(upTo: parts.count)
    }

    /// What stands behind the last sign that may part a title from a name; nil without one.
    static func lastPart(_ title: String) -> String? {
        let parts = Parts(title)
        return parts.count > 1 ? parts.last : nil
    }

    /// Letters and digits only, ASCII in lower case.
    static func normalized(_ text: String) -> [UInt8] {
        text.utf8.prefix(600).compactMap { byte in
            byte >= 0x80 || ASCII.isLetter(byte) || ASCII.isDigit(byte) ? ASCII.lower(byte) : nil
        }
    }

    /// True for a short part that ends as names of Korean outlets do, or holds a web address.
    static func isOutletName(_ part: String) -> Bool {
        let bytes = Array(part.utf8)
        guard bytes.count <= 40 else { return false }
        let blanks = bytes.count { $0 == 0x20 }
        return blanks <= 2 && outletEndings.contains { ByteSearch.hasSuffix(bytes[...], $0) }
    }

    private static let outletEndings = [
        "일보", "신문", "뉴스", "뉴스룸", "경제", "경제TV", "경제신문", "방송", "투데이", "타임스", "타임즈", "데일리", "이데일리", "비즈",
        "닷컴", "미디어", "저널", "비즈니스", "헤럴드", "매거진", "연합뉴스", "뉴시스", "뉴스1", "더팩트", "기사본문", "조선비즈", "프레시안", "한겨레", "오마이뉴스",
        "네이트 뉴스", "다음뉴스", "증권", "포털", ".com", ".co.kr", ".kr", "SBS", "KBS", "MBC", "YTN", "JTBC", "MBN",
    ].map { Array($0.utf8) }
}

/// A title cut at the signs that part it from names: " | ", " - ", " :: ", " < ", "|".
private struct Parts {
    private var pieces: [(separator: String, text: String)]

    init(_ title: String) {
        var line = LineBuilder()
        line.append(Array(title.utf8.prefix(2_000))[...])
        let bytes = line.finished()
        pieces = []
        var start = 0
        var separator = ""
        var index = 0
        while index < bytes.count {
            if let found = Self.separators.first(where: { ByteSearch.hasPrefix(bytes[index...], $0.bytes) }),
                index > start
            {
                pieces.append((separator, Self.string(bytes[start..<index])))
                separator = found.text
                index += found.bytes.count
                start = index
            } else {
                index += 1
            }
        }
        pieces.append((separator, Self.string(bytes[start...])))
        if pieces.count > 1, pieces[pieces.count - 1].text.isEmpty { pieces.removeLast() }
    }

    private static func string(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes.trimmed, as: UTF8.self)
    }

    var count: Int { pieces.count }
    var last: String { pieces[pieces.count - 1].text }
    var first: String { pieces[0].text }
    /// " < " leads from the article to its section.
    var lastSeparatorIsCrumb: Bool { [" < ", " &lt; "].contains(pieces[pieces.count - 1].separator) }
    /// " > " may lead from the article up to its section, or down to the article.
    var lastSeparatorIsRisingCrumb: Bool { pieces[pieces.count - 1].separator == " > " }
    var firstSeparatorParts: Bool { pieces.count > 1 && pieces[1].separator != " - " }

    mutating func removeLast() { pieces.removeLast() }
    mutating func removeFirst() {
        pieces.removeFirst()
        pieces[0].separator = ""
    }

    func text(upTo count: Int) -> String {
        pieces.prefix(count).enumerated().map {
            $0.offset == 0 ? $0.element.text : $0.element.separator + $0.element.text
        }.joined()
    }

    private static let separators: [(text: String, bytes: [UInt8])] = [
        " | ", " - ", " – ", " — ", " :: ", " : ", " < ", " > ", " » ", " ㅣ ", " ∣ ", " ㅡ ", "|", " · ", "::",
    ].map { ($0, Array($0.utf8)) }
}
