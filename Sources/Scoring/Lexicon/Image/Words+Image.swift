import NewsModel
import TextMatching

extension TailGrammar {
    func write(to image: inout ImageWriter) {
        image.write(automaton)
        image.write(sets.map { UInt32($0.rawValue) })
    }

    init(_ image: inout ImageReader) throws(ImageDamage) {
        let tables = try image.automatonTables()
        let sets = try image.uint32s()
        guard let automaton = PatternAutomaton(tables: tables, patternCount: sets.count) else { throw ImageDamage() }
        self.init(automaton: automaton, sets: sets.map { TailSet(rawValue: UInt16(truncatingIfNeeded: $0)) })
    }
}

extension OrdinaryWords {
    func write(to image: inout ImageWriter) {
        image.write(automaton)
        image.write(sections.map(\.rawValue))
    }

    init(_ image: inout ImageReader) throws(ImageDamage) {
        let tables = try image.automatonTables()
        let sections = try image.uint8s()
        guard let automaton = PatternAutomaton(tables: tables, patternCount: sections.count) else {
            throw ImageDamage()
        }
        self.init(automaton: automaton, sections: sections.map(Sections.init(rawValue:)))
    }
}

extension CompanyTable {
    func write(to image: inout ImageWriter) {
        image.write(entries.map { $0.company.id ?? "" })
        image.write(entries.map(\.company.name))
        image.write(
            entries.map { entry in
                UInt8(Self.kinds.firstIndex(of: entry.company.kind) ?? 0) << 1 | (entry.isRater ? 1 : 0)
            })
        image.write(names.bytes)
        image.write(names.starts)
        image.write(nameStart)
    }

    private static let kinds: [CompanyKind] = [.listed, .unlisted, .group]

    init(_ image: inout ImageReader) throws(ImageDamage) {
        let ids = try image.strings()
        let shown = try image.strings()
        let flags = try image.uint8s()
        try ImageDamage.unless(shown.count == ids.count && flags.count == ids.count)
        var entries: [Entry] = []
        entries.reserveCapacity(ids.count)
        for index in ids.indices {
            let kind = Int(flags[index] >> 1)
            try ImageDamage.unless(kind < Self.kinds.count)
            entries.append(
                Entry(
                    company: Company(
                        id: ids[index].isEmpty ? nil : ids[index], kind: Self.kinds[kind], name: shown[index]),
                    isRater: flags[index] & 1 == 1))
        }
        guard let names = TextPool(bytes: try image.uint8s(), starts: try image.int32s()) else { throw ImageDamage() }
        try self.init(entries: entries, names: names, nameStart: try image.int32s())
    }
}
