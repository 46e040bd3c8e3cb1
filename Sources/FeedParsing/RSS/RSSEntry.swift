/// Reads an item of RSS 0.9x, 1.0 or 2.0.
enum RSSEntry {
    static func draft(_ entry: WireEntry, _ reader: FieldReader) -> EntryDraft {
        var draft = EntryDraft()
        for field in entry.fields {
            if field.name.namespace == .none { read(field, &draft, reader) } else { draft.readModule(field, reader) }
        }
        if let about = entry.attributes.value(.rdf, .about), !about.isEmpty {
            let base = reader.document.bases[entry.base]
            draft.id.take(2, about)
            draft.link.take(5, URLResolution.isWeb(about) ? FieldReader.webLink(about, base: base) : nil)
        }
        return draft
    }

    private static func read(_ field: WireField, _ draft: inout EntryDraft, _ reader: FieldReader) {
        if field.parent == .author {
            if field.name.tag == .name { draft.people.setName(reader.text(field)) }
            if field.name.tag == .email { draft.people.setEmail(reader.text(field)) }
            return
        }
        guard field.parent == .unknown else { return }
        switch field.name.tag {
        case .title: draft.title.take(0, reader.title(field))
        case .link:
            draft.link.takeLast(1, reader.link(reader.text(field), field))
            if (field.attribute(.rel) ?? "alternate") == "alternate" {
                draft.link.takeLast(1, reader.link(field.attribute(.href), field))
            }
        case .guid: readGUID(field, &draft, reader)
        case .id: draft.id.take(2, reader.text(field))
        case .description: draft.summary.take(0, reader.html(field))
        case .summary, .abstract: draft.summary.take(2, reader.html(field))
        case .content, .body, .encoded: draft.content.take(3, reader.html(field))
        case .author:
            draft.people.begin(rank: 0)
            let (name, email) = PersonList.split(reader.text(field) ?? "")
            draft.people.setName(name.flatMap { $0.isEmpty ? nil : $0 })
            draft.people.setEmail(email)
        case .creator: draft.people.add(reader.text(field), rank: 1)
        case .pubdate, .published: draft.published.take(0, reader.date(field))
        case .date: draft.published.take(3, reader.date(field))
        case .updated, .modified, .lastbuilddate, .lastmod: draft.updated.take(2, reader.date(field))
        case .category: draft.addCategory(reader.category(field))
        case .enclosure:
            draft.addEnclosure(
                reader.link(field.attribute(.url), field), type: field.attribute(.type),
                length: field.attribute(.length))
        default: break
        }
    }

    /// A guid is the article's address too, unless it says that it is not or does not look like one.
    private static func readGUID(_ field: WireField, _ draft: inout EntryDraft, _ reader: FieldReader) {
        let text = reader.text(field)
        draft.id.take(0, text)
        guard let text, field.attribute(.ispermalink)?.lowercased() != "false", URLResolution.isWeb(text) else {
            return
        }
        draft.link.take(4, reader.link(text, field))
    }
}
