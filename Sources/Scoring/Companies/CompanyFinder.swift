import NewsModel

/// Settles which names in a field are companies: ambiguous ones need a sentence that speaks of companies.
struct CompanyFinder {
    let lexicon: CompiledLexicon

    /// The mentions of a field, in the order of the text.
    func mentions(in analysis: TextAnalysis) -> [CompanyMention] {
        if analysis.names.isEmpty, analysis.text.kinds & CharacterClass.codeSign == 0 { return [] }
        var codes = CodeFinder(lexicon: lexicon).mentions(in: analysis)
        let ambiguous = analysis.names.contains { lexicon.names[Int($0.payload)].isAmbiguous }
        let context = ambiguous ? NameContext(lexicon: lexicon, analysis: analysis, codes: codes) : nil
        var found: [CompanyMention] = []
        for (index, hit) in analysis.names.enumerated() {
            let name = lexicon.names[Int(hit.payload)]
            if name.isAmbiguous, let context, !context.isCompany(index) { continue }
            found.append(
                CompanyMention(
                    company: Int(name.company), start: hit.start, end: hit.end, firstWord: hit.firstWord,
                    lastWord: hit.lastWord,
                    sentence: analysis.sentence(of: hit.firstWord),
                    isInPassing: PassingMention.holds(hit, analysis) || ownsNext(index, analysis)))
        }
        if codes.isEmpty { return found }
        codes.removeAll { code in
            found.inSentence(code.sentence, \.sentence).contains { $0.start < code.end && code.start < $0.end }
        }
        return (found + codes).sorted { $0.start < $1.start }
    }

    /// `현대차 보스턴다이나믹스 부사장`: a listed name right before one of another company on no list is its owner's, unless
    /// the two share a name.
    private func ownsNext(_ index: Int, _ analysis: TextAnalysis) -> Bool {
        guard analysis.names.indices.contains(index + 1) else { return false }
        let hit = analysis.names[index]
        let next = analysis.names[index + 1]
        let bytes = analysis.text.bytes
        guard next.start == hit.end + 1, bytes[Int(hit.end)] == 0x20, analysis.text.isHangul(at: Int(hit.start)),
            !bytes[Int(next.start)...].starts(with: bytes[Int(hit.start)..<Int(hit.end)])
        else { return false }
        func kind(_ hit: TermHit) -> CompanyKind {
            lexicon.companies[Int(lexicon.names[Int(hit.payload)].company)].company.kind
        }
        return kind(hit) == .listed && kind(next) == .unlisted
    }
}

/// Tells a company that is only named beside another one or as somebody's employer.
enum PassingMention {
    private static let korean: [[UInt8]] = ["출신", "경우", "처럼", "대비", "같은", "등과", "전 임원"].map { Array($0.utf8) }
    private static let tails: [[UInt8]] = ["처럼", "보다", "출신", "같은"].map { Array($0.utf8) }

    /// Shares that move because of a company, not the company's own: 모더나 소식에 관련주 급등.
    private static let followers: [[UInt8]] = ["관련주", "수혜주", "테마주"].map { Array($0.utf8) }
    /// Jobs in which somebody speaks for himself: 박진 NH증권 이사.
    private static let speakers: [[UInt8]] = ["이사 ", "연구원", "연구위원", "애널리스트", "센터장", "팀장", "고문"].map {
        Array($0.utf8)
    }
    /// Words after a name that are looked at for `followers`.
    private static let widestFollower = 6
    private static let causes: [[UInt8]] = ["여파", "후폭풍", "불똥"].map { Array($0.utf8) }
    /// Words between a name and the end of its clause.
    private static let widestCause = 8

    static func holds(_ hit: TermHit, _ analysis: TextAnalysis) -> Bool {
        (analysis.text.hasHangul && holdsInKorean(hit, analysis)) || isFormer(hit, analysis)
    }

    private static func holdsInKorean(_ hit: TermHit, _ analysis: TextAnalysis) -> Bool {
        let bytes = analysis.text.bytes
        if isEmployer(hit, analysis) || leadsFollowers(hit, analysis) || isCause(hit, analysis) { return true }
        if tails.contains(where: { starts(bytes, Int(hit.end), $0) }) { return true }
        guard isFollowed(hit, analysis) else { return false }
        let start = Int(analysis.words[Int(hit.lastWord) + 1].start)
        return korean.contains { starts(bytes, start, $0) }
    }

    /// Whether its sentence goes on after it.
    private static func isFollowed(_ hit: TermHit, _ analysis: TextAnalysis) -> Bool {
        let next = Int(hit.lastWord) + 1
        return next < analysis.words.count
            && analysis.words[next].sentence == analysis.words[Int(hit.lastWord)].sentence
    }

    private static let former = WordList(["former", "ex", "formerly"])

    private static func isFormer(_ hit: TermHit, _ analysis: TextAnalysis) -> Bool {
        guard hit.firstWord > 0, isFollowed(hit, analysis) else { return false }
        let before = analysis.words[Int(hit.firstWord) - 1]
        return former.contains(analysis.text, Int(before.start)..<Int(before.end))
    }

    /// `김장우(에코프로비엠 대표이사)`: after a person in brackets; `박진 NH증권 이사`: between a person and a job.
    private static func isEmployer(_ hit: TermHit, _ analysis: TextAnalysis) -> Bool {
        let bytes = analysis.text.bytes
        let next = Int(hit.lastWord) + 1
        guard hit.firstWord > 0, next < analysis.words.count, hit.tailEnd == hit.end, hit.start > 0 else {
            return false
        }
        let before = analysis.words[Int(hit.firstWord) - 1]
        let after = analysis.words[next]
        guard Int(after.start) - Int(hit.end) == 1, analysis.text.isHangul(at: Int(before.start)) else { return false }
        if bytes[Int(hit.start) - 1] == UInt8(ascii: "(") {
            return Int(after.end) < bytes.count && bytes[Int(after.end)] == UInt8(ascii: ")")
        }
        // Two to four syllables, three bytes each.
        return hit.start - before.end == 1 && PersonFinder.isFamilyName(analysis.text, at: Int(before.start))
            && (6...12).contains(before.end - before.start)
            && speakers.contains { starts(bytes, Int(after.start), $0) }
    }

    private static func leadsFollowers(_ hit: TermHit, _ analysis: TextAnalysis) -> Bool {
        let clause = analysis.clause(of: hit.lastWord)
        var word = Int(hit.lastWord) + 1
        let end = min(word + widestFollower, analysis.words.count)
        while word < end, analysis.clause(of: word) == clause {
            if followers.contains(where: { starts(analysis.text.bytes, Int(analysis.words[word].start), $0) }) {
                return true
            }
            word += 1
        }
        return false
    }

    /// `노보노 소송 여파…힘스 급락`: its clause ends as the cause of what the next one tells of another company.
    private static func isCause(_ hit: TermHit, _ analysis: TextAnalysis) -> Bool {
        let clause = analysis.clause(of: hit.lastWord)
        var last = Int(hit.lastWord)
        let end = min(last + 1 + widestCause, analysis.words.count)
        while last + 1 < end, analysis.clause(of: last + 1) == clause { last += 1 }
        let start = Int(analysis.words[last].start)
        guard last + 1 < analysis.words.count,
            causes.contains(where: { starts(analysis.text.bytes, start, $0) }) || isOfShares(analysis, last)
        else { return false }
        let next = Int32(last) + 1
        return analysis.names.inSentence(Int(next), { Int($0.firstWord) }).contains { $0.firstWord == next }
    }

    /// `[특징주] 물류창고 화재…소화기 회사 급등`: the headline is about the shares that it names after the dots.
    private static func isOfShares(_ analysis: TextAnalysis, _ last: Int) -> Bool {
        analysis.field == .title && starts(analysis.text.bytes, 0, tag)
            && starts(analysis.text.bytes, Int(analysis.words[last].end), dots)
    }

    private static let tag = Array("[특징주]".utf8)
    private static let dots = Array("…".utf8)

    private static func starts(_ bytes: [UInt8], _ at: Int, _ prefix: [UInt8]) -> Bool {
        guard at + prefix.count <= bytes.count else { return false }
        for index in prefix.indices where bytes[at + index] != prefix[index] { return false }
        return true
    }
}
