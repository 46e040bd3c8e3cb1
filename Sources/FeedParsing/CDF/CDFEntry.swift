/// Reads an item of the Channel Definition Format, which keeps links and dates in attributes.
enum CDFEntry {
    static func draft(_ entry: WireEntry, _ reader: FieldReader) -> EntryDraft {
        var draft = RSSEntry.draft(entry, reader)
        for field in entry.fields where field.name.tag == .abstract { draft.summary.take(0, reader.html(field)) }
        for attribute in entry.attributes {
            switch attribute.name.tag {
            case .href:
                draft.link.take(0, FieldReader.webLink(attribute.value, base: reader.document.bases[entry.base]))
            case .lastmod: draft.updated.take(0, reader.dates.parse(attribute.value))
            default: break
            }
        }
        return draft
    }
}
