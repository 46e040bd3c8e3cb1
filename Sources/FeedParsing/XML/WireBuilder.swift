/// Builds a `WireDocument` from the events of an XML reader.
///
/// A struct, although its reader is a class: one access for each event is then checked for exclusivity, not one for each property.
struct WireBuilder {
    private enum Kind {
        /// The root of RSS and RDF, and elements of unknown meaning around a channel.
        case root
        case feed
        case entry
        /// A field with fields of its own (`author`, `image`).
        case container
        case field
        /// Markup inside a field.
        case inline
        case ignored
    }

    private struct Frame {
        let kind: Kind
        let name: XMLName
        var base: Int
        /// The field's place in its list; -1 where there is none.
        var field = -1
        /// A container's own text is complete.
        var isSettled = false
        var savedEntry = -1
    }

    private(set) var document = WireDocument()
    /// Spellings of names, as markup shows them.
    private(set) var spellings: [String] = []
    /// Set where nothing more of the document is wanted.
    private(set) var isFull = false
    /// Text goes into the document's buffer.
    private(set) var collectsText = false
    /// Text has to be escaped, for it stands in markup.
    private(set) var escapesText = false
    private var stack: [Frame] = []
    private var entry = -1
    private var fieldLimit = 0
    private var noted: Set<String> = []

    init(baseURL: String?) {
        document.bases = [baseURL ?? ""]
        stack.reserveCapacity(16)
    }

    var depth: Int { stack.count }

    mutating func reserve(_ bytes: Int) {
        document.text.reserveCapacity(bytes)
    }

    /// Gives a spelling its number.
    mutating func spelling(_ text: String) -> Int32 {
        spellings.append(text)
        if spellings.count > XMLLimits.names {
            note("more than 2000 different names; the rest was left out")
            isFull = true
        }
        return Int32(spellings.count - 1)
    }

    mutating func markAtom03() {
        document.isAtom03 = true
    }

    mutating func note(_ problem: String) {
        if noted.insert(problem).inserted { document.problems.append(problem) }
    }

    // MARK: Events

    mutating func start(_ name: XMLName, _ attributes: [XMLAttribute]) {
        guard let top = stack.last else { return startRoot(name, attributes) }
        let base = resolvedBase(attributes, top.base)
        switch top.kind {
        case .root: startInRoot(name, attributes, base)
        case .feed: startInFeed(name, attributes, base)
        case .entry: startInEntry(name, attributes, base)
        case .container:
            settle()
            if isEntry(name), top.name.tag != .source {
                startEntry(name, attributes, base)
            } else {
                startField(name, attributes, base)
            }
        case .field, .inline: startInline(name, attributes, base)
        case .ignored: push(Frame(kind: .ignored, name: name, base: base))
        }
    }

    mutating func end() {
        guard let frame = stack.popLast() else { return }
        switch frame.kind {
        case .inline: appendTag(frame.name, [], isEnd: true)
        case .field: finish(frame)
        case .container:
            if !frame.isSettled { finish(frame) }
        case .entry: entry = frame.savedEntry
        case .root, .feed, .ignored: break
        }
        resume()
    }

    /// Appends text that needs no escaping, up to the limit of a field.
    mutating func append(_ bytes: some Collection<UInt8>) {
        let room = fieldLimit - document.text.count
        if bytes.count <= room {
            document.text.append(contentsOf: bytes)
        } else {
            document.text.append(contentsOf: bytes.prefix(max(0, room)))
            note("a field is longer than 1 MiB; the rest of it was left out")
        }
    }

    /// Appends text into markup.
    mutating func appendEscaped(_ bytes: some Collection<UInt8>) {
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "<"): append("&lt;".utf8)
            case UInt8(ascii: ">"): append("&gt;".utf8)
            case UInt8(ascii: "&"): append("&amp;".utf8)
            default: append(CollectionOfOne(byte))
            }
        }
    }

    // MARK: Elements

    private mutating func startRoot(_ name: XMLName, _ attributes: [XMLAttribute]) {
        document.version = attributes.value(.none, .version)
        document.language = attributes.value(.xml, .lang)
        document.attributes = attributes
        let base = resolvedBase(attributes, 0)
        switch name.tag {
        case .rss: document.root = .rss
        case .rdf: document.root = .rdf
        case .feed: document.root = .atom
        case .entry where name.namespace == .atom:
            document.root = .atom
            return startEntry(name, attributes, base)
        case .channel: document.root = .cdf
        case .html: document.root = .html
        default: break
        }
        push(Frame(kind: name.tag == .feed || name.tag == .channel ? .feed : .root, name: name, base: base))
    }

    private mutating func startInRoot(_ name: XMLName, _ attributes: [XMLAttribute], _ base: Int) {
        if isEntry(name) { return startEntry(name, attributes, base) }
        switch name.tag {
        case .channel, .feed:
            if let about = attributes.value(.rdf, .about), document.root == .rdf {
                document.attributes.append(
                    XMLAttribute(name: XMLName(namespace: .rdf, tag: .about, spelling: 0), value: about))
            }
            push(Frame(kind: .feed, name: name, base: base))
        case .image, .textinput: startField(name, attributes, base, kind: .container)
        // Some RSS has its channel's fields beside the channel.
        case .title, .link, .description: startField(name, attributes, base)
        default: push(Frame(kind: document.root == .other ? .root : .ignored, name: name, base: base))
        }
    }

    private mutating func startInFeed(_ name: XMLName, _ attributes: [XMLAttribute], _ base: Int) {
        if isEntry(name) { return startEntry(name, attributes, base) }
        switch name.tag {
        case .channel where name.namespace == .none: push(Frame(kind: .feed, name: name, base: base))
        case .items, .cloud: push(Frame(kind: .ignored, name: name, base: base))
        case .image, .textinput, .author, .contributor, .owner, .skipdays, .skiphours:
            startField(name, attributes, base, kind: .container)
        default: startField(name, attributes, base)
        }
    }

    private mutating func startInEntry(_ name: XMLName, _ attributes: [XMLAttribute], _ base: Int) {
        if isEntry(name) { return startEntry(name, attributes, base) }
        switch (name.namespace, name.tag) {
        case (.none, .author), (.atom, .author), (_, .contributor), (.none, .source), (.atom, .source),
            (.media, .group), (.media, .content), (_, .image):
            startField(name, attributes, base, kind: .container)
        default: startField(name, attributes, base)
        }
    }

    private func isEntry(_ name: XMLName) -> Bool {
        switch name.tag {
        case .item: name.namespace == .none || name.namespace == .rdf
        case .entry: name.namespace == .atom || name.namespace == .none
        default: false
        }
    }

    private mutating func startEntry(_ name: XMLName, _ attributes: [XMLAttribute], _ base: Int) {
        guard document.entries.count < XMLLimits.entries else {
            note("more than 5000 entries; the rest was left out")
            isFull = true
            return push(Frame(kind: .ignored, name: name, base: base))
        }
        var new = WireEntry(attributes: attributes, base: base)
        new.fields.reserveCapacity(12)
        document.entries.append(new)
        push(Frame(kind: .entry, name: name, base: base, savedEntry: entry))
        entry = document.entries.count - 1
    }

    private mutating func startField(_ name: XMLName, _ attributes: [XMLAttribute], _ base: Int, kind: Kind = .field) {
        let count = entry >= 0 ? document.entries[entry].fields.count : document.fields.count
        guard name.tag != .unknown, name.namespace != .other, count < XMLLimits.fields else {
            return push(Frame(kind: .ignored, name: name, base: base))
        }
        let top = stack.last.flatMap { $0.kind == .container ? $0.name : nil }
        var field = WireField(
            name: name, parent: top?.tag ?? .unknown, parentNamespace: top?.namespace ?? .none, attributes: attributes,
            base: base)
        field.start = document.text.count
        field.end = field.start
        if entry >= 0 { document.entries[entry].fields.append(field) } else { document.fields.append(field) }
        push(Frame(kind: kind, name: name, base: base, field: count))
        collectsText = true
        fieldLimit = field.start + XMLLimits.fieldBytes
        escapesText = attributes.contains { attribute in
            attribute.name.namespace == .none
                && (attribute.name.tag == .type && attribute.value.hasSuffix("xhtml")
                    || attribute.name.tag == .type && attribute.value.hasSuffix("xhtml+xml")
                    || attribute.name.tag == .mode && attribute.value == "xml" && isMarkupType(attributes))
        }
    }

    /// Atom 0.3 has `mode="xml"` on plain text too; only markup types hold tags.
    private func isMarkupType(_ attributes: [XMLAttribute]) -> Bool {
        (attributes.value(.none, .type) ?? "").contains("html")
    }

    private mutating func startInline(_ name: XMLName, _ attributes: [XMLAttribute], _ base: Int) {
        guard let index = stack.last(where: { $0.kind == .field })?.field else { return }
        if name.namespace == .xhtml { escapesText = true }
        push(Frame(kind: .inline, name: name, base: base))
        withField(index) { $0.isMarkup = true }
        appendTag(name, attributes, isEnd: false)
    }

    private mutating func push(_ frame: Frame) {
        stack.append(frame)
        if frame.kind != .inline { collectsText = false }
    }

    private mutating func finish(_ frame: Frame) {
        let end = document.text.count
        let isEscaped = escapesText
        withField(frame.field) { field in
            field.end = end
            if isEscaped { field.isMarkup = true }
        }
        escapesText = false
    }

    /// Ends a container's own text before its first child: it is text only where it is not blank.
    private mutating func settle() {
        guard var frame = stack.popLast() else { return }
        if !frame.isSettled {
            finish(frame)
            frame.isSettled = true
        }
        stack.append(frame)
    }

    /// After an element's end, text belongs to the one around it again.
    private mutating func resume() {
        guard let top = stack.last else {
            collectsText = false
            return
        }
        switch top.kind {
        case .field, .inline: collectsText = true
        case .container: collectsText = !top.isSettled
        default: collectsText = false
        }
    }

    private mutating func withField(_ index: Int, _ change: (inout WireField) -> Void) {
        if entry >= 0 {
            change(&document.entries[entry].fields[index])
        } else {
            change(&document.fields[index])
        }
    }

    private mutating func appendTag(_ name: XMLName, _ attributes: [XMLAttribute], isEnd: Bool) {
        append(isEnd ? "</".utf8 : "<".utf8)
        append(spellings[Int(name.spelling)].utf8)
        for attribute in attributes where attribute.name.namespace == .none {
            append(" ".utf8)
            append(spellings[Int(attribute.name.spelling)].utf8)
            append("=\"".utf8)
            for byte in attribute.value.utf8 {
                if byte == UInt8(ascii: "\"") { append("&quot;".utf8) } else { appendEscaped(CollectionOfOne(byte)) }
            }
            append("\"".utf8)
        }
        append(">".utf8)
    }

    private mutating func resolvedBase(_ attributes: [XMLAttribute], _ current: Int) -> Int {
        guard let base = attributes.value(.xml, .base) else { return current }
        document.bases.append(URLResolution.resolve(base, against: document.bases[current]))
        return document.bases.count - 1
    }
}
