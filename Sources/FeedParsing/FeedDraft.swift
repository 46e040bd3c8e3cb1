import NewsModel

/// The feed's own fields while they are read, for every XML format.
struct FeedDraft {
    private(set) var title = Ranked<String>()
    private(set) var link = Ranked<String>()
    private(set) var description = Ranked<String>()
    private(set) var language = Ranked<String>()
    private(set) var updated = Ranked<Timestamp>()
    private(set) var people = PersonList()
    private(set) var quietHours = QuietHours()
    private var ttl: Int?
    private var period: Int?
    private var frequency = 1

    /// Reads everything but dates, for which the zone must be known first.
    mutating func read(_ reader: FieldReader) {
        language.take(1, reader.document.language)
        for field in reader.document.fields {
            if field.parent == .unknown { read(field, reader) } else { readChild(field, reader) }
        }
        for attribute in reader.document.attributes where attribute.name.tag == .href || attribute.name.tag == .about {
            let isLink = attribute.name.tag == .href || URLResolution.isWeb(attribute.value)
            link.take(5, isLink ? FieldReader.webLink(attribute.value, base: reader.document.bases[0]) : nil)
        }
    }

    mutating func readDates(_ reader: FieldReader) {
        for field in reader.document.fields where field.parent == .unknown {
            switch field.name.tag {
            case .lastbuilddate, .updated: updated.take(0, reader.date(field))
            case .modified: updated.take(1, reader.date(field))
            case .pubdate: updated.take(2, reader.date(field))
            case .date where field.name.namespace == .dublinCore: updated.take(3, reader.date(field))
            default: break
            }
        }
    }

    var ttlMinutes: Int? {
        if let ttl { return ttl }
        return period.map { max(1, $0 / max(1, frequency)) }
    }

    private mutating func read(_ field: WireField, _ reader: FieldReader) {
        let namespace = field.name.namespace
        let rank = namespace == .none || namespace == .atom ? 0 : namespace == .dublinCore ? 1 : 2
        switch field.name.tag {
        case .title where namespace == .atom: title.take(rank, AtomText.title(field, reader))
        case .title where namespace != .media: title.take(rank, reader.title(field))
        case .link where namespace == .none: readLink(field, reader)
        case .link where namespace == .atom: readAtomLink(field, reader)
        case .description, .tagline, .abstract, .subtitle, .summary:
            let rank = field.name.tag == .description ? rank : rank + 1
            description.take(rank, namespace == .atom ? AtomText.html(field, reader) : reader.html(field))
        case .language: language.take(rank, reader.text(field))
        case .author: readAuthor(field, reader, rank)
        case .managingeditor: people.add(reader.text(field), rank: 0)
        case .creator: people.add(reader.text(field), rank: 1)
        case .webmaster: people.add(reader.text(field), rank: 3)
        case .ttl where namespace == .none: ttl = reader.text(field).flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
        case .updateperiod: period = Self.minutes(reader.text(field))
        case .updatefrequency: frequency = reader.text(field).flatMap { Int($0) } ?? 1
        default: break
        }
    }

    private mutating func readLink(_ field: WireField, _ reader: FieldReader) {
        link.takeLast(0, reader.link(reader.text(field), field))
        let rel = field.attribute(.rel) ?? "alternate"
        link.takeLast(0, rel == "alternate" ? reader.link(field.attribute(.href), field) : nil)
    }

    private mutating func readAtomLink(_ field: WireField, _ reader: FieldReader) {
        guard let rel = field.attribute(.rel) else { return link.take(2, reader.link(field.attribute(.href), field)) }
        if rel == "alternate" || rel.isEmpty { link.take(1, reader.link(field.attribute(.href), field)) }
    }

    private mutating func readAuthor(_ field: WireField, _ reader: FieldReader, _ rank: Int) {
        if field.name.namespace == .itunes { return people.add(reader.text(field), rank: 2) }
        people.begin(rank: rank)
        let (name, email) = PersonList.split(reader.text(field) ?? "")
        people.setName(name.flatMap { $0.isEmpty ? nil : $0 })
        people.setEmail(email)
    }

    private mutating func readChild(_ field: WireField, _ reader: FieldReader) {
        switch (field.parent, field.name.tag) {
        case (.author, .name): people.setName(reader.text(field))
        case (.author, .email): people.setEmail(reader.text(field))
        case (.skiphours, .hour): quietHours.addHour(reader.text(field))
        case (.skipdays, .day): quietHours.addDay(reader.text(field))
        default: break
        }
    }

    /// `sy:updatePeriod`
    private static func minutes(_ text: String?) -> Int? {
        switch text {
        case "hourly": 60
        case "daily": 24 * 60
        case "weekly": 7 * 24 * 60
        case "monthly": 30 * 24 * 60
        case "yearly": 365 * 24 * 60
        default: nil
        }
    }
}
