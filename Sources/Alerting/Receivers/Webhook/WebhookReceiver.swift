import Fetching
import NewsModel

/// Sends alerts to an address over HTTP, in the form of the service that listens there.
struct WebhookReceiver: Receiver {
    let name: String
    let form: any WebhookForm
    let url: Secret
    /// Everything that must not appear in what is kept of an answer.
    let secrets: [Secret]
    let poster: any WebhookPoster
    var parallelDeliveries = 1

    var identity: String { ContentHash.hex(["webhook", url.reveal()] + secrets.map { $0.reveal() }, bytes: 12) }
    var alertsPerMessage: Int { form.alertsPerMessage }
    var alertsPerDigest: Int { form.alertsPerDigest }
    var bytesPerMessage: Int { form.bytesPerMessage }
    var secondsBetweenDeliveries: Int { form.secondsBetweenDeliveries }

    func render(_ alerts: [Alert], context: NotificationContext) -> AlertNotification {
        AlertNotification(body: form.body(alerts, context: context), contentType: form.contentType)
    }

    func deliver(_ delivery: Delivery, now: Timestamp) async -> DeliveryResult {
        let request = WebhookRequest(
            url: url.reveal(), method: form.method, body: form.sealed(delivery.body),
            contentType: delivery.contentType, accept: form.accept, headers: form.headers(for: delivery, now: now))
        do throws(WebhookPostError) {
            return result(of: try await poster.send(request), now: now)
        } catch {
            return .retry(after: nil, throttled: false, status: nil, detail: clean(error.description))
        }
    }

    private func result(of answer: WebhookAnswer, now: Timestamp) -> DeliveryResult {
        let detail = clean(String(decoding: answer.body.prefix(1024), as: UTF8.self))
        let own = form.wait(in: answer).flatMap { RetryAfter.moment(seconds: $0, now: now) }
        switch form.verdict(on: answer) {
        case .taken: return .delivered(status: answer.status, detail: detail, pause: own)
        case .refused: return .failed(disables: false, status: answer.status, detail: detail)
        case .gone: return .failed(disables: true, status: answer.status, detail: detail)
        case .tryAgain(let throttled):
            let inHeader = answer.headers.first("Retry-After").flatMap { RetryAfter.moment($0, now: now) }
            let after = [own, inHeader].compactMap { $0 }.max()
            return .retry(after: after, throttled: throttled, status: answer.status, detail: detail)
        }
    }

    /// One line of at most 256 bytes without secrets.
    private func clean(_ text: String) -> String {
        AttemptDetail.clean(Secret.remove(secrets + form.renewedSecrets, from: text))
    }
}
