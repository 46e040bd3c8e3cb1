/// What `newsward init` writes: a commented configuration and a watchlist.
enum SampleConfiguration {
    /// A feed of the sample, with where its address was read. None was reached from the machine that built this program.
    struct SampleFeed {
        let url: String
        let source: String
        let rank: Int
        let language: String
        let origin: String
    }

    private static let tera = "stored repository terajh/tera-rss, feeds/economy/feed_specs.csv"
    private static let knews = "stored repository akngs/knews-rss, data/feed_specs.csv"
    private static let aggregator = "stored repository areed1192/finance-news-aggregator, resources/rss_feeds.md"

    static let feeds = [
        SampleFeed(
            url: "https://www.hankyung.com/feed/finance", source: "한국경제 증권", rank: 3, language: "ko", origin: tera),
        SampleFeed(
            url: "https://www.hankyung.com/feed/economy", source: "한국경제 경제", rank: 3, language: "ko", origin: tera),
        SampleFeed(
            url: "https://www.mk.co.kr/rss/50200011/", source: "매일경제 증권", rank: 3, language: "ko", origin: tera),
        SampleFeed(
            url: "https://www.mk.co.kr/rss/50100032/", source: "매일경제 기업", rank: 3, language: "ko", origin: tera),
        SampleFeed(
            url: "https://www.sedaily.com/rss/finance", source: "서울경제 증권", rank: 3, language: "ko", origin: tera),
        SampleFeed(
            url: "https://www.fnnews.com/rss/r20/fn_realnews_stock.xml", source: "파이낸셜뉴스 증권", rank: 3,
            language: "ko", origin: tera),
        SampleFeed(
            url: "https://newsis.com/RSS/industry.xml", source: "뉴시스 산업", rank: 3, language: "ko", origin: knews),
        SampleFeed(
            url: "https://news.einfomax.co.kr/rss/allArticle.xml", source: "연합인포맥스", rank: 2, language: "ko",
            origin: knews),
        SampleFeed(
            url: "https://www.yonhapnewstv.co.kr/browse/feed/", source: "연합뉴스TV", rank: 2, language: "ko",
            origin: knews),
        SampleFeed(
            url: "https://en.yna.co.kr/RSS/news.xml", source: "Yonhap News Agency", rank: 2, language: "en",
            origin: "github.com/plenaryapp/awesome-rss-feeds, pull request 45"),
        SampleFeed(
            url: "https://www.cnbc.com/id/100003114/device/rss/rss.html", source: "CNBC", rank: 3, language: "en",
            origin: aggregator),
        SampleFeed(
            url: "https://www.nasdaq.com/feed/nasdaq-original/rss.xml", source: "Nasdaq", rank: 3, language: "en",
            origin: aggregator),
        SampleFeed(
            url: "https://finance.yahoo.com/news/rssindex", source: "Yahoo Finance", rank: 4, language: "en",
            origin: "stored repository plenaryapp/awesome-rss-feeds, recommended/with_category/Business & Economy.opml"),
        SampleFeed(
            url:
                "https://www.globenewswire.com/RssFeed/industry/9537-Software/feedTitle/GlobeNewswire%20-%20Industry%20News%20on%20Software",
            source: "GlobeNewswire", rank: 1, language: "en",
            origin:
                "stored repository AB9IL/stream-sources, sources/globenewswire/software.py; all its feeds: https://www.globenewswire.com/rss/list"
        ),
        SampleFeed(
            url:
                "https://www.sec.gov/cgi-bin/browse-edgar?action=getcurrent&type=8-K&owner=include&count=40&output=atom",
            source: "SEC EDGAR 8-K", rank: 1, language: "en",
            origin:
                "stored repository dgunning/edgartools, edgar/current_filings.py; fair access: https://www.sec.gov/edgar/searchedgar/accessing-edgar-data.htm"
        ),
    ]

    /// newsward.yaml.
    static var configuration: String {
        let feedLines = feeds.map { feed in
            """
              # \(feed.origin)
              - url: "\(feed.url)"
                source: "\(feed.source)"
                rank: \(feed.rank)
                language: \(feed.language)
            """
        }
        return """
            # Newsward's configuration. Paths are relative to this file. `newsward check` reads it and says what is wrong.

            data: data                  # the folder of the database and the control socket
            alerts: alerts              # the folder with rules, routes, receivers, silences and templates
            watchlist: watchlist.yaml
            # lexicons: lexicons        # only to use lexicons of your own; the program brings its own
            # companies: [my-companies.txt]   # more companies, in the format of lexicons/README.md

            # The first poll of a feed is a baseline: its articles are stored and raise no alert.
            # With `catch_up: 24h` the articles of the last day do.
            catch_up: 0s
            retention: 90d

            dashboard:
              host: 127.0.0.1
              port: 8642

            fetching:
              # Who to write to when this program misbehaves: sent to every server, and asked for by SEC EDGAR.
              # contact: "https://example.com/about-our-bot"
              timeout: 60s
              max_bytes: 10485760       # of a decoded body
              host_connections: 2       # requests to one host at once
              host_spacing: 1s          # between the starts of two requests to one host
              # hosts:                  # other limits for single hosts
              #   feeds.example: {connections: 4, spacing: 0s}
              allow_networks: []        # private networks to reach all the same: [10.1.0.0/16]
              allow_hosts: []

            polling:
              interval: 15m             # until a feed's own rhythm is known; `interval` of a feed fixes it
              minimum: 5m               # no rhythm makes polling quicker,
              maximum: 24h              # and neither a rhythm nor a server's hint makes it slower
              concurrency: 256
              dead_after: 24h           # a feed that fails, or brings nothing, for so long is told as monitor.* event
              silent_after: 4d

            # None of these addresses was reached from the machine that this program was built on. Run `newsward feeds check`.
            # `rank` is trust, 1 (accountable) to 10; `pages: true` fetches the page that an entry links to.
            feeds:
            \(feedLines.joined(separator: "\n"))

            """
    }

    /// watchlist.yaml.
    static let watchlist = """
        # The companies and terms you follow. Look names up with `newsward companies find NAME`.
        companies:
          - XKRX:005930     # 삼성전자
          - XKRX:000660     # SK하이닉스
          - XKRX:035720     # 카카오
          - XNAS:NVDA       # NVIDIA
        terms: []

        """
}
