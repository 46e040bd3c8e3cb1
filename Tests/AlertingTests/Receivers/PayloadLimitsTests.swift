import Foundation
import NewsModel
import Testing

@testable import Alerting

/// Messages with the worst alerts there are, held against what each service documents.
struct PayloadLimitsTests {
    /// Every text of a body, with the way to it: `embeds.description`.
    private static func texts(_ value: Any, path: String = "") -> [(path: String, text: String)] {
        switch value {
        case let text as String: [(path, text)]
        case let list as [Any]: list.flatMap { texts($0, path: path) }
        case let object as [String: Any]:
            object.flatMap { texts($0.value, path: path.isEmpty ? $0.key : "\(path).\($0.key)") }
        default: []
        }
    }

    struct Limit: Sendable {
        let receiver: String
        let path: String
        let most: Int
        let unit: TextUnit

        init(_ receiver: String, _ path: String, _ most: Int, _ unit: TextUnit = .utf16) {
            self.receiver = receiver
            self.path = path
            self.most = most
            self.unit = unit
        }
    }

    private static let limits = [
        Limit("slack", "text", 4000), Limit("slack", "blocks.text.text", 3000), Limit("discord", "content", 2000),
        Limit("discord", "embeds.description", 4096), Limit("telegram", "text", 4096),
        Limit("mattermost", "text", 16_383, .codePoints), Limit("rocketchat", "text", 5000),
        Limit("pagerduty", "payload.summary", 1024, .codePoints), Limit("pagerduty", "dedup_key", 255),
        Limit("ntfy", "message", 4096, .bytes), Limit("ntfy", "title", 250, .bytes),
        Limit("dooray", "attachments.text", 3000), Limit("jandi", "body", 200),
        Limit("jandi", "connectInfo.description", 2500), Limit("kakaowork", "text", 500),
        Limit("kakaowork", "blocks.text", 500), Limit("naverworks", "body.text", 2000),
        Limit("naverworks-bot", "content.text", 2000), Limit("alertmanager", "annotations.description", 4000),
    ]

    /// Whole bodies, in bytes.
    private static let bodies = [
        "teams": 28_000, "googlechat": 32_000, "pagerduty": 512_000, "own": 20_480, "exec": 20_480, "slack": 60_000,
        "email": 1_000_000,
    ]

    @Test(arguments: EveryReceiver.names, MessageKind.allCases)
    func hostileAlertsStayInsideTheLimits(name: String, kind: MessageKind) throws {
        let receiver = try EveryReceiver.named(name)
        for count in kind == .monitor ? [1] : [1, receiver.alertLimit(of: kind)] {
            let body = receiver.render(EveryReceiver.hostileAlerts(count), context: context(kind: kind)).body
            if let most = Self.bodies[name], count == 1 || !["own", "exec"].contains(name) {
                #expect(body.count <= most, "\(name) makes \(body.count) bytes of \(count)")
            }
            guard let value = try? JSONSerialization.jsonObject(with: Data(body)) else {
                #expect(["terminal", "line", "journal", "email"].contains(name), "\(name) makes no JSON")
                continue
            }
            #expect(JSONCheck.firstError(in: body) == nil)
            let texts = Self.texts(value)
            for limit in Self.limits where limit.receiver == name {
                for found in texts where found.path == limit.path {
                    #expect(limit.unit.length(found.text) <= limit.most, "\(name) \(limit.path)")
                    #expect(!found.text.isEmpty)
                }
                let isInAll = !(name == "jandi" && limit.path != "body") || texts.contains { $0.path == limit.path }
                #expect(isInAll && texts.contains { $0.path == limit.path }, "\(name) has no \(limit.path)")
            }
        }
    }

    @Test func discordKeepsToItsSumAndItsNumberOfEmbeds() throws {
        let receiver = try EveryReceiver.named("discord")
        for kind in MessageKind.allCases {
            let body = receiver.render(
                EveryReceiver.hostileAlerts(receiver.alertLimit(of: kind)), context: context(kind: kind)
            ).body
            let object = try #require(try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any])
            let embeds = try #require(object["embeds"] as? [[String: Any]])
            #expect(embeds.count <= 10)
            #expect(embeds.map { ($0["description"] as? String ?? "").utf16.count }.reduce(0, +) <= 6000)
            #expect((object["allowed_mentions"] as? [String: [String]])?["parse"] == [])
        }
    }

    /// Hangul stays whole: no cut leaves a single jamo of a syllable that is written in three.
    @Test(arguments: EveryReceiver.names)
    func syllablesOfJamoStayWhole(name: String) throws {
        let syllable = "\u{1112}\u{1161}\u{11AB}"
        let long = alert(title: String(repeating: syllable, count: 5000))
        let body = try EveryReceiver.named(name).render([long], context: context()).body
        let text = String(decoding: body, as: UTF8.self).unicodeScalars.filter { (0x1100...0x11FF).contains($0.value) }
        #expect(text.count % 3 == 0)
        #expect(String(String.UnicodeScalarView(text)) == String(repeating: syllable, count: text.count / 3))
    }

    /// A digest tells all it has room for and counts the rest.
    @Test func aDigestCountsWhatHasNoRoom() throws {
        let alerts = (1...50).map { EveryReceiver.sampleAlert($0) }
        let body = try EveryReceiver.named("telegram").render(alerts, context: context(kind: .digest)).body
        let object = try #require(try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any])
        let lines = try #require(object["text"] as? String).split(separator: "\n")
        #expect(lines.first == "<b>알림 모음 50건</b>")
        let shown = lines.count - 2
        #expect(shown > 5)
        #expect(lines.last == "외 \(50 - shown)건")
    }
}
