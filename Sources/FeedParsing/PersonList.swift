/// Collects authors: each once, in the order of their rank and then of the document.
struct PersonList {
    private struct Person {
        var name: String?
        var email: String?
        let rank: Int
    }

    private var people: [Person] = []

    /// At most so many authors an entry: papers of physics have thousands.
    private static let limit = 50

    var isEmpty: Bool { people.isEmpty }

    /// Adds a person written in one text: `Name`, `mail (Name)`, `Name <mail>`.
    mutating func add(_ text: String?, rank: Int) {
        guard people.count < Self.limit, let text, !text.isEmpty else { return }
        let (name, email) = Self.split(text)
        people.append(Person(name: name, email: email, rank: rank))
    }

    /// Begins a person whose name and mail follow.
    mutating func begin(rank: Int) {
        guard people.count < Self.limit else { return }
        people.append(Person(rank: rank))
    }

    mutating func setName(_ name: String?) {
        guard let last = people.indices.last, people[last].name == nil else { return }
        people[last].name = name
    }

    mutating func setEmail(_ email: String?) {
        guard let last = people.indices.last, people[last].email == nil else { return }
        people[last].email = email
    }

    /// Names; a mail address where there is no name.
    var names: [String] {
        let ranks = Set(people.map(\.rank)).sorted()
        var names: [String] = []
        for rank in ranks {
            for person in people where person.rank == rank {
                guard let name = person.name ?? person.email,
                    !names.contains(where: { $0.utf8.elementsEqual(name.utf8) })
                else {
                    continue
                }
                names.append(name)
            }
        }
        return names
    }

    static func split(_ text: String) -> (name: String?, email: String?) {
        let bytes = Array(text.utf8)
        for (opening, closing) in [(UInt8(ascii: "("), UInt8(ascii: ")")), (UInt8(ascii: "<"), UInt8(ascii: ">"))] {
            guard let start = bytes.firstIndex(of: opening), let end = bytes.lastIndex(of: closing), start < end else {
                continue
            }
            let before = clean(bytes[..<start])
            let inside = clean(bytes[(start + 1)..<end])
            if isMail(before), !inside.isEmpty { return (inside, before) }
            if isMail(inside), !before.isEmpty { return (before, inside) }
            if isMail(inside) { return (nil, inside) }
        }
        return isMail(text) ? (nil, text) : (text, nil)
    }

    private static func clean(_ bytes: ArraySlice<UInt8>) -> String {
        let text = String(decoding: HTMLSanitizer.trimmed(bytes), as: UTF8.self)
        return text.utf8.starts(with: "mailto:".utf8) ? String(decoding: text.utf8.dropFirst(7), as: UTF8.self) : text
    }

    private static func isMail(_ text: String) -> Bool {
        text.utf8.contains(UInt8(ascii: "@")) && !text.utf8.contains(UInt8(ascii: " "))
    }
}
