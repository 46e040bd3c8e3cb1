import NewsModel

/// The time of publication that only script data gives: that of the object which holds the page's title.
enum ScriptDate {
    /// - Parameters:
    ///   - title: the article's title; lists of other articles in the same data have dates too.
    ///   - defaultOffset: seconds east of UTC for a date without a zone.
    static func published(in document: HTMLDocument, title: String, defaultOffset: Int) -> Timestamp? {
        let key = TitleCleaner.normalized(title)
        guard !key.isEmpty else { return nil }
        let (assigned, streamed) = ScriptData.values(of: document)
        // The values still to look at; a page's nesting must not become ours.
        var open = Array((assigned + streamed).reversed())
        while let value = open.popLast() {
            switch value {
            case .array(let elements): open.append(contentsOf: elements.reversed())
            case .object(let members):
                if let date = date(members, key: key, defaultOffset: defaultOffset) { return date }
                open.append(contentsOf: members.reversed().map(\.value))
            default: break
            }
        }
        return nil
    }

    private static func date(
        _ members: [(name: String, value: JSONValue)], key: [UInt8], defaultOffset: Int
    ) -> Timestamp? {
        let isArticle = members.contains { member in
            guard let text = member.value.string, text.utf8.count < 600 else { return false }
            return TitleCleaner.normalized(text) == key
        }
        guard isArticle else { return nil }
        for member in members
        where names.contains(Array(member.name.utf8.prefix(40)).filter(ASCII.isLetter).map(ASCII.lower)) {
            if let text = member.value.string,
                let date = PageDate.timestamp(in: text, defaultOffset: defaultOffset)
            {
                return date
            }
        }
        return nil
    }

    /// Names of members, letters only and in lower case.
    private static let names: Set<[UInt8]> = Set(
        [
            "publishedat", "published", "publishedtime", "publishdate", "publisheddate", "datepublished", "pubdate",
            "firstpublishdate", "regdate", "registeredat", "createdat", "servicedate", "inputdate",
        ].map { Array($0.utf8) })
}
