/// Reads an entry of Atom 0.3 or 1.0.
enum AtomEntry {
    static func draft(_ entry: WireEntry, _ reader: FieldReader) -> EntryDraft {
        var draft = EntryDraft()
        for field in entry.fields {
            switch field.name.namespace {
            // Feeds that forget the namespace mean Atom all the same.
            case .atom, .none: draft.readAtom(field, reader)
            default: draft.readModule(field, reader)
            }
        }
        draft.link.take(6, sourceLink(entry, reader))
        draft.link.take(7, draft.id.value.flatMap { URLResolution.isWeb($0) ? FieldReader.webLink($0, base: "") : nil })
        return draft
    }

    /// An entry whose content lies elsewhere has no other address than that.
    private static func sourceLink(_ entry: WireEntry, _ reader: FieldReader) -> String? {
        guard let content = entry.fields.first(where: { $0.name.tag == .content && $0.attribute(.src) != nil }) else {
            return nil
        }
        return reader.link(content.attribute(.src), content)
    }
}
