public import Fetching

/// Sends through the program's HTTP client: no redirects, 20 seconds, addresses checked.
public struct FetcherPoster: WebhookPoster {
    private let fetcher: HTTPFetcher

    public init(_ fetcher: HTTPFetcher) {
        self.fetcher = fetcher
    }

    public func send(_ request: WebhookRequest) async throws(WebhookPostError) -> WebhookAnswer {
        var fetch = FetchRequest.webhook(
            url: request.url, body: request.body, contentType: request.contentType, headers: request.headers)
        fetch.method = request.method == .put ? .put : .post
        fetch.accept = request.accept
        do throws(FetchError) {
            let document = try await fetcher.fetch(fetch)
            return WebhookAnswer(status: document.status, headers: document.headers, body: document.body)
        } catch {
            throw WebhookPostError(error.description)
        }
    }
}
