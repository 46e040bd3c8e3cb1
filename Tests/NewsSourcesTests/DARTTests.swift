import FeedParsing
import Fetching
import NewsModel
import NewsSources
import TestSupport
import Testing

@Suite("OpenDART's list of disclosures", .timeLimit(.minutes(1)))
struct DARTTests {
    private static let key = Secret("0123456789abcdef0123456789abcdef01234567")
    /// 2026-11-25 14:05 in Korea.
    private let clock = ManualClock(Timestamp(seconds: 1_795_583_100))

    private func source(_ place: ServicePeer, _ parameters: [QueryParameter] = [], key: Secret? = Self.key)
        -> DARTSource
    {
        var service = SourceServices.DART()
        service.address = place.peer.url
        service.key = key
        return DARTSource(service: service, parameters: parameters, client: place.client, now: clock.now)
    }

    private static func filing(_ number: String, company: String = "가람전자", code: String = "900001", report: String)
        -> String
    {
        """
        {"corp_code":"00999901","corp_name":"\(company)","stock_code":"\(code)","corp_cls":"Y","report_nm":"\(report)",\
        "rcept_no":"\(number)","flr_nm":"\(company)","rcept_dt":"20261125","rm":"유"}
        """
    }

    private static func list(_ filings: [String], page: Int = 1, pages: Int = 1) -> LocalHTTPPeer.Answer {
        ServicePeer.json(
            """
            {"status":"000","message":"정상","page_no":\(page),"page_count":100,"total_count":\(filings.count),\
            "total_page":\(pages),"list":[\(filings.joined(separator: ","))]}
            """)
    }

    @Test("a disclosure becomes an entry: company with its code, report, link, day; the mark of a correction stays")
    func entry() async throws {
        let place = try ServicePeer { _, _ in
            Self.list([
                Self.filing("20261125800123", report: "[기재정정]주요사항보고서(유상증자결정)"),
                Self.filing("20261125000077", company: "나루 &amp; 파트너스", code: " ", report: "감사보고서 (2026.09)    "),
            ])
        }
        let look = try #require(try await source(place, [.init("corp_cls", "Y")]).look(cursor: nil).look)
        let entry = look.feed.entries[0]
        #expect(entry.title == "가람전자(900001) [기재정정]주요사항보고서(유상증자결정)")
        #expect(entry.link == "https://dart.fss.or.kr/dsaf001/main.do?rcpNo=20261125800123")
        #expect(entry.id == "dart:20261125800123")
        #expect(entry.authors == ["가람전자"] && entry.categories == ["Y"])
        #expect(entry.published?.iso8601 == "2026-11-24T15:00:00Z", "midnight in Korea")
        #expect(look.feed.entries[1].title == "나루 & 파트너스 감사보고서 (2026.09)", "no code for a company that is not listed")
        #expect(
            place.queries == [
                [
                    "crtfc_key": Self.key.reveal(), "corp_cls": "Y", "bgn_de": "20261125", "end_de": "20261125",
                    "sort": "date", "sort_mth": "desc", "page_no": "1", "page_count": "100",
                ]
            ])
        #expect(
            !look.document.url.contains(Self.key.reveal()) && !look.document.requestedURL.contains(Self.key.reveal()))
        await place.end()
    }

    @Test("a look goes back until it meets what it has seen, at most to the last page")
    func pages() async throws {
        let place = try ServicePeer { query, _ in
            let page = Int(query["page_no"] ?? "") ?? 0
            let first = 400 - page * 100
            let numbers = (first..<first + 100).reversed()
            return Self.list(numbers.map { Self.filing("20261125000\($0)", report: "보고서") }, page: page, pages: 4)
        }
        let source = source(place)
        let baseline = try #require(try await source.look(cursor: nil).look)
        #expect(baseline.feed.entries.count == 100 && place.queries.count == 1, "one page is the baseline")
        #expect(try await source.look(cursor: baseline.cursor).look == nil, "nothing new")
        #expect(place.queries.count == 2)
        let gap = try #require(try await source.look(cursor: "20261124 20261125000150").look)
        #expect(gap.feed.entries.count == 300 && place.queries.count == 5, "pages 1 to 3, where the number is met")
        #expect(place.queries[2]["bgn_de"] == "20261123", "the day before the last look's")
        let lost = try #require(try await source.look(cursor: "20260101 20260101000001").look)
        #expect(lost.feed.entries.count == 400)
        #expect(place.queries.last?["bgn_de"] == "20261026", "no further back than 30 days")
        await place.end()
    }

    @Test(
        "status codes",
        arguments: [
            ("010", SourceFailure.Code.access, 14_400, "OpenDART does not know this key (010): check sources.dart"),
            ("011", .access, 14_400, "OpenDART has suspended this key (011)"),
            ("012", .access, 14_400, "OpenDART does not serve this IP address (012)"),
            ("014", .answer, nil, "OpenDART has no such file (014)"),
            ("020", .limit, 3600, "OpenDART's limit on requests is reached (020)"),
            ("021", .request, 14_400, "OpenDART: too many companies in one request (021)"),
            ("100", .request, 14_400, "OpenDART refuses a parameter of the address (100)"),
            ("101", .request, 14_400, "OpenDART refuses this way of asking (101)"),
            ("800", .service, 1800, "OpenDART is closed for maintenance (800)"),
            ("900", .service, nil, "OpenDART has a fault that it does not name (900)"),
            ("901", .access, 14_400, "this OpenDART account has expired (901): ask opendart@fss.or.kr"),
            ("777", .answer, nil, "OpenDART answered with a status that its documentation does not name"),
        ] as [(String, SourceFailure.Code, Int64?, String)])
    func statusCodes(status: String, code: SourceFailure.Code, wait: Int64?, message: String) async throws {
        let place = try ServicePeer { _, _ in ServicePeer.json("{\"status\":\"\(status)\",\"message\":\"x\"}") }
        #expect(await failure(of: source(place)) == SourceFailure(code, message, retryAfterSeconds: wait))
        await place.end()
    }

    @Test("013 is no failure: there is nothing; other answers are")
    func otherAnswers() async throws {
        let empty = try ServicePeer { _, _ in ServicePeer.json("{\"status\":\"013\",\"message\":\"조회된 데이타가 없습니다.\"}") }
        #expect(try await source(empty).look(cursor: nil).look == nil)
        await empty.end()
        let page = try ServicePeer { _, _ in .response(status: 200, headers: [], body: Array("<html></html>".utf8)) }
        #expect(await failure(of: source(page))?.code == .answer)
        await page.end()
        let busy = try ServicePeer { _, _ in .response(status: 503, headers: [("Retry-After", "120")], body: []) }
        #expect(
            await failure(of: source(busy)) == .init(.service, "OpenDART answered 503", retryAfterSeconds: 120))
        let before = busy.queries.count
        #expect(await failure(of: source(busy, key: nil))?.code == .access)
        #expect(busy.queries.count == before, "without a key nothing is asked")
        await busy.end()
    }

    @Test("the key shows in no text that this program makes")
    func secrecy() async throws {
        let place = try ServicePeer { _, _ in .close }
        let message = try #require(await failure(of: source(place))).message
        #expect(!message.contains(Self.key.reveal()))
        var service = SourceServices.DART()
        service.key = Self.key
        #expect(!"\(service)".contains(Self.key.reveal()))
        #expect(!String(reflecting: service).contains(Self.key.reveal()))
        var dumped = ""
        dump(service, to: &dumped)
        #expect(!dumped.contains(Self.key.reveal()))
        await place.end()
    }
}
