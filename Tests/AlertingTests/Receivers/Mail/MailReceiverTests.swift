import Fetching
import Foundation
import NewsModel
import TestSupport
import Testing

@testable import Alerting

/// From `receivers.yaml` through libcurl to a server of mail.
struct MailReceiverTests {
    private func receiver(_ port: Int, _ more: String = "tls: false") throws -> any Receiver {
        let sample = try AlertsFolderSample([
            "receivers.yaml": """
            receivers:
              - {name: terminal, type: stdout}
              - {name: mail, type: email, server: "smtp://127.0.0.1:\(port)", from: a@news.example, to: [b@desk.example, c@desk.example], language: ko, \(more)}
            """
        ])
        defer { sample.folder.remove() }
        let policy = try AddressPolicy(allowedNetworks: ["127.0.0.0/8"], allowedHosts: [])
        let client = MailClient(configuration: FetcherConfiguration(addressPolicy: policy))
        var parts = ReceiverParts.unreachable()
        parts.localMailer = client
        return try #require(
            try sample.load(environment: ["PASSWORD": "CANARYPASSWORD"]).makeReceivers(parts).last)
    }

    private func send(_ receiver: any Receiver, _ alerts: [Alert]) async -> DeliveryResult {
        let message = receiver.render(alerts, context: context())
        return await receiver.deliver(
            delivery(to: "mail", body: message.body, contentType: message.contentType), now: noon)
    }

    @Test func aMailArrives() async throws {
        let peer = try LocalMailPeer()
        defer { peer.stop() }
        let receiver = try receiver(peer.port, "tls: false, user: desk, password_env: PASSWORD")
        let result = await send(receiver, [EveryReceiver.sampleAlert()])
        #expect(result == .delivered(status: 250, detail: "250 kept as 1"))
        let mail = try #require(peer.mails.first)
        #expect(mail.from == "a@news.example")
        #expect(mail.recipients == ["b@desk.example", "c@desk.example"])
        #expect(mail.login == " desk CANARYPASSWORD")
        let frozen = receiver.render([EveryReceiver.sampleAlert()], context: context()).body
        #expect(Array(mail.message.utf8) == frozen)
        #expect(mail.message.contains("\r\nMessage-ID: <msg_1@news.example>\r\n"))
        #expect(mail.message.contains("\r\nReferences: <alert_1@news.example>\r\n"))
        #expect(mail.message.hasPrefix("Date: Wed, 25 Nov 2026 03:00:00 +0000\r\n"))
    }

    /// No headline can add a header, a recipient, a part or an end.
    @Test(arguments: [1, 20])
    func aHostileHeadlineStaysInsideItsPart(count: Int) async throws {
        let peer = try LocalMailPeer()
        defer { peer.stop() }
        let result = await send(try receiver(peer.port), EveryReceiver.hostileAlerts(count))
        #expect(result == .delivered(status: 250, detail: "250 kept as 1"))
        let mail = try #require(peer.mails.first)
        #expect(peer.mails.count == 1)
        #expect(mail.recipients == ["b@desk.example", "c@desk.example"])
        #expect(mail.message.utf8.allSatisfy { $0 < 0x7F && ($0 >= 0x20 || $0 == 0x0D || $0 == 0x0A) })
        let lines = mail.message.components(separatedBy: "\r\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 78 })
        let end = try #require(lines.firstIndex(of: ""))
        let names = lines[..<end].filter { !$0.hasPrefix(" ") }.map { String($0.prefix { $0 != ":" }) }
        let thread = count == 1 ? ["References"] : []
        #expect(
            names == ["Date", "From", "To", "Subject", "Message-ID"] + thread
                + ["Auto-Submitted", "MIME-Version", "Content-Type"])
        #expect(lines.filter { $0.hasPrefix("--=_msg_1") }.count == 3)
    }

    @Test(arguments: [
        ("RCPT", "550 no such user", 550, true), ("MAIL", "421 too busy", 421, false), (".", "452 full", 452, false),
        ("DATA", "554 no", 554, true),
    ])
    func refusals(verb: String, answer: String, code: Int, isFinal: Bool) async throws {
        let peer = try LocalMailPeer { $0.hasPrefix(verb) ? answer : nil }
        defer { peer.stop() }
        switch await send(try receiver(peer.port), [alert()]) {
        case .failed(false, let status, let detail):
            #expect(isFinal && status == code)
            #expect(detail.contains(answer), "\(detail)")
        case .retry(nil, let throttled, let status, let detail):
            #expect(!isFinal && status == code)
            #expect(throttled == (code == 421))
            #expect(detail.contains(answer), "\(detail)")
        case let other: Issue.record("\(other)")
        }
    }

    @Test func aWrongPasswordIsTriedAgainAndNotShown() async throws {
        let peer = try LocalMailPeer { $0.hasPrefix("AUTH") ? "535 wrong: CANARYPASSWORD" : nil }
        defer { peer.stop() }
        let result = await send(
            try receiver(peer.port, "tls: false, user: desk, password_env: PASSWORD"), [alert()])
        guard case .retry(nil, false, 535, let detail) = result else {
            Issue.record("\(result)")
            return
        }
        #expect(detail == "127.0.0.1 does not accept the user and password: 535 wrong: [secret]")
    }

    @Test func withoutTLSNothingIsSentWhereTLSIsWanted() async throws {
        let peer = try LocalMailPeer()
        defer { peer.stop() }
        let result = await send(try receiver(peer.port, "tls: true"), [alert()])
        guard case .retry(nil, false, _, let detail) = result else {
            Issue.record("\(result)")
            return
        }
        #expect(detail.contains("without TLS nothing is sent"), "\(detail)")
        #expect(peer.mails.isEmpty)
        #expect(!peer.commands.contains { $0.hasPrefix("MAIL") || $0.hasPrefix("AUTH") })
    }

    @Test func theAddressGuardHoldsForMailToo() async throws {
        let peer = try LocalMailPeer()
        defer { peer.stop() }
        let client = MailClient(configuration: FetcherConfiguration())
        let reply = await client.submit(
            MailSubmission(
                server: "smtp://127.0.0.1:\(peer.port)", requiresTLS: false, credentials: nil, from: "a@b.example",
                recipients: ["c@d.example"], message: Array("Subject: x\r\n\r\n".utf8)))
        #expect(!reply.isAccepted)
        #expect(reply.text == "127.0.0.1 is not reached: 127.0.0.1 is a loopback address")
        #expect(peer.commands.isEmpty)
    }
}

struct MailMessageTests {
    @Test(arguments: [
        ("a@b.example", true), ("first.last+tag@mail.b.example", true), ("a@b", true), ("a b@c.example", false),
        ("a@b.example\r\nBcc: x@y", false), ("<a@b.example>", false), ("a@b@c", false), ("@b.example", false),
        ("a@", false), ("김@b.example", false), ("a@b..", false), ("a\"@b.example", false), ("a,b@c.example", false),
    ])
    func addresses(text: String, isOne: Bool) {
        #expect((MailAddress(text) != nil) == isOne)
    }

    @Test func subjectsAreEncodedInWholeCharacters() throws {
        #expect(MailMessage.encodedWords("Alert: Acme") == "Alert: Acme")
        #expect(MailMessage.encodedWords("=?odd?=") != "=?odd?=")
        let subject = "카카오 창업자 시세조종 혐의로 재판에 넘겨져 " + String(repeating: "\u{1112}\u{1161}\u{11AB}", count: 30)
        let words = MailMessage.encodedWords(subject).components(separatedBy: "\r\n ")
        #expect(words.count > 3)
        var read = ""
        for word in words {
            #expect(word.utf8.count <= 75)
            let base64 = word.dropFirst("=?UTF-8?B?".count).dropLast(2)
            let data = try #require(Data(base64Encoded: String(base64)))
            read += try #require(String(data: data, encoding: .utf8), "a word holds half a character")
        }
        #expect(read == subject)
    }

    @Test(arguments: [
        (Int64(0), "Thu, 1 Jan 1970 00:00:00 +0000"), (1_795_575_600, "Wed, 25 Nov 2026 03:00:00 +0000"),
        (951_782_400, "Tue, 29 Feb 2000 00:00:00 +0000"),
    ])
    func dates(seconds: Int64, expected: String) {
        #expect(MailMessage.date(Timestamp(seconds: seconds)) == expected)
    }

    @Test func settings() throws {
        func problems(_ text: String) throws -> [String] {
            try alertProblems(
                [
                    "receivers.yaml":
                        "receivers:\n  - {name: terminal, type: stdout}\n  - {name: m, type: email, \(text)}"
                ],
                environment: ["P": "x"]
            ).map { $0.replacing("receivers.yaml:3: receivers[2]", with: "") }
        }
        #expect(try problems("server: \"smtp://m.example:587\", from: a@b.example, to: [c@d.example]") == [])
        #expect(
            try problems("server: m.example, from: me, to: [you]") == [
                ".server: must be the address of a mail server, such as smtp://mail.example.com:587 or "
                    + "smtps://mail.example.com:465, not \"m.example\"",
                ".from: must be an address such as alerts@example.com, not \"me\"",
                ".to[1]: must be an address such as desk@example.com, not \"you\"",
                ": needs at least one address under \"to\"",
            ])
        #expect(
            try problems("server: \"smtp://m.example\", tls: false, from: a@b.example, to: [c@d.example], user: u") == [
                ".tls: mail to another machine is sent with TLS only",
                ": missing key \"password_file\" or \"password_env\"",
            ])
    }
}
