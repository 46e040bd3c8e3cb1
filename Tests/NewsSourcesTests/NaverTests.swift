import FeedParsing
import Fetching
import NewsModel
import NewsSources
import TestSupport
import Testing

@Suite("Naver's news search", .timeLimit(.minutes(1)))
struct NaverTests {
    private func source(_ place: ServicePeer, query: String = "가람전자 압수수색") -> NaverSource {
        var service = SourceServices.Naver()
        service.address = place.peer.url
        service.clientID = Secret("the-id")
        service.clientSecret = Secret("the-secret")
        return NaverSource(service: service, parameters: [.init("query", query)], client: place.client)
    }

    private static func item(_ number: Int, date: String = "Wed, 25 Nov 2026 14:05:00 +0900", title: String = "제목")
        -> String
    {
        """
        {"title":"\(title)","originallink":"https://paper.example/news/\(number)",\
        "link":"https://n.news.naver.com/mnews/article/001/\(number)?sid=101","description":"<b>가람전자</b>는 &quot;성실히&quot; 밝혔다",\
        "pubDate":"\(date)"}
        """
    }

    private static func hits(_ items: [String], start: Int = 1) -> LocalHTTPPeer.Answer {
        ServicePeer.json(
            """
            {"lastBuildDate":"Wed, 25 Nov 2026 14:06:00 +0900","total":2500,"start":\(start),"display":\(items.count),\
            "items":[\(items.joined(separator: ","))]}
            """)
    }

    @Test("a hit becomes an entry: marks and references gone, the publisher's link, the date with its zone")
    func entry() async throws {
        let place = try ServicePeer { _, _ in
            Self.hits([
                Self.item(1, title: "[단독] <b>가람전자</b>, &quot;혐의 없다&quot; &lt;속보&gt;"),
                """
                {"title":"둘","originallink":"","link":"https://n.news.naver.com/2","description":"","pubDate":"?"}
                """,
            ])
        }
        let look = try #require(try await source(place).look(cursor: nil).look)
        let entry = look.feed.entries[0]
        #expect(entry.title == "[단독] 가람전자, \"혐의 없다\" <속보>")
        #expect(entry.summary == "가람전자는 \"성실히\" 밝혔다", "no blank where a tag was: a particle stays at its word")
        #expect(entry.link == "https://paper.example/news/1")
        #expect(entry.published?.iso8601 == "2026-11-25T05:05:00Z")
        #expect(look.feed.entries[1].link == "https://n.news.naver.com/2" && look.feed.entries[1].published == nil)
        let request = try #require(place.peer.requests.first)
        #expect(
            request.header("X-Naver-Client-Id") == "the-id" && request.header("X-Naver-Client-Secret") == "the-secret")
        #expect(place.queries == [["query": "가람전자 압수수색", "display": "100", "start": "1", "sort": "date"]])
        #expect(request.path.contains("query=%EA%B0%80%EB%9E%8C%EC%A0%84%EC%9E%90%20"))
        await place.end()
    }

    @Test("a look goes back until it meets the newest date of the look before, and never beyond hit 1,000")
    func pages() async throws {
        let place = try ServicePeer { query, _ in
            let start = Int(query["start"] ?? "") ?? 0
            // One hit a minute, newest first.
            return Self.hits(
                (start..<start + 100).map { number in
                    let minute = 60 * 24 - number
                    let time =
                        "\(minute / 60 < 10 ? "0" : "")\(minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60):00"
                    return Self.item(number, date: "Wed, 25 Nov 2026 \(time) +0900")
                }, start: start)
        }
        let source = source(place)
        let first = try #require(try await source.look(cursor: nil).look)
        #expect(first.feed.entries.count == 100 && first.cursor == "2026-11-25T14:59:00Z")
        let second = try #require(try await source.look(cursor: "2026-11-25T12:00:00Z").look)
        #expect(second.feed.entries.count == 200, "180 minutes back")
        _ = try await source.look(cursor: "2026-11-01T00:00:00Z")
        #expect(place.queries.last?["start"] == "901")
        #expect(place.queries.count == 1 + 2 + 10)
        await place.end()
    }

    @Test(
        "errors by status and code",
        arguments: [
            (400, "SE01", SourceFailure.Code.request, 14_400, "Naver refuses the request (400, SE01)"),
            (400, "SE06", .request, 14_400, "Naver refuses the request (400, SE06)"),
            (401, "024", .access, 14_400, "Naver refuses the client id and secret (401, 024): check sources.naver"),
            (429, "010", .limit, 3600, "Naver's daily limit on requests is reached (429, 010)"),
            (429, "012", .limit, 600, "Naver asks for fewer requests (429, 012)"),
            (500, "SE99", .service, nil, "Naver has a fault (500, SE99)"),
            (502, "", .service, nil, "Naver has a fault (502)"),
        ] as [(Int, String, SourceFailure.Code, Int64?, String)])
    func errors(status: Int, errorCode: String, code: SourceFailure.Code, wait: Int64?, message: String) async throws {
        let body = errorCode.isEmpty ? "<html>" : "{\"errorMessage\":\"secret query\",\"errorCode\":\"\(errorCode)\"}"
        let place = try ServicePeer { _, _ in ServicePeer.json(body, status: status) }
        #expect(await failure(of: source(place)) == SourceFailure(code, message, retryAfterSeconds: wait))
        await place.end()
    }

    @Test("the headers with the secret follow no redirect")
    func redirect() async throws {
        let other = try ServicePeer { _, _ in Self.hits([]) }
        let target = other.peer.url
        let place = try ServicePeer { _, _ in .response(status: 302, headers: [("Location", target)], body: []) }
        #expect(await failure(of: source(place))?.code == .service)
        #expect(other.peer.requests.isEmpty)
        await place.end()
        await other.end()
    }
}
