import NewsModel

/// Why a rule that found its elements raised no event; becomes text only where somebody reads it.
enum FiringRefusal: Sendable {
    /// A term of `not=` stands there: its place in the normal form.
    case excluded(start: Int32, end: Int32)
    case negated(CueNote)
    /// Another rule says more of the same.
    case covered(by: Int)
    /// The same company has an event that says more.
    case overruled(EventType)
    case noParty

    /// - Parameter normal: the text of the firing's field.
    func text(_ lexicon: CompiledLexicon, _ normal: NormalText) -> String {
        switch self {
        case .excluded(let start, let end):
            "excluded by \(String(decoding: normal.bytes[Int(start)..<Int(end)], as: UTF8.self))"
        case .negated(let note): note.text(lexicon, normal)
        case .covered(let rule): "\(lexicon.rules[rule].rule) says more"
        case .overruled(let type): "\(type.rawValue) of the same company says more"
        case .noParty: "no company is party to it"
        }
    }
}
