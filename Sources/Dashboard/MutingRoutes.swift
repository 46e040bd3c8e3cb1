import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import NewsModel

/// What users do against noise, on the Unix socket only: silences, acknowledgements, dead letters of a range.
struct MutingRoutes: Sendable {
    let control: any DaemonControl

    private static let longestBody = 65_536

    func add(to router: Router<BasicRequestContext>) {
        router.post("/api/silences") { request, _ in try await addSilence(request) }
        router.post("/api/silences/:id/expire") { _, context in
            let found = try await control.expireSilence(id: context.parameters.get("id") ?? "")
            return Routes.found(found, else: "there is no running silence with this id")
        }
        router.post("/api/alerts/:id/ack") { _, context in
            let found = try await control.acknowledge(alertID: context.parameters.get("id") ?? "")
            return Routes.found(found, else: "there is no alert with this id")
        }
        router.post("/api/deliveries/retry") { request, _ in try await retryDead(request) }
    }

    /// {"matchers": [...], "until": "2026-12-01T00:00:00Z", "why"?}
    private struct SilenceBody: Decodable {
        let matchers: [String]
        let until: String
        let why: String?
    }

    /// {"since"?, "until"?, "receiver"?}
    private struct RangeBody: Decodable {
        let since: String?
        let until: String?
        let receiver: String?
    }

    private func addSilence(_ request: Request) async throws -> Response {
        guard let body = try await Self.body(SilenceBody.self, of: request), let end = Timestamp(iso8601: body.until)
        else { return Self.refusal("the body must be {\"matchers\": [...], \"until\": TIME, \"why\": TEXT or null}") }
        do {
            let silence = try await control.addSilence(matchers: body.matchers, until: end, why: body.why)
            var json = JSONWriter()
            silence.write(to: &json)
            return Routes.answer(json: json)
        } catch {
            return Self.refusal("\(error)")
        }
    }

    private func retryDead(_ request: Request) async throws -> Response {
        guard let body = try await Self.body(RangeBody.self, of: request) else {
            return Self.refusal(
                "the body must be {\"since\": TIME or null, \"until\": TIME or null, \"receiver\": NAME or null}")
        }
        let since = body.since.map(Timestamp.init(iso8601:))
        let until = body.until.map(Timestamp.init(iso8601:))
        if let since, since == nil { return Self.refusal("since is no time") }
        if let until, until == nil { return Self.refusal("until is no time") }
        let count = try await control.retryDead(
            DeliveryRange(since: since ?? nil, until: until ?? nil, receiver: body.receiver))
        var json = JSONWriter()
        json.object { json in
            json.name("ok")
            json.bool(true)
            json.name("due")
            json.integer(count)
        }
        return Routes.answer(json: json)
    }

    private static func body<Body: Decodable>(_ type: Body.Type, of request: Request) async throws -> Body? {
        let bytes = try await request.body.collect(upTo: longestBody)
        return try? JSONDecoder().decode(type, from: Data(bytes.readableBytesView))
    }

    private static func refusal(_ problem: String) -> Response {
        Routes.answer(json: Routes.problems([problem]), status: .unprocessableContent)
    }
}
