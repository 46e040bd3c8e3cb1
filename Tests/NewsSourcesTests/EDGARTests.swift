import FeedParsing
import Fetching
import NewsModel
import NewsSources
import TestSupport
import Testing

@Suite("SEC EDGAR", .timeLimit(.minutes(1)))
struct EDGARTests {
    private func source(_ place: ServicePeer, _ list: EDGARList, _ parameters: [QueryParameter] = []) -> EDGARSource {
        var service = SourceServices.EDGAR()
        service.address = place.peer.url
        return EDGARSource(service: service, list: list, parameters: parameters, client: place.client)
    }

    private static func entry(_ title: String, _ number: String, at time: String = "16:08:32", items: String = "")
        -> String
    {
        """
        <entry><title>\(title)</title>
        <link rel="alternate" type="text/html" href="https://www.sec.gov/Archives/edgar/data/1/\(number)-index.htm"/>
        <summary type="html"> &lt;b&gt;Filed:&lt;/b&gt; 2026-11-24 &lt;b&gt;AccNo:&lt;/b&gt; \(number)\(items)</summary>
        <updated>2026-11-24T\(time)-05:00</updated>
        <category scheme="https://www.sec.gov/" label="form type" term="8-K"/>
        <id>urn:tag:sec.gov,2008:accession-number=\(number)</id></entry>
        """
    }

    private static func feed(_ entries: [String], title: String = "Latest Filings - Tue, 24 Nov 2026 16:10:00 EST")
        -> LocalHTTPPeer.Answer
    {
        let text = """
            <?xml version="1.0" encoding="ISO-8859-1" ?>
            <feed xmlns="http://www.w3.org/2005/Atom"><title>\(title)</title>
            <updated>2026-11-24T16:10:00-05:00</updated>\(entries.joined())</feed>
            """
        return .response(status: 200, headers: [("Content-Type", "application/atom+xml")], body: Array(text.utf8))
    }

    @Test("one entry a filing, of the company that it is about; a title to read")
    func current() async throws {
        let place = try ServicePeer { _, _ in
            Self.feed([
                Self.entry(
                    "8-K - QUILLON FOUNDRY INC /DE/ (0000000123) (Filer)", "0000000123-26-000001",
                    items: " &lt;br&gt;Item 5.02: Departure of Directors or Certain Officers"),
                Self.entry("4 - DOE JANE (0000000777) (Reporting)", "0000000777-26-000002"),
                Self.entry("4 - BRISKWATER FOODS CORP (0000000456) (Issuer)", "0000000777-26-000002"),
                Self.entry("SCHEDULE 13D/A - HOLDER LP (0000000888) (Filed by)", "0000000888-26-000003"),
                Self.entry("SCHEDULE 13D/A - TARGET CO (0000000999) (Subject)", "0000000888-26-000003"),
            ])
        }
        let look = try #require(try await source(place, .current, [.init("type", "8-K")]).look(cursor: nil).look)
        #expect(
            look.feed.entries.map(\.title) == [
                "QUILLON FOUNDRY INC /DE/: 8-K", "BRISKWATER FOODS CORP: 4", "TARGET CO: SCHEDULE 13D/A",
            ])
        #expect(look.feed.entries[0].summary?.contains("Item 5.02: Departure of Directors or Certain Officers") == true)
        #expect(look.feed.entries[0].published?.iso8601 == "2026-11-24T21:08:32Z")
        #expect(
            place.queries == [
                ["action": "getcurrent", "type": "8-K", "start": "0", "count": "100", "output": "atom"]
            ])
        #expect(place.peer.requests[0].path.hasPrefix("/cgi-bin/browse-edgar?"))
        #expect(place.peer.requests[0].header("User-Agent") == "newsward/1.0 (+https://contact.example)")
        await place.end()
    }

    @Test("the list of one company names the company in the feed's title")
    func company() async throws {
        let place = try ServicePeer { _, _ in
            Self.feed(
                [Self.entry("8-K  - Current report", "0000000123-26-000004")],
                title: "QUILLON FOUNDRY INC  (0000000123)")
        }
        let look = try #require(try await source(place, .company, [.init("CIK", "123")]).look(cursor: nil).look)
        #expect(look.feed.entries.map(\.title) == ["QUILLON FOUNDRY INC: 8-K - Current report"])
        #expect(place.queries[0]["action"] == "getcompany" && place.queries[0]["CIK"] == "123")
        await place.end()
    }

    @Test("a look goes back until it meets what it has seen")
    func pages() async throws {
        let place = try ServicePeer { query, _ in
            let start = Int(query["start"] ?? "") ?? 0
            return Self.feed(
                (start..<start + 100).map { number in
                    let (hour, minute) = (15 - number / 60, 59 - number % 60)
                    return Self.entry(
                        "8-K - A\(number) INC (0000000123) (Filer)", "0000000123-26-\(100_000 + number)",
                        at: "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute):00")
                })
        }
        let source = source(place, .current)
        let first = try #require(try await source.look(cursor: nil).look)
        #expect(first.feed.entries.count == 100 && first.cursor == "2026-11-24T20:59:00Z")
        let second = try #require(try await source.look(cursor: "2026-11-24T18:00:00Z").look)
        #expect(second.feed.entries.count == 200)
        #expect(place.queries.map { $0["start"] } == ["0", "0", "100"])
        await place.end()
    }

    @Test("refusals say what to do, and wait")
    func refusals() async throws {
        for (status, code, wait) in [(403, SourceFailure.Code.access, Int64(3600)), (429, .limit, 600)] {
            let place = try ServicePeer { _, _ in .response(status: status, headers: [], body: []) }
            let failure = try #require(await failure(of: source(place, .current)))
            #expect(failure.code == code && failure.retryAfterSeconds == wait)
            await place.end()
        }
        let page = try ServicePeer { _, _ in
            .response(status: 200, headers: [], body: Array("<html><body>Undeclared automated tool</body></html>".utf8))
        }
        #expect(await failure(of: source(page, .current))?.message == "SEC EDGAR: a web page came in place of a feed")
        await page.end()
    }

    @Test("the SEC's hosts, together at most 10 requests a second")
    func fairAccess() {
        #expect(SECFairAccess.covers("https://www.sec.gov/cgi-bin/browse-edgar?action=getcurrent"))
        #expect(SECFairAccess.covers("https://SEC.gov:443/x") && SECFairAccess.covers("https://a@data.sec.gov"))
        #expect(
            !SECFairAccess.covers("https://example.org/?u=https://www.sec.gov/")
                && !SECFairAccess.covers("https://notsec.gov/"))
        #expect(Double(SECFairAccess.hosts.count) / SECFairAccess.spacingSeconds <= 10.000_1)
    }
}
