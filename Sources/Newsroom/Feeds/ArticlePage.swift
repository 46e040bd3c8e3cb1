import NewsModel

/// An article as a web page, with the furniture that real outlets put around their text.
enum ArticlePage {
    static func write(_ feed: DemoFeed, _ article: DemoArticle, base: String, date: Timestamp) -> FeedDocument {
        let title = MarkupText.escaped(article.title)
        let site = MarkupText.escaped(feed.title)
        let isKorean = feed.language == .korean
        let text = """
            <!doctype html>
            <html lang="\(feed.language.rawValue)">
            <head>
            <meta charset="\(feed.isEUCKR ? "euc-kr" : "utf-8")">
            <title>\(title) | \(site)</title>
            <meta property="og:title" content="\(title)">
            <meta property="og:site_name" content="\(site)">
            <meta property="article:published_time" content="\(date.iso8601)">
            <link rel="canonical" href="\(base)/\(feed.name)/\(article.slug).html">
            </head>
            <body>
            <nav class="menu"><ul><li><a href="/">\(isKorean ? "홈" : "Home")</a></li><li><a href="/stock">\(isKorean ? "증권" : "Markets")</a></li></ul></nav>
            <h1>\(title)</h1>
            <div class="byline">\(MarkupText.escaped(article.author))</div>
            <div class="article-body">
            \(MarkupText.paragraphs(article))
            </div>
            <aside class="related"><h3>\(isKorean ? "많이 본 뉴스" : "Most read")</h3><ul><li><a href="/weather">\(isKorean ? "내일 전국 맑음" : "Sunny tomorrow")</a></li></ul></aside>
            <footer>\(isKorean ? "저작권자 © \(site) 무단전재 및 재배포 금지" : "© \(site). All rights reserved.")</footer>
            </body>
            </html>

            """
        let charset = feed.isEUCKR ? "euc-kr" : "utf-8"
        return FeedDocument(text: text, contentType: "text/html; charset=\(charset)", isEUCKR: feed.isEUCKR)
    }
}
