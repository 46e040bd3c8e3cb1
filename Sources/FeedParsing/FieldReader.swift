import NewsModel

/// Reads the fields of a wire document as text, titles, HTML, links and dates.
struct FieldReader {
    let document: WireDocument
    let dates: FeedDateParser
    let markup: FeedParserOptions.Markup

    /// Text in one line; nil where it is blank.
    func text(_ field: WireField) -> String? {
        nonEmpty(String(decoding: PlainText.evened(document.bytes(field)), as: UTF8.self))
    }

    /// A title as plain text.
    func title(_ field: WireField, isPlain: Bool = false) -> String? {
        let bytes = document.bytes(field)
        return nonEmpty(PlainText.title(bytes, as: field.isMarkup ? .markup : isPlain ? .plain : .html))
    }

    /// A category: as a title, but one that holds markup stays as it is.
    func category(_ field: WireField) -> String? {
        let bytes = document.bytes(field)
        let holdsMarkup =
            bytes.contains(UInt8(ascii: "<")) || (bytes.contains(UInt8(ascii: "&")) && contains("&lt;", in: bytes))
        return holdsMarkup ? text(field) : title(field)
    }

    private func contains(_ word: StaticString, in bytes: ArraySlice<UInt8>) -> Bool {
        let letters = Array(word.description.utf8)
        return bytes.indices.contains { bytes[$0] == letters[0] && bytes[$0...].starts(with: letters) }
    }

    /// HTML in the form that the options ask for; nil where it is blank.
    func html(_ field: WireField, isPlain: Bool = false) -> String? {
        html(document.bytes(field), base: base(field), isPlain: isPlain && !field.isMarkup)
    }

    func html(_ source: ArraySlice<UInt8>, base: String, isPlain: Bool) -> String? {
        if markup == .asWritten { return nonEmpty(String(decoding: HTMLSanitizer.trimmed(source), as: UTF8.self)) }
        let isPlain = isPlain && !Self.looksLikeHTML(source)
        let bytes =
            switch (markup, isPlain) {
            case (.sanitizedHTML, false): HTMLSanitizer.sanitize(source, base: base)
            case (.sanitizedHTML, true): HTMLSanitizer.escape(source)
            case (.plainText, false): PlainText.body(source)
            case (.plainText, true), (.asWritten, _): Array(HTMLSanitizer.trimmed(source))
            }
        return nonEmpty(String(decoding: bytes, as: UTF8.self))
    }

    /// A link made absolute; nil where it is blank or leads elsewhere than to the web.
    func link(_ text: String?, _ field: WireField) -> String? {
        guard let text else { return nil }
        return Self.webLink(text, base: base(field))
    }

    func date(_ field: WireField) -> Timestamp? {
        dates.parse(document.bytes(field))
    }

    func base(_ field: WireField) -> String {
        document.bases[field.base]
    }

    static func webLink(_ text: String, base: String) -> String? {
        guard text.utf8.contains(where: { $0 > 0x20 }) else { return nil }
        let url = URLResolution.resolve(text, against: base)
        guard !url.isEmpty, URLResolution.isWeb(url) || !URLResolution.hasScheme(url) else { return nil }
        return url
    }

    /// Feeds forget to say that text is HTML; an end tag that HTML knows gives it away.
    private static func looksLikeHTML(_ source: ArraySlice<UInt8>) -> Bool {
        var scanner = HTMLScanner(source)
        var seen = 0
        while let token = scanner.next(), seen < 200 {
            if case .end = token { return true }
            if case .start(let element, _, _) = token, element.isVoid { return true }
            seen += 1
        }
        return false
    }

    private func nonEmpty(_ text: String) -> String? {
        text.isEmpty ? nil : text
    }
}

/// Keeps the best of several offers: the lowest rank wins, and of one rank the first.
struct Ranked<Value> {
    private(set) var value: Value?
    private var rank = Int.max

    /// Takes an offer that is better than what is there; `offer` is only made where it would be taken.
    mutating func take(_ rank: Int, _ offer: @autoclosure () -> Value?) {
        guard rank < self.rank, let new = offer() else { return }
        value = new
        self.rank = rank
    }

    /// As `take`, but of one rank the last wins.
    mutating func takeLast(_ rank: Int, _ offer: @autoclosure () -> Value?) {
        guard rank <= self.rank, let new = offer() else { return }
        value = new
        self.rank = rank
    }
}
