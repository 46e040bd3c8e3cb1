import NewsModel

/// The JSON that a generic webhook gets: `type`, `timestamp` and `data`, as Standard Webhooks 1.0 advises.
enum GenericPayload {
    static func body(_ alerts: [Alert], receiver: String, context: NotificationContext) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.name("type")
            json.string("newsward.alerts")
            json.name("timestamp")
            json.string(context.createdAt.iso8601)
            json.name("data")
            json.object { json in
                json.name("delivery")
                json.string(context.deliveryID)
                json.name("receiver")
                json.string(receiver)
                json.name("group")
                json.string(context.groupKey)
                json.name("alerts")
                json.array(alerts) { json, alert in
                    json.object { json in AlertJSON.writeMembers(of: alert, to: &json) }
                }
            }
        }
        return json.bytes
    }
}
