/// What an executive says of a market is no news of the own company: `CEO "비트코인 ..."`.
enum MarketRemark {
    private static let offices: [[UInt8]] = ["ceo", "대표", "회장", "부회장", "사장", "의장", "행장", "창업자"].map { Array($0.utf8) }
    private static let markets: [[UInt8]] = [
        "비트코인", "이더리움", "가상자산", "가상화폐", "암호화폐", "스테이블코인", "증시", "뉴욕증시", "코스피", "코스닥", "나스닥", "금리", "기준금리", "환율", "유가",
        "국제유가", "금값", "집값", "물가", "인플레", "연준", "경기침체", "미국 경제", "중국 경제", "세계 경제", "한국 경제", "글로벌 경제",
    ].map { Array($0.utf8) }
    /// Bytes of a particle behind an office: one syllable.
    private static let particle = 3

    /// Whether an office and a quotation that opens with a market stand right after a name.
    static func follows(_ hit: TermHit, _ analysis: TextAnalysis) -> Bool {
        let next = Int(hit.lastWord) + 1
        guard next + 1 < analysis.words.count else { return false }
        let office = analysis.words[next]
        guard office.start == hit.end + 1, isOffice(analysis, Int(office.start)..<Int(office.end)),
            SignaturePlace(analysis).precedesQuote(end: office.end)
        else { return false }
        let said = Int(analysis.words[next + 1].start)
        return markets.contains { analysis.text.holds($0, at: said) }
    }

    private static func isOffice(_ analysis: TextAnalysis, _ word: Range<Int>) -> Bool {
        offices.contains { office in
            word.count - office.count <= particle && analysis.text.holds(office, at: word.lowerBound)
        }
    }
}
