import Crypto
import Foundation
public import NewsModel

/// Follows legal, regulatory and deal matters through their phases, over months and over many stories. Pure.
public enum CaseMemory {
    /// Events below this relevance are background: "the company, which was fined last year, ...". They move no case.
    private static let leastRelevance = 40
    /// Parties of one case that are remembered.
    private static let mostParties = 24

    /// Ids of the companies whose open cases an article may touch.
    public static func companies(in record: ScoredRecord) -> [String] {
        Set(eventsOfCases(in: record).compactMap(\.companyID)).sorted()
    }

    /// What an article does to the open cases of its companies, one change for each company and family.
    ///
    /// - Parameters:
    ///   - member: the article's place in its story; its keys hold the parties of the events.
    ///   - open: the open cases of those companies, oldest first.
    public static func changes(
        by record: ScoredRecord, member: StoryMember, open: [CaseFile], now: Timestamp
    ) -> [CaseChange] {
        let keys = member.eventKeys.compactMap(EventKey.init)
        var changes: [CaseChange] = []
        for (topic, events) in topics(in: record) {
            let types = Set(events.map(\.type))
            let parties = Set(
                keys.filter { $0.company == topic.company && types.contains($0.type) && !$0.party.isEmpty }
                    .map(\.party))
            let candidates = open.filter { $0.companyID == topic.company && $0.family == topic.family }
            if let end = events.first(where: CaseFamily.isEnd) {
                changes += closing(candidates, parties, by: end, articleID: record.id, now: now)
            } else if let change = moving(candidates, parties, topic, events, articleID: record.id, now: now) {
                changes.append(change)
            }
        }
        return changes
    }

    private struct Topic: Hashable {
        let company: String
        let family: String
    }

    private static func eventsOfCases(in record: ScoredRecord) -> [NewsEvent] {
        let top = record.events.map(\.relevance).max() ?? 0
        return record.events.filter {
            $0.companyID != nil && $0.phase != nil && $0.factLevel != .opinion
                && $0.relevance >= min(leastRelevance, top) && CaseFamily.of($0.type) != nil
        }
    }

    /// Events by company and family, in the order of their first event, the furthest phase first in each.
    private static func topics(in record: ScoredRecord) -> [(Topic, [NewsEvent])] {
        var order: [Topic] = []
        var events: [Topic: [NewsEvent]] = [:]
        for event in eventsOfCases(in: record) {
            guard let company = event.companyID, let family = CaseFamily.of(event.type) else { continue }
            let topic = Topic(company: company, family: family)
            if events[topic] == nil { order.append(topic) }
            events[topic, default: []].append(event)
        }
        return order.map { topic in
            (topic, events[topic, default: []].sorted { ($0.phase?.progress ?? 0) > ($1.phase?.progress ?? 0) })
        }
    }

    /// Those of the same parties; else the only one that the text can mean. Of several without a party to tell them apart
    /// none is closed: a case that stays open is better than the wrong one closed.
    private static func closing(
        _ candidates: [CaseFile], _ parties: Set<String>, by event: NewsEvent, articleID: String, now: Timestamp
    ) -> [CaseChange] {
        let same = candidates.filter { PartyMatch(parties, Set($0.parties)) == .same }
        let open = candidates.filter { PartyMatch(parties, Set($0.parties)) == .open }
        let closed = same.isEmpty && open.count == 1 ? open : same
        return closed.map { file in
            var after = file
            let before = file.phase
            after.phase = event.phase ?? .closed
            (after.updatedAt, after.closedAt, after.closedBy) = (now, now, articleID)
            return CaseChange(file: after, step: .closed(before), event: event.type)
        }
    }

    private static func moving(
        _ candidates: [CaseFile], _ parties: Set<String>, _ topic: Topic, _ events: [NewsEvent], articleID: String,
        now: Timestamp
    ) -> CaseChange? {
        guard let event = events.first, let phase = event.phase else { return nil }
        let same = candidates.last { PartyMatch(parties, Set($0.parties)) == .same }
        let open = candidates.last { PartyMatch(parties, Set($0.parties)) == .open }
        guard var file = same ?? open else {
            let file = CaseFile(
                id: id(articleID, topic), companyID: topic.company, family: topic.family,
                parties: Array(parties.sorted().prefix(mostParties)), phase: phase, openedAt: now, updatedAt: now)
            return CaseChange(file: file, step: .opened, event: event.type)
        }
        let before = file.phase
        let known = Set(file.parties)
        file.parties = Array((file.parties + parties.subtracting(known).sorted()).prefix(mostParties))
        file.updatedAt = now
        guard phase.progress > before.progress else {
            return CaseChange(file: file, step: .repeated, event: event.type)
        }
        file.phase = phase
        return CaseChange(file: file, step: .advanced(before), event: event.type)
    }

    private static func id(_ articleID: String, _ topic: Topic) -> String {
        let hash = SHA256.hash(data: Data("case:\(articleID):\(topic.company):\(topic.family)".utf8))
        return "c" + hexadecimal(hash.prefix(10))
    }
}
