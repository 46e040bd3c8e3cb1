import NewsModel

/// An entry while its fields are read, for every XML format: what may stand in any of them is read here.
struct EntryDraft {
    var id = Ranked<String>()
    var title = Ranked<String>()
    var link = Ranked<String>()
    var summary = Ranked<String>()
    var content = Ranked<String>()
    var people = PersonList()
    var published = Ranked<Timestamp>()
    var updated = Ranked<Timestamp>()
    var categories: [String] = []
    var enclosures: [ParsedEnclosure] = []

    private static let listLimit = 200

    mutating func addCategory(_ text: String?) {
        guard let text, !text.isEmpty, categories.count < Self.listLimit,
            !categories.contains(where: { $0.utf8.elementsEqual(text.utf8) })
        else { return }
        categories.append(text)
    }

    mutating func addEnclosure(_ url: String?, type: String?, length: String?) {
        guard let url, enclosures.count < Self.listLimit,
            !enclosures.contains(where: { $0.url.utf8.elementsEqual(url.utf8) })
        else { return }
        let type = type.flatMap { $0.isEmpty ? nil : $0 }
        enclosures.append(
            ParsedEnclosure(url: url, type: type, length: length.flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }))
    }

    /// Reads a field of one of the modules (Dublin Core, Media RSS, iTunes, content, Atom in RSS).
    ///
    /// Ranks leave 0 to the format's own elements.
    mutating func readModule(_ field: WireField, _ reader: FieldReader) {
        switch field.name.namespace {
        case .dublinCore, .dublinCoreTerms: readDublinCore(field, reader)
        case .media: readMedia(field, reader)
        case .itunes: readITunes(field, reader)
        case .content where field.name.tag == .encoded: content.take(0, reader.html(field))
        case .xhtml where field.name.tag == .body || field.name.tag == .div: content.take(1, reader.html(field))
        case .feedburner where field.name.tag == .origlink: link.take(0, reader.link(reader.text(field), field))
        case .atom: readAtom(field, reader)
        default: break
        }
    }

    private mutating func readDublinCore(_ field: WireField, _ reader: FieldReader) {
        switch field.name.tag {
        case .title: title.take(1, reader.title(field))
        case .identifier: id.take(3, reader.text(field))
        case .description, .abstract: summary.take(1, reader.html(field))
        case .creator, .author: people.add(reader.text(field), rank: 1)
        case .contributor: break
        case .subject: addCategory(reader.category(field))
        case .date: published.take(1, reader.date(field))
        case .issued, .created: published.take(2, reader.date(field))
        case .modified: updated.take(1, reader.date(field))
        default: break
        }
    }

    private mutating func readMedia(_ field: WireField, _ reader: FieldReader) {
        switch field.name.tag {
        case .title where field.parent == .unknown || field.parent == .group: title.take(3, reader.title(field))
        case .description: summary.take(field.parent == .unknown || field.parent == .group ? 5 : 6, reader.html(field))
        case .content:
            addEnclosure(
                reader.link(field.attribute(.url), field), type: field.attribute(.type) ?? field.attribute(.medium),
                length: field.attribute(.filesize))
        case .category: addCategory(field.attribute(.label) ?? reader.title(field))
        default: break
        }
    }

    private mutating func readITunes(_ field: WireField, _ reader: FieldReader) {
        switch field.name.tag {
        case .title: title.take(2, reader.title(field))
        case .author: people.add(reader.text(field), rank: 2)
        case .summary: summary.take(3, reader.html(field))
        case .subtitle: summary.take(4, reader.html(field))
        case .keywords:
            for word in (reader.text(field) ?? "").utf8.split(separator: UInt8(ascii: ",")) {
                addCategory(String(decoding: HTMLSanitizer.trimmed(Array(word)[...]), as: UTF8.self))
            }
        case .category: addCategory(field.attribute(.text))
        default: break
        }
    }

    /// Atom's elements as guests in RSS, and as the format's own.
    mutating func readAtom(_ field: WireField, _ reader: FieldReader) {
        if field.parent == .author {
            if field.name.tag == .name { people.setName(reader.text(field)) }
            if field.name.tag == .email { people.setEmail(reader.text(field)) }
            return
        }
        guard field.parent == .unknown else { return }
        switch field.name.tag {
        case .id: id.take(1, reader.text(field))
        case .title: title.take(1, AtomText.title(field, reader))
        case .link: readAtomLink(field, reader)
        case .summary: summary.take(2, AtomText.html(field, reader))
        case .content: content.take(2, AtomText.html(field, reader))
        case .author: people.begin(rank: 0)
        case .published, .issued: published.take(0, reader.date(field))
        case .created: published.take(2, reader.date(field))
        case .updated: updated.take(0, reader.date(field))
        case .modified: updated.take(1, reader.date(field))
        case .category:
            // The term is a code or a word, the label is for people; readers differ in which they show.
            let (term, label) = (field.attribute(.term), field.attribute(.label))
            addCategory(term)
            addCategory(label)
            if term == nil, label == nil { addCategory(reader.title(field)) }
        default: break
        }
    }

    private mutating func readAtomLink(_ field: WireField, _ reader: FieldReader) {
        let url = reader.link(field.attribute(.href), field)
        switch field.attribute(.rel) ?? "alternate" {
        case "alternate", "": link.take(2, url)
        case "enclosure": addEnclosure(url, type: field.attribute(.type), length: field.attribute(.length))
        default: break
        }
    }

    /// - Parameter authors: the feed's, for an entry that has none.
    func finished(authors: [String]) -> ParsedEntry {
        let names = people.names
        let link = link.value ?? enclosures.first?.url
        return ParsedEntry(
            id: id.value, title: title.value ?? "", link: link, summary: summary.value, content: content.value,
            authors: names.isEmpty ? authors : names, published: published.value, updated: updated.value,
            categories: categories, enclosures: enclosures)
    }
}
