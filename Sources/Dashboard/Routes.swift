import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NewsModel
import Storage

/// The routes of the dashboard and of the control socket: one table.
struct Routes: Sendable {
    let store: any NewsStore
    let control: any DaemonControl
    let logger: Logger

    /// Rows of a list, where the request does not say `?limit=`.
    private static let defaultLimit = 50
    private static let maximumLimit = 500

    /// What everybody on the loopback address may see.
    func addReading(to router: Router<BasicRequestContext>) throws {
        let page = try FirstPage()
        router.get("/") { _, _ in try await firstPage(page) }
        router.get("/style.css") { _, _ in Self.answer(PageTemplate.style, type: "text/css; charset=utf-8") }
        router.get("/healthz") { _, _ in Self.answer("ok\n", type: "text/plain; charset=utf-8") }
        router.get("/readyz") { _, _ in await readiness() }
        router.get("/api/status") { _, _ in try await status() }
        router.get("/api/alerts") { request, _ in
            try await list(request) {
                try await store.latestAlerts(limit: $0)
            } write: {
                $1.write(to: &$0)
            }
        }
        router.get("/api/articles") { request, _ in
            try await list(request) {
                try await store.latestArticles(limit: $0)
            } write: {
                $1.write(to: &$0)
            }
        }
        router.get("/api/silences") { _, _ in
            let now = await control.status().now
            var json = JSONWriter()
            json.array(try await store.silences(endingAfter: now)) { json, silence in silence.write(to: &json) }
            return Self.answer(json: json)
        }
        router.get("/api/deliveries/:id/attempts") { _, context in
            var json = JSONWriter()
            let attempts = try await store.attempts(of: context.parameters.get("id") ?? "")
            json.array(attempts) { json, attempt in attempt.write(to: &json) }
            return Self.answer(json: json)
        }
        router.get("/api/articles/:id") { _, context in try await article(context.parameters.get("id") ?? "") }
        router.get("/api/deliveries") { request, _ in
            let state =
                DeliveryState(rawValue: request.uri.queryParameters["state"].map(String.init) ?? "dead") ?? .dead
            return try await list(request) {
                try await store.deliveries(in: state, limit: $0)
            } write: {
                $1.writeSummary(to: &$0)
            }
        }
    }

    /// What changes something: on the Unix socket only, whose file mode says who may.
    func addControl(to router: Router<BasicRequestContext>) {
        router.post("/api/reload") { _, _ in
            let problems = await control.reload()
            return Self.answer(json: Self.problems(problems), status: problems.isEmpty ? .ok : .unprocessableContent)
        }
        router.post("/api/feeds/enable") { request, _ in try await setFeed(request, enabled: true) }
        router.post("/api/feeds/disable") { request, _ in try await setFeed(request, enabled: false) }
        router.post("/api/backup") { request, _ in
            let path = String(buffer: try await request.body.collect(upTo: 16_384))
            let problem = await control.backup(to: path)
            return Self.answer(
                json: Self.problems(problem.map { [$0] } ?? []), status: problem == nil ? .ok : .badRequest)
        }
        MutingRoutes(control: control).add(to: router)
        router.post("/api/feeds/poll") { request, _ in
            let url = String(buffer: try await request.body.collect(upTo: 16_384))
            return Self.found(try await control.pollFeed(url), else: "no such feed is configured, or it is stopped")
        }
        router.post("/api/feeds") { request, _ in
            // Room for an import of 10,000 feeds.
            let body = try await request.body.collect(upTo: 16 << 20)
            let problems = await control.changeFeeds(Array(buffer: body))
            return Self.answer(json: Self.problems(problems), status: problems.isEmpty ? .ok : .unprocessableContent)
        }
        router.post("/api/quarantine/:id/release") { _, context in
            let found = try await control.releaseArticle(id: context.parameters.get("id") ?? "")
            return Self.found(found, else: "no article with this id is set aside")
        }
        router.post("/api/deliveries/:id/retry") { _, context in
            let found = try await control.retry(deliveryID: context.parameters.get("id") ?? "")
            return Self.found(found, else: "there is no delivery with this id")
        }
    }

    private func firstPage(_ page: FirstPage) async throws -> Response {
        let html = page.render(
            status: await control.status(), totals: try await store.totals(),
            alerts: try await store.latestAlerts(limit: Self.defaultLimit),
            articles: try await store.latestArticles(limit: Self.defaultLimit))
        return Self.answer(html, type: "text/html; charset=utf-8")
    }

    private func readiness() async -> Response {
        let status = await control.status()
        let text = status.isReady ? "ready\n" : status.troubles.joined(separator: "\n") + "\n"
        return Self.answer(text, type: "text/plain; charset=utf-8", status: status.isReady ? .ok : .serviceUnavailable)
    }

    private func status() async throws -> Response {
        var json = JSONWriter()
        await control.status().write(to: &json, totals: try await store.totals())
        return Self.answer(json: json)
    }

    private func article(_ id: String) async throws -> Response {
        guard let found = try await store.article(id: id) else {
            return Self.answer(json: Self.problems(["there is no article with this id"]), status: .notFound)
        }
        var json = JSONWriter()
        json.verbatim(Array(found.recordJSON.utf8))
        return Self.answer(json: json)
    }

    private func setFeed(_ request: Request, enabled: Bool) async throws -> Response {
        let url = String(buffer: try await request.body.collect(upTo: 16_384))
        return Self.found(try await control.setFeed(url, enabled: enabled), else: "no such feed is configured")
    }

    private func list<Row: Sendable>(
        _ request: Request, _ load: (Int) async throws -> [Row], write: (inout JSONWriter, Row) -> Void
    ) async throws -> Response {
        let asked = request.uri.queryParameters["limit"].flatMap { Int($0) } ?? Self.defaultLimit
        let rows = try await load(min(max(asked, 1), Self.maximumLimit))
        var json = JSONWriter()
        json.array(rows, write)
        return Self.answer(json: json)
    }

    /// The answer to an order: 200, or 404 with what was not found.
    static func found(_ found: Bool, else problem: String) -> Response {
        answer(json: problems(found ? [] : [problem]), status: found ? .ok : .notFound)
    }

    /// {"ok": true} or {"ok": false, "problems": [...]}.
    static func problems(_ problems: [String]) -> JSONWriter {
        var json = JSONWriter()
        json.object { json in
            json.name("ok")
            json.bool(problems.isEmpty)
            if !problems.isEmpty {
                json.name("problems")
                json.array(problems) { json, problem in json.string(problem) }
            }
        }
        return json
    }

    static func answer(json: borrowing JSONWriter, status: HTTPResponse.Status = .ok) -> Response {
        answer(json.text + "\n", type: "application/json; charset=utf-8", status: status)
    }

    private static func answer(_ text: String, type: String, status: HTTPResponse.Status = .ok) -> Response {
        var headers = SecurityHeaders.fields
        headers[.contentType] = type
        return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(string: text)))
    }
}
