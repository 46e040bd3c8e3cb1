import NewsModel
import TestSupport

@testable import Alerting

/// One receiver of each type, as a user would set it up; every secret holds the word CANARY.
enum EveryReceiver {
    static let environment = [
        "URL": "https://hooks.example/services/CANARYHOOK/CANARYPART", "TOPIC": "https://ntfy.example/CANARYTOPIC",
        "TOKEN": "123456789:CANARYTOKEN", "KEY": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "PASSWORD": "CANARYPASSWORD",
    ]

    static let yaml = """
        receivers:
          - {name: terminal, type: stdout, language: ko}
          - {name: line, type: stdout, format: line}
          - {name: journal, type: file, path: a.jsonl}
          - {name: own, type: webhook, url_env: URL, secret_env: KEY}
          - {name: slack, type: slack, url_env: URL, language: ko}
          - {name: discord, type: discord, url_env: URL, language: ko}
          - {name: teams, type: teams, url_env: URL, language: ko}
          - {name: telegram, type: telegram, token_env: TOKEN, chat: "-100123", thread: 7, language: ko}
          - {name: mattermost, type: mattermost, url_env: URL}
          - {name: rocketchat, type: rocketchat, url_env: URL}
          - {name: googlechat, type: googlechat, url_env: URL, language: ko}
          - {name: pagerduty, type: pagerduty, key_env: TOKEN}
          - {name: alertmanager, type: alertmanager, url_env: URL, token_env: TOKEN}
          - {name: ntfy, type: ntfy, url_env: TOPIC, token_env: TOKEN, language: ko}
          - {name: dooray, type: dooray, url_env: URL, language: ko}
          - {name: jandi, type: jandi, url_env: URL, language: ko}
          - {name: kakaowork, type: kakaowork, key_env: TOKEN, conversation: "123", language: ko}
          - {name: naverworks, type: naverworks, url_env: URL, language: ko}
          - {name: naverworks-bot, type: naverworks, bot: "12", channel: ab-cd, token_env: TOKEN, language: ko}
          - {name: other, type: template, url_env: URL, template: mine, authorization_env: TOKEN, alerts_per_message: 5}
          - {name: email, type: email, server: "smtp://mail.example:587", user: u, password_env: PASSWORD, from: a@news.example, to: [b@desk.example, c@desk.example], language: ko}
          - {name: exec, type: exec, command: [/bin/cat]}

        """

    static let template = """
        {
          "title": "{{heading}}",
          "text": "{{message}}",
          "severity": {{severity}},
          "alerts": [
            {{#alerts}}
            {"company": "{{company}}", "title": "{{title}}"}{{^last()}},{{/last()}}
            {{/alerts}}
          ]
        }

        """

    /// Read once: it is the same for every test.
    private static let configuration = Result {
        let sample = try AlertsFolderSample(["receivers.yaml": yaml, "templates/mine.mustache": template])
        defer { sample.folder.remove() }
        return try sample.load(environment: environment)
    }

    /// One of them, sending through these parts.
    static func named(_ name: String, _ parts: ReceiverParts = .unreachable()) throws -> any Receiver {
        guard let found = try configuration.get().receivers.first(where: { $0.name == name }) else { throw Missing() }
        return found.receiver(parts)
    }

    struct Missing: Error {}

    static let names = [
        "terminal", "line", "journal", "own", "slack", "discord", "teams", "telegram", "mattermost", "rocketchat",
        "googlechat", "pagerduty", "alertmanager", "ntfy", "dooray", "jandi", "kakaowork", "naverworks",
        "naverworks-bot", "other", "email", "exec",
    ]

    /// Those that speak HTTP.
    static let overHTTP = names.filter { !["terminal", "line", "journal", "email", "exec"].contains($0) }

    /// An alert as it comes out of the day's news, with everything in it.
    static func sampleAlert(_ number: Int = 1) -> Alert {
        alert(
            id: "alert_\(number)", revision: number,
            events: [
                event("legal.market_abuse", role: "defendant", phase: .tried, severity: 80, evidence: ["시세조종 혐의"]),
                event("earnings.guidance", fact: .forecast, severity: 30, evidence: ["실적 & 전망 <하향>"]),
            ], severity: 80, reason: number > 1 ? "new event legal.market_abuse" : "first notice", articles: 4,
            sources: ["한빛경제", "누리일보", "Sample Wire"], first: noon.adding(seconds: -3 * 3600 + 12 * 60), bestRank: 2)
    }

    static func hostileAlerts(_ count: Int) -> [Alert] {
        Array(repeating: TestAlert.hostile(now: noon), count: count)
    }
}
