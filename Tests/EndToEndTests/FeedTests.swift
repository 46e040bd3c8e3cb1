import Foundation
import TestSupport
import Testing

@Suite("newsward poll: what servers of feeds do", .timeLimit(.minutes(3)))
struct FeedTests {
    private static func feed(_ entries: [(title: String, date: String)]) -> LocalHTTPPeer.Answer {
        let items = entries.map { entry in
            "<item><title>\(entry.title)</title><link>http://news.invalid/\(entry.title.count)</link>"
                + "<pubDate>\(entry.date)</pubDate></item>"
        }
        let text = "<rss version=\"2.0\"><channel><title>Wire</title>\(items.joined())</channel></rss>"
        return .response(status: 200, headers: [("Content-Type", "application/rss+xml")], body: Array(text.utf8))
    }

    private static let news = (title: "Briskwater Foods recalls 40,000 jars over glass fragments", hours: 2)

    private static func date(hoursAgo: Int) -> String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(identifier: "GMT")
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        return formatter.string(from: Date(timeIntervalSinceNow: Double(-hoursAgo) * 3600))
    }

    private static var answer: LocalHTTPPeer.Answer { feed([(news.title, date(hoursAgo: news.hours))]) }

    @Test("410: the notice is delivered once, the feed is not asked again, also by the next process")
    func gone() async throws {
        let hook = try NewsPeer(items: [])
        let peer = try LocalHTTPPeer { _ in .response(status: 410, headers: [], body: []) }
        defer {
            hook.stop()
            peer.stop()
        }
        let place = try Workplace(feed: peer.url + "/rss", hook: hook.hookURL)
        defer { place.folder.remove() }
        let first = try await place.program.run(["poll"])
        #expect(first.errors.contains("failed: Test Wire: the feed is gone for good (410)"), "\(first.errors)")
        #expect(hook.notices.count == 1)
        #expect(hook.notices.first?.body.contains("monitor.feed_gone") == true, "\(hook.notices)")
        let second = try await place.program.run(["poll", "--all"])
        #expect(second.errors.contains("0 feeds polled"), "\(second.errors)")
        #expect(peer.requests.count == 1 && hook.notices.count == 1)
        let listed = try await place.program.run(["feeds", "list"])
        #expect(
            listed.output.contains("/rss  1 articles; stopped: the feed is gone for good (410)"), "\(listed.output)")
        let record = try await place.program.run(["feeds", "list", "--format", "json"]).output
        let feed = try #require(try JSONSerialization.jsonObject(with: Data(record.utf8)) as? [String: Any])
        #expect(feed["url"] as? String == peer.url + "/rss" && feed["rank"] as? Int != nil)
        #expect((feed["disabled"] as? String)?.isEmpty == false && feed["gaps"] as? Int == 0)
        #expect(try await place.program.run(["feeds", "enable", peer.url + "/rss"]).status == 0)
        _ = try await place.program.run(["poll"])
        #expect(peer.requests.count == 2)
    }

    @Test("301: after three polls the new address is asked, by later processes too")
    func moved() async throws {
        let peer = try LocalHTTPPeer { request in
            request.path == "/old"
                ? .response(status: 301, headers: [("Location", "/new")], body: []) : Self.answer
        }
        defer { peer.stop() }
        let place = try Workplace(feed: peer.url + "/old", hook: peer.url + "/hook")
        defer { place.folder.remove() }
        for _ in 0..<3 { _ = try await place.program.run(["poll", "--all"]) }
        let third = peer.requests.count
        #expect(third == 6)
        _ = try await place.program.run(["poll", "--all"])
        #expect(peer.requests.dropFirst(third).map(\.path) == ["/new"])
    }

    @Test("catch_up tells of the last hours of a feed that is new, and of nothing before", arguments: ["1h", "3h"])
    func catchUp(span: String) async throws {
        let hook = try NewsPeer(items: [])
        let peer = try LocalHTTPPeer { _ in Self.answer }
        defer {
            hook.stop()
            peer.stop()
        }
        let place = try Workplace(feed: peer.url + "/rss", hook: hook.hookURL, catchUp: span)
        defer { place.folder.remove() }
        let outcome = try await place.program.run(["poll"])
        #expect(outcome.errors.contains("1 articles stored"), "\(outcome.errors)")
        #expect(hook.notices.count == (span == "3h" ? 1 : 0))
    }

    @Test("log-in and headers come from files, go to the server, and stand in no output")
    func secrets() async throws {
        let peer = try LocalHTTPPeer { request in
            request.header("Authorization") == "Basic cmVhZGVyOmNhbmFyeTE=" && request.header("X-Key") == "canary2"
                ? Self.answer : .response(status: 401, headers: [], body: [])
        }
        defer { peer.stop() }
        let keys = ["login_file: login", "headers_file: headers", "user_agent: Desk/2", "timezone: Asia/Seoul"]
        let place = try Workplace(feed: peer.url + "/rss", hook: peer.url + "/hook", more: keys)
        defer { place.folder.remove() }
        try place.write("login", "reader:canary1\n")
        try place.write("headers", "X-Key: canary2\n\nX-Other: a b\n")
        let good = try await place.program.run(["--log-level", "trace", "poll"])
        #expect(good.status == 0 && good.errors.contains("1 articles stored"), "\(good.errors)")
        #expect(peer.requests.last?.header("User-Agent") == "Desk/2" && peer.requests.last?.header("X-Other") == "a b")
        try place.write("login", "reader:canary3\n")
        let bad = try await place.program.run(["--log-level", "trace", "poll", "--all"])
        #expect(bad.errors.contains("the server refuses access (401)"), "\(bad.errors)")
        for text in [good.errors, good.output, bad.errors, bad.output] { #expect(!text.contains("canary")) }

        try place.write("headers", "no header\n")
        try place.write("login", "alone\n")
        let check = try await place.program.run(["check"])
        #expect(check.status == 3)
        #expect(check.errors.contains("feeds[1].login_file: must hold one line: user:password"), "\(check.errors)")
        #expect(
            check.errors.contains("feeds[1].headers_file: must hold lines of the form Name: value"), "\(check.errors)")
    }

    @Test("a feed's proxy is used, the environment's never; a password in a proxy's address belongs in a file")
    func proxies() async throws {
        let proxy = try LocalHTTPPeer { _ in Self.answer }
        let strange = try LocalHTTPPeer { _ in .response(status: 500, headers: [], body: []) }
        defer {
            proxy.stop()
            strange.stop()
        }
        let environment = ["http_proxy": strange.url, "HTTP_PROXY": strange.url, "all_proxy": strange.url]
        let place = try Workplace(
            feed: "http://feeds.invalid/rss", hook: strange.url, more: ["proxy: \(proxy.url)"])
        defer { place.folder.remove() }
        let outcome = try await place.program.run(["poll"], environment: environment)
        #expect(outcome.errors.contains("1 articles stored"), "\(outcome.errors)")
        #expect(proxy.requests.map(\.path) == ["http://feeds.invalid/rss"])

        let direct = try Workplace(feed: proxy.url + "/rss", hook: strange.url)
        defer { direct.folder.remove() }
        #expect(try await direct.program.run(["poll"], environment: environment).status == 0)
        #expect(proxy.requests.last?.path == "/rss" && strange.requests.isEmpty)

        let open = try Workplace(feed: proxy.url, hook: proxy.url, fetching: ["proxy: http://u:canary@127.0.0.1:1"])
        defer { open.folder.remove() }
        let check = try await open.program.run(["check"])
        #expect(check.status == 3 && !check.errors.contains("canary"))
        #expect(
            check.errors.contains(
                "fetching.proxy: has a user or password in it: put it into a file and name that with proxy_file"),
            "\(check.errors)")
    }

    @Test("hosts: limits of one host; unknown keys and wrong values are told with their line")
    func hosts() async throws {
        let peer = try LocalHTTPPeer { _ in Self.answer }
        defer { peer.stop() }
        let good = try Workplace(
            feed: peer.url, hook: peer.url, fetching: ["hosts: {127.0.0.1: {connections: 100, spacing: 0s}}"])
        defer { good.folder.remove() }
        #expect(try await good.program.run(["check"]).status == 0)
        let bad = try Workplace(
            feed: peer.url, hook: peer.url, fetching: ["hosts: {127.0.0.1: {conections: 3, spacing: 1d}}"])
        defer { bad.folder.remove() }
        let check = try await bad.program.run(["check"])
        for expected in [
            "fetching.hosts.127.0.0.1: unknown key \"conections\" (did you mean \"connections\"?)",
            "fetching.hosts.127.0.0.1.spacing: must be a duration from 0s to 1h, not 1d",
        ] {
            #expect(check.errors.contains(expected), "\(check.errors)")
        }
    }
}
