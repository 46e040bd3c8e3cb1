public import Fetching

/// Posts through the program's HTTP client: no redirects, 20 seconds, addresses checked.
public struct FetcherPoster: WebhookPoster {
    private let fetcher: HTTPFetcher

    public init(_ fetcher: HTTPFetcher) {
        self.fetcher = fetcher
    }

    public func post(
        url: String, body: [UInt8], contentType: String, headers: [(name: String, value: String)]
    ) async throws(WebhookPostError) -> WebhookAnswer {
        do throws(FetchError) {
            let request = FetchRequest.webhook(url: url, body: body, contentType: contentType, headers: headers)
            let document = try await fetcher.fetch(request)
            return WebhookAnswer(
                status: document.status, retryAfter: document.headers.first("Retry-After"),
                body: Array(document.body.prefix(1024)))
        } catch {
            throw WebhookPostError(error.description)
        }
    }
}
