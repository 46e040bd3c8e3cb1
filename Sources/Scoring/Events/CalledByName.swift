/// The companies that a rule calls by name: `얼라인/n .. 서한/n`. Such a one acts on somebody else, and owns the event only
/// where nobody else can; of two the second is acted on: `영풍/n .. 고려아연/n`.
struct CalledByName {
    private var actors: [CompanyMention] = []
    private(set) var target: Int?

    /// - Parameter mentions: those of the firing's sentence.
    init(_ firing: RuleFiring, _ rule: EventRule, _ mentions: some Sequence<CompanyMention>) {
        guard rule.callsByName else { return }
        actors = mentions.filter { mention in
            firing.pieces.contains { $0.start == mention.start && $0.end == mention.end }
        }
        if actors.count > 1 { target = actors.last?.company }
    }

    func isActor(_ mention: CompanyMention) -> Bool {
        actors.contains { $0.company == mention.company }
    }
}
