import NewsModel

/// A Google Chat incoming webhook: one card. Cards know no mentions.
///
/// developers.google.com/workspace/chat (spaces.messages.create, cards v2, "Usage limits"), read 2026-11-25: 32,000
/// bytes for a message, one write a second in a space; 429 over it. `fallbackText` is what notifications show.
struct GoogleChatForm: WebhookForm {
    let text: MessageText
    let alertsPerMessage = 10
    let bytesPerMessage = 30_000
    let secondsBetweenDeliveries = 1
    let contentType = "application/json; charset=UTF-8"

    static func settings(_ entry: ReceiverEntry) -> ReceiverSettings? {
        let address = entry.address()
        guard let text = entry.text(default: "html", .html, unit: .bytes) else { return nil }
        return entry.webhook(address, template: text.full, GoogleChatForm(text: text))
    }

    func body(_ alerts: [Alert], context: NotificationContext) -> [UInt8] {
        let kind = context.kind
        let heading = MarkdownText.escape(text.plainHeading(alerts, kind: kind, limit: 300))
        // Twice the room is left for the escapes of JSON and <br>.
        let sections = text.sections(alerts, kind: kind, each: 12_000, total: 12_000)
        var json = JSONWriter()
        json.object { json in
            json.name("fallbackText")
            json.string(heading)
            json.name("cardsV2")
            json.array([context.deliveryID]) { json, id in
                json.object { json in
                    json.name("cardId")
                    json.string(id)
                    json.name("card")
                    json.object { json in Self.writeCard(heading, sections, to: &json) }
                }
            }
        }
        return json.bytes
    }

    private static func writeCard(_ heading: String, _ sections: [String], to json: inout JSONWriter) {
        json.name("header")
        json.object { json in
            json.name("title")
            json.string(heading)
        }
        json.name("sections")
        json.array(sections) { json, section in
            json.object { json in
                json.name("widgets")
                json.array([section]) { json, text in
                    json.object { json in
                        json.name("textParagraph")
                        json.object { json in
                            json.name("text")
                            json.string(text.replacing("\n", with: "<br>"))
                        }
                    }
                }
            }
        }
    }
}
