import NewsModel

/// Says which company a cue speaks about: the party of the event that it stands in, else the one named before it in its
/// clause, else in its sentence.
struct CueOwner {
    let standings: [CompanyStanding]
    let mentions: [CompanyMention]
    let events: [EventDraft]

    /// Matches of events looked at for one cue; keeps hostile sentences linear.
    private static let mostMatches = 40

    func assign(_ cues: inout [SentimentCue], _ analysis: TextAnalysis) {
        guard !cues.isEmpty, !(mentions.isEmpty && events.isEmpty) else { return }
        let speakers = speakers
        let matches = matches(analysis.field)
        var first = 0
        for index in cues.indices where cues[index].company == nil {
            if !matches.isEmpty {
                let (start, end) = (cues[index].start, cues[index].end)
                if let event = matches[cues[index].sentence]?.first(where: { $0.start < end && start < $0.end }) {
                    cues[index].company = event.company
                    continue
                }
            }
            while first < speakers.count, speakers[first].sentence < cues[index].sentence { first += 1 }
            var last = first
            while last < speakers.count, speakers[last].sentence == cues[index].sentence, last - first < 40 {
                last += 1
            }
            cues[index].company = owner(cues[index], speakers[first..<last], analysis)
        }
    }

    /// The mentions of companies that are not only raters.
    private var speakers: [CompanyMention] {
        guard standings.contains(where: { $0.role == .rater }) else { return mentions }
        let raters = Set(standings.filter { $0.role == .rater }.map(\.company))
        return mentions.filter { !raters.contains($0.company) }
    }

    private struct Match {
        var start: Int32
        var end: Int32
        var company: Int
    }

    /// Where events of a company were read off the field, by sentence.
    private func matches(_ field: TextField) -> [Int: [Match]] {
        var matches: [Int: [Match]] = [:]
        if events.isEmpty { return matches }
        for event in events {
            guard let company = event.company else { continue }
            for firing in event.firings where firing.field == field {
                for piece in firing.pieces where matches[firing.sentence, default: []].count < Self.mostMatches {
                    matches[firing.sentence, default: []].append(
                        Match(start: piece.start, end: piece.end, company: company))
                }
            }
        }
        return matches
    }

    private func owner(_ cue: SentimentCue, _ near: ArraySlice<CompanyMention>, _ analysis: TextAnalysis) -> Int? {
        guard let first = near.first, near.contains(where: { $0.company != first.company }) else {
            return near.first?.company
        }
        func isInClause(_ mention: CompanyMention) -> Bool { analysis.clause(of: mention.firstWord) == cue.clause }
        if let before = near.last(where: { $0.end <= cue.start && isInClause($0) }) {
            return isJoint(before, near, analysis) ? nil : before.company
        }
        if let before = near.last(where: { $0.end <= cue.start }) {
            return isJoint(before, near, analysis) ? nil : before.company
        }
        return near.first(where: isInClause)?.company ?? first.company
    }

    private func isAnd(between first: CompanyMention, and second: CompanyMention, _ analysis: TextAnalysis) -> Bool {
        analysis.text.bytes[Int(first.end)..<Int(second.start)].elementsEqual(" and ".utf8)
    }

    /// `삼성전자·SK하이닉스 급등`: what follows a list of names is about all of them.
    private func isJoint(_ mention: CompanyMention, _ near: ArraySlice<CompanyMention>, _ analysis: TextAnalysis)
        -> Bool
    {
        near.contains {
            $0.company != mention.company && $0.end <= mention.start
                && (mention.firstWord - $0.lastWord <= 1 || isAnd(between: $0, and: mention, analysis))
        }
    }
}
