import NewsModel

/// The words around the alerts of a message: its heading, and what it says of those that had no room.
struct MessageWords: Sendable {
    let view: AlertView

    /// One clean line that says what the message is: `카카오 외 3건 알림`, `Digest of 12 alerts`.
    func heading(_ alerts: [Alert], kind: MessageKind) -> String {
        let gravest = alerts.max { $0.severity < $1.severity }
        let company = gravest.map { view.company($0.company) } ?? ""
        let rest = alerts.count - 1
        switch kind {
        case .alert:
            if rest <= 0 { return pick("Alert: \(company)", "\(company) 알림") }
            return pick("Alerts: \(company) and \(rest) more", "\(company) 외 \(rest)건 알림")
        case .digest:
            return pick("Digest of \(alerts.count) alerts", "알림 모음 \(alerts.count)건")
        case .resolved:
            if rest <= 0 { return pick("Resolved: \(company)", "\(company) 해소 알림") }
            return pick("Resolved: \(company) and \(rest) more", "\(company) 외 \(rest)건 해소 알림")
        case .monitor:
            return pick("Newsward reports on itself", "뉴스워드 상태 알림")
        }
    }

    /// What stands behind a digest of which `count` lines were left out.
    func more(_ count: Int) -> String {
        pick("and \(count) more", "외 \(count)건")
    }

    /// What a link to an article is called.
    var openArticle: String { pick("Open the article", "기사 보기") }

    private func pick(_ english: String, _ korean: String) -> String {
        view.language == .korean ? korean : english
    }
}

/// Colours that tell how grave a message is, as 0xRRGGBB.
enum SeverityColour {
    static func of(_ alerts: [Alert], kind: MessageKind) -> Int {
        if kind == .resolved { return 0x2E8B57 }
        switch alerts.map(\.severity).max() ?? 0 {
        case 80...: return 0xB00020
        case 60...: return 0xE4572E
        case 40...: return 0xF2A900
        default: return 0x4C78A8
        }
    }

    /// `#E4572E`.
    static func text(_ alerts: [Alert], kind: MessageKind) -> String {
        let digits = String(of(alerts, kind: kind), radix: 16, uppercase: true)
        return "#" + String(repeating: "0", count: 6 - digits.utf8.count) + digits
    }
}
