import NewsModel

/// A company as the lexicon knows it, with all its names.
struct LexiconCompany: Sendable {
    let company: Company
    /// A broker or rating agency.
    var isRater: Bool
    var names: [(name: String, line: LexiconLine)]
}

/// Reads the files of `companies/`; aliases join the company whose id they give.
struct CompanyFileReader {
    private(set) var companies: [LexiconCompany] = []
    /// Names that are common words too.
    private(set) var ambiguous: [(line: LexiconLine, name: String)] = []
    /// Those of them that an English cue right beside them makes a company.
    private(set) var brands: [String] = []
    private(set) var problems: [LexiconProblem] = []
    private var byID: [String: Int] = [:]

    /// Reads `ID | NAME | other names ...`.
    mutating func readListed(_ lines: [LexiconLine]) {
        for line in lines {
            guard line.fields.count >= 2, Self.isID(line.fields[0]) else {
                report(line, "write MARKET:TICKER | NAME | other names")
                continue
            }
            if let index = byID[line.fields[0]] {
                // A user's own file may add names to a listing.
                companies[index].names += line.fields.dropFirst().map { ($0, line) }
                continue
            }
            byID[line.fields[0]] = companies.count
            append(
                Company(id: line.fields[0], kind: .listed, name: line.fields[1]), Array(line.fields.dropFirst()), line)
        }
    }

    /// Reads `ID | more names ...` for ids read before.
    mutating func readAliases(_ lines: [LexiconLine]) {
        for line in lines {
            guard let index = byID[line.fields[0]] else {
                report(line, "\(line.fields[0]) is on none of the lists above; take the id from krx.txt or us.txt")
                continue
            }
            companies[index].names += line.fields.dropFirst().map { ($0, line) }
        }
    }

    /// Reads `NAME | other names ...`.
    mutating func readUnlisted(_ lines: [LexiconLine], kind: CompanyKind) {
        for line in lines {
            append(Company(id: nil, kind: kind, name: line.fields[0]), line.fields, line)
        }
    }

    /// Reads `ID or - | NAME | other names ...`.
    mutating func readRaters(_ lines: [LexiconLine]) {
        for line in lines {
            guard line.fields.count >= 2, line.fields[0] == "-" || Self.isID(line.fields[0]) else {
                report(line, "write ID | NAME | other names, with - for a broker on no list")
                continue
            }
            if let index = byID[line.fields[0]] {
                companies[index].isRater = true
                companies[index].names += line.fields.dropFirst().map { ($0, line) }
            } else if line.fields[0] == "-" {
                append(
                    Company(id: nil, kind: .unlisted, name: line.fields[1]), Array(line.fields.dropFirst()), line,
                    isRater: true)
            } else {
                report(
                    line, "\(line.fields[0]) is on none of the lists; take the id from krx.txt or us.txt, or write -")
            }
        }
    }

    /// Reads `NAME | other names ...` of context.txt, and its section `[brands]`.
    mutating func readContext(_ lines: [LexiconLine]) {
        var isBrands = false
        for line in lines {
            if let section = line.section {
                isBrands = section.name == "brands"
                if !isBrands { report(line, "unknown section [\(section.name)]; the only one is [brands]") }
                continue
            }
            ambiguous += line.fields.map { (line, $0) }
            if isBrands { brands += line.fields }
        }
    }

    private mutating func append(_ company: Company, _ names: [String], _ line: LexiconLine, isRater: Bool = false) {
        companies.append(LexiconCompany(company: company, isRater: isRater, names: names.map { ($0, line) }))
    }

    private mutating func report(_ line: LexiconLine, _ message: String) {
        problems.append(line.problem(message))
    }

    private static func isID(_ text: String) -> Bool {
        var colons = 0
        var last: UInt8 = UInt8(ascii: ":")
        for byte in text.utf8 {
            if byte == UInt8(ascii: " ") { return false }
            if byte == UInt8(ascii: ":") {
                if last == byte { return false }
                colons += 1
            }
            last = byte
        }
        return colons == 1 && last != UInt8(ascii: ":")
    }
}
