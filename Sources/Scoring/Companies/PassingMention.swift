import NewsModel

/// Tells a company that is only named beside another one or as somebody's employer.
enum PassingMention {
    private static let korean: [[UInt8]] = ["출신", "경우", "처럼", "대비", "같은", "등과", "전 임원"].map { Array($0.utf8) }
    private static let tails: [[UInt8]] = [
        "처럼", "보다", "출신", "같은", "에 이어", "에 맞서", "와 달리", "과 달리", "을 제치", "를 제치", " 제치고", "을 꺾", "를 꺾", "을 넘어", "를 넘어",
        "을 겨냥", "를 겨냥", " 겨냥", " 못지않", " 버금가", " 협력사", " 협력업체", " 납품사",
        "에 의존", " 의존", " 매출 의존", " 물량 의존", " 매출 쏠림", " 물량 쏠림", " 매출 편중", " 물량 편중",
    ].map { Array($0.utf8) }

    /// Shares that move because of a company, not the company's own: 모더나 소식에 관련주 급등.
    private static let followers: [[UInt8]] = ["관련주", "수혜주", "테마주"].map { Array($0.utf8) }
    /// Jobs in which somebody speaks for himself: 박진 NH증권 이사.
    private static let speakers: [[UInt8]] = ["이사 ", "연구원", "연구위원", "애널리스트", "센터장", "팀장", "고문"].map {
        Array($0.utf8)
    }
    /// Words after a name that are looked at for `followers`.
    private static let widestFollower = 6
    private static let causes: [[UInt8]] = ["여파", "후폭풍", "불똥", "훈풍", "쇼크", "충격", "호재", "악재", "효과", "사태", "덕에", "덕분"]
        .map { Array($0.utf8) }
    /// Words between a name and the end of its clause.
    private static let widestCause = 8

    static func holds(_ hit: TermHit, _ analysis: TextAnalysis) -> Bool {
        (analysis.text.hasHangul && holdsInKorean(hit, analysis)) || isFormer(hit, analysis)
    }

    private static func holdsInKorean(_ hit: TermHit, _ analysis: TextAnalysis) -> Bool {
        if isEmployer(hit, analysis) || leadsFollowers(hit, analysis) || isCause(hit, analysis)
            || MarketRemark.follows(hit, analysis)
        {
            return true
        }
        if tails.contains(where: { analysis.text.holds($0, at: Int(hit.end)) }) { return true }
        guard isFollowed(hit, analysis) else { return false }
        let start = Int(analysis.words[Int(hit.lastWord) + 1].start)
        return korean.contains { analysis.text.holds($0, at: start) }
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
            && speakers.contains { analysis.text.holds($0, at: Int(after.start)) }
    }

    private static func leadsFollowers(_ hit: TermHit, _ analysis: TextAnalysis) -> Bool {
        let clause = analysis.clause(of: hit.lastWord)
        var word = Int(hit.lastWord) + 1
        let end = min(word + widestFollower, analysis.words.count)
        while word < end, analysis.clause(of: word) == clause {
            if followers.contains(where: { analysis.text.holds($0, at: Int(analysis.words[word].start)) }) {
                return true
            }
            word += 1
        }
        return false
    }

    /// `노보노 소송 여파…힘스 급락`, `엔비디아 훈풍에 한별전자 급등`: the cause of what is told of the company right after.
    private static func isCause(_ hit: TermHit, _ analysis: TextAnalysis) -> Bool {
        let clause = analysis.clause(of: hit.lastWord)
        let end = min(Int(hit.lastWord) + 1 + widestCause, analysis.words.count)
        var last = Int(hit.lastWord)
        while last + 1 < end, analysis.clause(of: last + 1) == clause {
            last += 1
            if isCause(last, analysis), opensName(last + 1, analysis) { return true }
        }
        return isOfShares(analysis, last) && opensName(last + 1, analysis)
    }

    private static func isCause(_ word: Int, _ analysis: TextAnalysis) -> Bool {
        causes.contains { analysis.text.holds($0, at: Int(analysis.words[word].start)) }
    }

    private static func opensName(_ word: Int, _ analysis: TextAnalysis) -> Bool {
        guard word < analysis.words.count else { return false }
        return analysis.names.inSentence(word, { Int($0.firstWord) }).contains { $0.firstWord == Int32(word) }
    }

    /// `[특징주] 물류창고 화재…소화기 회사 급등`: the headline is about the shares that it names after the dots.
    private static func isOfShares(_ analysis: TextAnalysis, _ last: Int) -> Bool {
        analysis.field == .title && analysis.text.holds(tag, at: 0)
            && analysis.text.holds(dots, at: Int(analysis.words[last].end))
    }

    private static let tag = Array("[특징주]".utf8)
    private static let dots = Array("…".utf8)
}
