import NewsModel

/// Tells whom a headline is about from whom it only names: `NH투자증권, 한화에어로 유상증자 ...` is about the first.
struct TitleSubjects {
    let analysis: TextAnalysis
    let companies: ArticleCompanies

    private var isKorean: Bool { analysis.words.contains { analysis.text.isHangul(at: Int($0.start)) } }

    /// Companies of the title that stand beside its subject.
    ///
    /// The first company is the subject. A later one is another only where it is listed with it (삼성전자·SK하이닉스)
    /// or opens a clause of its own (…삼성전자는, ... / "...B, ...").
    func counterparts(_ standings: [CompanyStanding]) -> Set<Int> {
        guard let first = Self.first(standings) else { return [] }
        let isOpenedByOther = isPartner(first) && opensWithUnknown(before: first)
        guard isOpenedByOther || isMarked(first) else { return [] }
        let mentions = standings.flatMap(\.titleMentions).sorted { $0.start < $1.start }
        var subjects: Set<Int> = isOpenedByOther && !opensClause(first) ? [] : [first.company]
        var last = first
        for mention in mentions where mention.start > first.start {
            let joined =
                mention.firstWord - last.lastWord <= 2 && isListed(last, mention) && subjects.contains(last.company)
            let opens = opensClause(mention) && !isObject(mention, after: last) && !isTold(mention, by: last)
            if joined || opens { subjects.insert(mention.company) }
            last = mention
        }
        // `얼라인, 코웨이에 서한`: whoever writes to a listed company, the news is that company's too.
        if !hasCode(first.company) {
            subjects.formUnion(mentions.filter { hasCode($0.company) && follows(Self.receivers, $0) }.map(\.company))
        }
        return Set(mentions.map(\.company)).subtracting(subjects)
    }

    /// Whether a company stands on an exchange's list.
    private func hasCode(_ company: Int) -> Bool { companies.hasCode(company) }

    /// The first mention of the title that is not in passing.
    private static func first(_ standings: [CompanyStanding]) -> CompanyMention? {
        var first: CompanyMention?
        for standing in standings {
            for mention in standing.titleMentions where !mention.isInPassing {
                if let known = first, known.start <= mention.start { continue }
                first = mention
            }
        }
        return first
    }

    /// The first name is set apart: by a comma, a topic particle, or a quotation of what it says.
    private func isMarked(_ mention: CompanyMention) -> Bool {
        follows(Self.marks, mention)
    }

    /// The other side of what a named subject does: 골드만삭스에 매각, 닛코증권과 제휴.
    private func isPartner(_ mention: CompanyMention) -> Bool {
        follows(Self.partners, mention)
    }

    /// 삼성전자·SK하이닉스, and with a comma only where the list goes on: A, B, C 급등.
    private func isListed(_ last: CompanyMention, _ mention: CompanyMention) -> Bool {
        guard last.end <= mention.start else { return false }
        let between = analysis.text.bytes[Int(last.end)..<Int(mention.start)]
        if Self.joints.contains(where: { between.elementsEqual($0) }) {
            return true
        }
        guard between.elementsEqual(", ".utf8) else { return false }
        // In English the comma is enough: Boeing, Airbus rally.
        return !isKorean || follows(Self.listed, mention)
    }

    private static let marks = bytes([",", "는 ", "은 ", "가 ", "이 ", " \"", "·", " '", "의 "])
    private static let receivers = bytes(["에 ", "에게 "])
    private static let partners = bytes(["에 ", "에게 ", "와 ", "과 ", "향 "])
    private static let joints = bytes(["·", "/", "-", "&", "와 ", "과 ", "\"·\"", " vs ", " and ", " & "])
    private static let listed = bytes([",", " 등", "와 ", "과 "])

    private static func bytes(_ signs: [String]) -> [[UInt8]] { signs.map { Array($0.utf8) } }

    /// Whether one of some signs stands right after a name.
    private func follows(_ signs: [[UInt8]], _ mention: CompanyMention) -> Bool {
        signs.contains { analysis.text.holds($0, at: Int(mention.end)) }
    }

    /// `NH투자증권, 한화에어로·삼성SDI 유상증자 이끌어`: a list right after the subject's comma is what it deals with.
    private func isObject(_ mention: CompanyMention, after last: CompanyMention) -> Bool {
        let bytes = analysis.text.bytes
        return mention.firstWord == last.lastWord + 1
            && bytes[Int(last.end)..<Int(mention.start)].elementsEqual(", ".utf8)
            && bytes[Int(mention.end)...].starts(with: "·".utf8)
    }

    /// `SM "하이브, ..."`: a company speaks of another one.
    private func isTold(_ mention: CompanyMention, by last: CompanyMention) -> Bool {
        mention.firstWord == last.lastWord + 1
            && analysis.text.bytes[Int(last.end)..<Int(mention.start)].elementsEqual(" \"".utf8)
    }

    /// First of its clause: after … or a quotation mark as it is, after a comma only where it is marked as a subject.
    private func opensClause(_ mention: CompanyMention) -> Bool {
        guard mention.start > 0 else { return true }
        let bytes = analysis.text.bytes
        var before = Int(mention.start) - 1
        if bytes[before] == 0x20, before > 0 { before -= 1 }
        // The last bytes of … and of a sentence's end.
        if [0xA6, UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "]")].contains(bytes[before]) {
            return true
        }
        guard isMarked(mention) else { return false }
        if bytes[before] == UInt8(ascii: "\"") || bytes[before] == UInt8(ascii: "'") { return true }
        let previous = Int(mention.firstWord) - 1
        return previous < 0 || analysis.clause(of: previous) != analysis.clause(of: Int(mention.firstWord))
    }

    /// `코스온, 아우딘퓨쳐스 지분 인수`: a name on no list opens the headline, unless it is an authority (공정위, 거래소).
    private func opensWithUnknown(before mention: CompanyMention) -> Bool {
        guard mention.firstWord >= 1, mention.firstWord <= 5 else { return false }
        for index in 0..<min(2, Int(mention.firstWord)) {
            let word = analysis.words[index]
            guard
                analysis.text.isHangul(at: Int(word.end) - 1)
                    || analysis.text.characterClass(at: Int(word.end) - 1) == CharacterClass.letter
            else { return false }
            if Int(word.end) < analysis.text.bytes.count, analysis.text.bytes[Int(word.end)] == UInt8(ascii: ",") {
                return !isAuthority(analysis.text.bytes[Int(word.start)..<Int(word.end)])
            }
        }
        return false
    }

    private static let authorities = [
        "원", "위", "청", "부", "처", "소", "국", "당국", "검찰", "경찰", "노조", "장관", "회장", "대통령", "의원", "증권가", "업계", "증시",
        "시장", "협회", "정부", "국회", "위원회", "대법", "고법", "지법", "검", "고", "며", "서", "에", "로", "는", "은", "도", "만",
    ]
    .map { Array($0.utf8) }

    private func isAuthority(_ word: ArraySlice<UInt8>) -> Bool {
        Self.authorities.contains { word.count >= $0.count && word.suffix($0.count).elementsEqual($0) }
    }
}
