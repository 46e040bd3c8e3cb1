import Foundation
import NewsModel
import Synchronization
import Testing

@testable import Alerting

/// Keeps what was written.
final class RecordedOutput: LineOutput {
    struct Broken: Error {}
    private let written = Mutex<[UInt8]>([])
    private let isBroken: Bool

    init(isBroken: Bool = false) {
        self.isBroken = isBroken
    }

    var text: String { written.withLock { String(decoding: $0, as: UTF8.self) } }

    func write(_ lines: [UInt8]) throws {
        if isBroken { throw Broken() }
        written.withLock { $0 += lines }
    }
}

struct StdoutReceiverTests {
    private func receiver(
        _ format: StdoutReceiver.Format, _ output: RecordedOutput = RecordedOutput()
    ) -> StdoutReceiver {
        StdoutReceiver(
            name: "terminal", format: format,
            text: try? messageText(format.rawValue, .text, language: .korean), output: output)
    }

    @Test func aDigestIsAHeadingAndItsLines() {
        let digest = receiver(.text).render(
            [alert(), alert(severity: 45)], context: context(kind: .digest)
        ).body
        let lines = String(decoding: digest, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == 5)
        #expect(lines[0] == "알림 모음 2건")
        #expect(lines[1].hasPrefix("[70] 카카오 (XKRX:035720) 부정 -0.62 | "))
        #expect(lines[2].hasPrefix("[45] 카카오"))
        let resolved = receiver(.line).render(
            [alert(revision: 2, reason: "case closed")], context: context(kind: .resolved))
        #expect(String(decoding: resolved.body, as: UTF8.self).hasPrefix("[해소] [70] 카카오"))
    }

    @Test func textHasAnEmptyLineBehindEachAlert() {
        let body = receiver(.text).render([alert(), alert(severity: 45)], context: context()).body
        #expect(
            String(decoding: body, as: UTF8.self) == """
                [70 높음] 카카오 (XKRX:035720) - 부정 -0.62
                  카카오 창업자, 시세조종 혐의로 재판
                  * 시세조종·불공정거래 [70]
                  한빛경제, 2026-11-25 12:00 +09:00
                  https://news.example/a?id=1&x=2

                [45 보통] 카카오 (XKRX:035720) - 부정 -0.62
                  카카오 창업자, 시세조종 혐의로 재판
                  * 시세조종·불공정거래 [70]
                  한빛경제, 2026-11-25 12:00 +09:00
                  https://news.example/a?id=1&x=2


                """)
    }

    @Test(arguments: [StdoutReceiver.Format.line, .json])
    func oneAlertIsOneLineWhateverTheFeedSays(format: StdoutReceiver.Format) {
        let hostile = alert(
            company: Company(id: nil, kind: .unlisted, name: hostileTitle), events: [event(evidence: [hostileTitle])],
            title: hostileTitle, url: "https://a.example/\u{1B}\n" + hostileTitle, source: hostileTitle)
        let body = receiver(format).render([hostile, alert()], context: context()).body
        #expect(body.filter { $0 == 0x0A }.count == 2)
        #expect(body.last == 0x0A)
        let scalars = String(decoding: body, as: UTF8.self).unicodeScalars
        let bad = scalars.filter {
            $0.value < 0x20 && $0 != "\n" || (0x7F...0x9F).contains($0.value) || (0x202A...0x202E).contains($0.value)
                || (0x2066...0x2069).contains($0.value)
        }
        #expect(bad.isEmpty)
    }

    @Test func jsonLinesCanBeReadBack() throws {
        let body = receiver(.json).render([alert(title: hostileTitle)], context: context("msg_7")).body
        let object = try #require(try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any])
        #expect(object["delivery"] as? String == "msg_7")
        #expect(object["kind"] as? String == "alert")
        #expect(object["id"] as? String == "alert_1")
        #expect((object["title"] as? String)?.hasPrefix("\"quotes\" 'single' \\ back {{title}}") == true)
    }

    @Test func itDeliversTheFrozenBytes() async {
        let output = RecordedOutput()
        let result = await receiver(.line, output).deliver(delivery(body: Array("one\ntwo\n".utf8)), now: noon)
        #expect(result == .delivered(status: nil, detail: "written"))
        #expect(output.text == "one\ntwo\n")
        let broken = await receiver(.line, RecordedOutput(isBroken: true)).deliver(delivery(), now: noon)
        #expect(
            broken == .retry(after: nil, throttled: false, status: nil, detail: "standard output cannot be written"))
    }
}
