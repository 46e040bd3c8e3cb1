/// The attributes that extraction reads; all others are dropped while the page is read.
enum HTMLAttribute: UInt8, CaseIterable {
    case id, `class`, href, content, property, name, itemprop, itemtype, type, rel, datetime, lang, style, hidden, role
    case alt, ariaHidden, placeholder

    init?(name: some Collection<UInt8>) {
        guard name.count <= 11, let first = name.first else { return nil }
        let lower = ASCII.lower(first)
        for attribute in Self.byFirstLetter[Int(lower & 0x1F)] {
            let wanted = Self.names[Int(attribute.rawValue)]
            if wanted.count == name.count, zip(wanted, name).allSatisfy({ $0 == ASCII.lower($1) }) {
                self = attribute
                return
            }
        }
        return nil
    }

    private static let names: [[UInt8]] = allCases.map {
        $0 == .ariaHidden ? Array("aria-hidden".utf8) : Array("\($0)".utf8)
    }

    private static let byFirstLetter: [[HTMLAttribute]] = {
        var table = [[HTMLAttribute]](repeating: [], count: 32)
        for attribute in allCases { table[Int(names[Int(attribute.rawValue)][0] & 0x1F)].append(attribute) }
        return table
    }()
}
