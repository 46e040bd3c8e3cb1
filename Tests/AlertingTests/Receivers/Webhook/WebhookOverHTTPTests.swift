import Fetching
import Logging
import NewsModel
import StrictYAML
import TestSupport
import Testing

@testable import Alerting

/// From `receivers.yaml` through libcurl to a server that misbehaves.
struct WebhookOverHTTPTests {
    private func receiver(_ peer: LocalHTTPPeer, path: String = "/hook") throws -> (any Receiver, HTTPFetcher) {
        let sample = try AlertsFolderSample([
            "receivers.yaml": """
            receivers:
              - {name: terminal, type: stdout}
              - {name: own, type: webhook, url: "\(peer.url)\(path)", secret_env: KEY}
            """
        ])
        defer { sample.folder.remove() }
        let configuration = try sample.load(environment: ["KEY": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"])
        let policy = try AddressPolicy(allowedNetworks: ["127.0.0.0/8"], allowedHosts: [])
        let local = HTTPFetcher(
            configuration: FetcherConfiguration(addressPolicy: policy), logger: Logger(label: "test"))
        let strict = HTTPFetcher(configuration: FetcherConfiguration(), logger: Logger(label: "test"))
        var parts = ReceiverParts.test(poster: FetcherPoster(strict))
        parts.localPoster = FetcherPoster(local)
        let found = try #require(configuration.makeReceivers(parts).first { $0.name == "own" })
        return (found, local)
    }

    @Test func aSignedPostArrives() async throws {
        let peer = try LocalHTTPPeer { _ in .response(status: 200, headers: [], body: Array("thanks".utf8)) }
        defer { peer.stop() }
        let (receiver, fetcher) = try receiver(peer)
        let message = receiver.render([alert()], context: context())
        let result = await receiver.deliver(delivery(body: message.body), now: noon)
        #expect(result == .delivered(status: 200, detail: "thanks"))
        let request = try #require(peer.requests.first)
        #expect(request.method == "POST")
        #expect(request.path == "/hook")
        #expect(request.body == message.body)
        #expect(request.header("content-type") == "application/json")
        #expect(request.header("webhook-id") == "msg_1")
        let verifier = try #require(WebhookSignature(keys: ["MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"]))
        let header = try #require(request.header("webhook-signature"))
        #expect(verifier.verifies(header: header, id: "msg_1", timestamp: noon.seconds, body: request.body, now: noon))
        await fetcher.shutdown()
    }

    @Test func redirectsAreNotFollowed() async throws {
        let peer = try LocalHTTPPeer { _ in .response(status: 302, headers: [("Location", "/elsewhere")], body: []) }
        defer { peer.stop() }
        let (receiver, fetcher) = try receiver(peer)
        let result = await receiver.deliver(delivery(), now: noon)
        #expect(result == .retry(after: nil, throttled: false, status: 302, detail: ""))
        #expect(peer.requests.map(\.path) == ["/hook"])
        await fetcher.shutdown()
    }

    @Test func throttledAndBrokenConnections() async throws {
        let peer = try LocalHTTPPeer { request in
            request.path == "/hook"
                ? .response(status: 429, headers: [("Retry-After", "30")], body: Array("slow down".utf8)) : .close
        }
        defer { peer.stop() }
        let (receiver, fetcher) = try receiver(peer)
        #expect(
            await receiver.deliver(delivery(), now: noon)
                == .retry(after: noon.adding(seconds: 30), throttled: true, status: 429, detail: "slow down"))
        let (broken, other) = try self.receiver(peer, path: "/CANARYSECRET")
        guard case .retry(nil, false, nil, let detail) = await broken.deliver(delivery(), now: noon) else {
            Issue.record("a closed connection is no answer")
            return
        }
        #expect(!detail.contains("CANARYSECRET"))
        #expect(detail.contains("127.0.0.1"))
        await fetcher.shutdown()
        await other.shutdown()
    }

    /// A secret address that points into this machine gets no more than what the user's file allows.
    @Test func otherAddressesGoThroughTheStrictFetcher() async throws {
        let peer = try LocalHTTPPeer { _ in .response(status: 200, headers: [], body: []) }
        defer { peer.stop() }
        let sample = try AlertsFolderSample([
            "receivers.yaml": "receivers: [{name: terminal, type: stdout}, {name: own, type: webhook, url_env: URL}]"
        ])
        defer { sample.folder.remove() }
        let decimal = "http://2130706433:\(peer.port)/"
        let configuration = try sample.load(environment: ["URL": decimal])
        #expect(configuration.receivers.map(\.allowsLocalAddress) == [false, false])
        let strict = HTTPFetcher(configuration: FetcherConfiguration(), logger: Logger(label: "test"))
        let parts = ReceiverParts.test(poster: FetcherPoster(strict))
        let own = try #require(configuration.makeReceivers(parts).last)
        guard case .retry = await own.deliver(delivery(), now: noon) else {
            Issue.record("the address guard let it through")
            return
        }
        #expect(peer.requests.isEmpty)
        await strict.shutdown()
    }
}
