import NewsModel

/// Posts alerts to an address: as JSON of our own, signed where a key is set, or as Slack takes it.
struct WebhookReceiver: Receiver {
    enum Form: Sendable {
        case generic
        case slack(SlackPayload)
    }

    let name: String
    let form: Form
    let url: Secret
    let keys: [Secret]
    let signature: WebhookSignature?
    let poster: any WebhookPoster
    var parallelDeliveries = 1

    var alertsPerMessage: Int { isSlack ? SlackPayload.alertsPerMessage : 20 }
    /// Slack takes about one message a second for a channel.
    var secondsBetweenDeliveries: Int { isSlack ? 1 : 0 }

    private var isSlack: Bool {
        if case .slack = form { true } else { false }
    }

    func render(_ alerts: [Alert], context: NotificationContext) -> AlertNotification {
        let body =
            switch form {
            case .generic: GenericPayload.body(alerts, receiver: name, context: context)
            case .slack(let payload): payload.body(alerts)
            }
        return AlertNotification(body: body, contentType: "application/json")
    }

    func deliver(_ delivery: Delivery, now: Timestamp) async -> DeliveryResult {
        do throws(WebhookPostError) {
            let answer = try await poster.post(
                url: url.reveal(), body: delivery.body, contentType: delivery.contentType,
                headers: headers(for: delivery, now: now))
            return result(of: answer, now: now)
        } catch {
            return .retry(after: nil, throttled: false, status: nil, detail: clean(error.description))
        }
    }

    /// The id stays through all tries; the time, and with it the signature, is that of the try.
    private func headers(for delivery: Delivery, now: Timestamp) -> [(name: String, value: String)] {
        guard case .generic = form else { return [] }
        var headers = [
            (name: "webhook-id", value: delivery.id), (name: "webhook-timestamp", value: "\(now.seconds)"),
        ]
        if let signature {
            let value = signature.header(id: delivery.id, timestamp: now.seconds, body: delivery.body)
            headers.append((name: "webhook-signature", value: value))
        }
        return headers
    }

    private func result(of answer: WebhookAnswer, now: Timestamp) -> DeliveryResult {
        let detail = clean(String(decoding: answer.body.prefix(1024), as: UTF8.self))
        switch answer.status {
        case 200...299: return .delivered(status: answer.status, detail: detail)
        case 410: return .failed(disables: true, status: 410, detail: detail)
        default:
            let throttles = [429, 502, 503, 504].contains(answer.status)
            let after = answer.retryAfter.flatMap { RetryAfter.moment($0, now: now) }
            return .retry(after: after, throttled: throttles, status: answer.status, detail: detail)
        }
    }

    /// One line of at most 256 bytes without secrets.
    private func clean(_ text: String) -> String {
        AttemptDetail.clean(Secret.remove([url] + keys, from: text))
    }
}
