/// A feed as its XML gave it, before any format's rules: the fields of the feed and of each entry, in document order.
struct WireDocument: Sendable {
    enum Root: Sendable {
        case rss, rdf, atom, cdf, html
        /// Anything else; read like RSS.
        case other
    }

    var root = Root.other
    /// The root's `version` attribute.
    var version: String?
    /// The root's namespace was Atom 0.3's.
    var isAtom03 = false
    /// The root's or the channel's own attributes (CDF keeps its link there).
    var attributes: [XMLAttribute] = []
    /// `xml:lang` of the root.
    var language: String?
    /// Fields of the feed itself.
    var fields: [WireField] = []
    var entries: [WireEntry] = []
    /// The text of all fields, in UTF-8.
    var text: [UInt8] = []
    /// Base URLs; a field's `base` points here. The first is the document's own.
    var bases: [String] = []
    var problems: [String] = []

    /// The text of a field.
    func bytes(_ field: WireField) -> ArraySlice<UInt8> {
        text[field.start..<field.end]
    }
}

/// One entry as the XML gave it.
struct WireEntry: Sendable {
    var fields: [WireField] = []
    /// Attributes of the entry's own element (`rdf:about`, CDF's `href`).
    var attributes: [XMLAttribute] = []
    /// `xml:lang` of the entry.
    var base = 0
}

/// One child element of a feed or entry.
struct WireField: Sendable {
    let name: XMLName
    /// The element that holds this one, where it is not the feed or entry itself: `author`, `image`, `group`, `source`.
    let parent: Tag
    let parentNamespace: Namespace
    var attributes: [XMLAttribute]
    /// Index into `WireDocument.bases`.
    var base: Int
    /// Where its text lies in `WireDocument.text`.
    var start = 0
    var end = 0
    /// The text is markup: child elements were written out as tags, and text was escaped where it needs it.
    var isMarkup = false

    /// The value of an attribute without a namespace.
    func attribute(_ tag: Tag) -> String? {
        attributes.first { $0.name.tag == tag && $0.name.namespace == .none }?.value
    }
}

extension [XMLAttribute] {
    func value(_ namespace: Namespace, _ tag: Tag) -> String? {
        first { $0.name.tag == tag && $0.name.namespace == namespace }?.value
    }
}
