import NewsModel

/// Event types, phases and classes in words, for messages.
struct EventWords: Sendable {
    let language: MessageLanguage

    /// `legal.verdict` as "court verdict" or "판결"; a type that a user added is shown by its own name.
    func type(_ type: EventType) -> String {
        if let words = Self.types[type.rawValue] { return language == .korean ? words.korean : words.english }
        let name = type.rawValue.split(separator: ".").last.map(String.init) ?? type.rawValue
        return CleanText.line(String(name.map { $0 == "_" ? " " : $0 }), limit: 80)
    }

    func phase(_ phase: EventPhase) -> String {
        switch phase {
        case .alleged: pick("alleged", "의혹")
        case .investigated: pick("under investigation", "조사·수사")
        case .charged: pick("charged", "기소")
        case .tried: pick("on trial", "재판")
        case .decided: pick("decided", "결정")
        case .appealed: pick("appealed", "불복")
        case .closed: pick("closed", "종결")
        case .rumour: pick("rumour", "관측")
        case .agreed: pick("agreed", "합의")
        case .approved: pick("approved", "승인")
        case .completed: pick("completed", "완료")
        case .failed: pick("failed", "무산")
        }
    }

    func sentiment(_ sentimentClass: SentimentClass) -> String {
        switch sentimentClass {
        case .positive: pick("positive", "긍정")
        case .neutral: pick("neutral", "중립")
        case .negative: pick("negative", "부정")
        }
    }

    func factLevel(_ level: FactLevel) -> String {
        switch level {
        case .fact: pick("fact", "사실")
        case .forecast: pick("forecast", "전망")
        case .opinion: pick("opinion", "의견")
        }
    }

    /// How grave a severity is: critical from 80, high from 60, medium from 40.
    func severity(_ severity: Int) -> String {
        switch severity {
        case 80...: pick("critical", "심각")
        case 60...: pick("high", "높음")
        case 40...: pick("medium", "보통")
        default: pick("low", "낮음")
        }
    }

    private func pick(_ english: String, _ korean: String) -> String {
        language == .korean ? korean : english
    }

    private static let types: [String: (english: String, korean: String)] = [
        "legal.investigation": ("criminal investigation", "수사"),
        "legal.market_abuse": ("market manipulation", "시세조종·불공정거래"),
        "legal.prosecution": ("prosecution", "구속·기소"),
        "legal.verdict": ("court verdict", "판결"),
        "legal.lawsuit": ("lawsuit", "소송"),
        "regulatory.sanction": ("regulatory penalty", "제재·과징금"),
        "regulatory.antitrust": ("antitrust case", "공정거래 조사"),
        "regulatory.exchange_action": ("exchange action", "거래소 조치"),
        "leadership.appointment": ("executive appointment", "임원 선임"),
        "leadership.departure": ("executive departure", "임원 퇴진"),
        "leadership.misconduct": ("executive misconduct", "횡령·배임 등 비위"),
        "leadership.control_dispute": ("fight for control", "경영권 분쟁"),
        "leadership.insider_trade": ("insider share deal", "임원·대주주 지분 거래"),
        "analyst.rating_change": ("rating change", "투자의견 변경"),
        "analyst.target_change": ("price target change", "목표주가 변경"),
        "analyst.report": ("analyst report", "증권사 보고서"),
        "analyst.credit_rating": ("credit rating change", "신용등급 변경"),
        "earnings.result": ("earnings result", "실적 발표"),
        "earnings.guidance": ("earnings guidance", "실적 전망"),
        "earnings.accounting": ("accounting or audit problem", "회계·감사 문제"),
        "deal.merger": ("merger or acquisition", "인수·합병"),
        "deal.collapsed": ("deal called off", "거래 무산"),
        "deal.restructuring": ("restructuring", "사업·조직 개편"),
        "deal.contract": ("contract", "수주·계약"),
        "capital.dilution": ("share dilution", "증자·전환사채"),
        "capital.return": ("buyback or dividend", "자사주·배당"),
        "capital.distress": ("financial distress", "부도·회생"),
        "ops.outage_cyber": ("outage or data leak", "장애·해킹·정보유출"),
        "ops.product_safety": ("product safety", "리콜·사고"),
        "ops.labor": ("labour dispute or layoffs", "파업·구조조정"),
    ]

    /// The types that have words here: all of the lexicon that comes with the program.
    static var knownTypes: [String] { types.keys.sorted() }
}

/// The language that a receiver's messages are written in.
public enum MessageLanguage: String, Sendable, CaseIterable {
    case korean = "ko"
    case english = "en"
}
