import Foundation
import NewsModel
import TestSupport
import Testing

@testable import Alerting

/// The bytes of every receiver's messages, kept in Resources/Payloads. A change of a message shows as a change of a
/// file: NEWSWARD_WRITE_PAYLOADS=1 writes them anew, to be read before they are committed.
struct GoldenPayloadTests {
    private static func alerts(_ kind: MessageKind) -> [Alert] {
        switch kind {
        case .alert, .monitor: [EveryReceiver.sampleAlert()]
        case .digest: [EveryReceiver.sampleAlert(1), EveryReceiver.sampleAlert(2), EveryReceiver.sampleAlert(3)]
        case .resolved: [EveryReceiver.sampleAlert(2)]
        }
    }

    @Test(arguments: EveryReceiver.names)
    func theMessageIsTheOneOnFile(name: String) throws {
        let receiver = try EveryReceiver.named(name)
        for kind in MessageKind.allCases {
            let message = receiver.render(Self.alerts(kind), context: context(kind: kind))
            let file = "Payloads/\(name).\(kind.rawValue)\(Self.ending(message.contentType))"
            if ProcessInfo.processInfo.environment["NEWSWARD_WRITE_PAYLOADS"] != nil {
                let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                try Data(message.body).write(to: folder.appendingPathComponent("Resources/\(file)"))
            }
            #expect(message.body == (try fixture(file)), "\(file) differs")
        }
    }

    /// Nothing of a message depends on anything but its alerts and its context.
    @Test(arguments: EveryReceiver.names)
    func theSameAlertsGiveTheSameBytes(name: String) throws {
        let alerts = [EveryReceiver.sampleAlert(1), EveryReceiver.sampleAlert(2)]
        let first = try EveryReceiver.named(name).render(alerts, context: context())
        #expect(try EveryReceiver.named(name).render(alerts, context: context()) == first)
    }

    private static func ending(_ contentType: String) -> String {
        switch contentType.prefix(while: { $0 != ";" }) {
        case "application/json": ".json"
        case "application/x-ndjson": ".jsonl"
        case "message/rfc822": ".eml"
        default: ".txt"
        }
    }
}
