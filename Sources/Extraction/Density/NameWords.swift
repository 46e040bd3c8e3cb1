/// What the words in an element's `id` and `class` say about its content.
struct NameWords {
    /// Words that name furniture: menus, shares, comments, advertising.
    private(set) var furniture = 0
    /// Words that name article text.
    private(set) var article = 0
    /// Words that settle it: no article text stands below them.
    private(set) var isCertainFurniture = false
    private(set) var isByline = false
    private(set) var isCaption = false
    private var previous: NameTable.Meaning?

    init(document: HTMLDocument, node: Int) {
        for name in [HTMLAttribute.id, .class] {
            guard let value = document.value(name, of: node) else { continue }
            take(value.prefix(400))
        }
    }

    /// Splits at signs, digits and capital letters: `relatedArticles2` is `related`, `articles`.
    private mutating func take(_ value: ArraySlice<UInt8>) {
        previous = nil
        var word: [UInt8] = []
        var previousIsLower = false
        for byte in value {
            let isUpper = byte >= 0x41 && byte <= 0x5A
            if !ASCII.isLetter(byte) || isUpper && previousIsLower {
                judge(word)
                word.removeAll(keepingCapacity: true)
            }
            if ASCII.isLetter(byte) { word.append(byte | 0x20) }
            previousIsLower = ASCII.isLetter(byte) && !isUpper
        }
        judge(word)
    }

    private mutating func judge(_ word: [UInt8]) {
        guard word.count > 1 else { return }
        guard let meaning = NameTable.meanings[word] else {
            previous = nil
            return
        }
        switch meaning {
        case .article: article += 1
        case .furniture: furniture += 1
        case .certainFurniture:
            furniture += 1
            isCertainFurniture = true
        case .byline: isByline = true
        case .caption: isCaption = true
        case .picture: break
        case .words: isCaption = isCaption || previous == .picture
        }
        previous = meaning
    }
}

/// The words seen in the names that outlets give to parts of their pages. Data: add a word where a page needs it.
enum NameTable {
    enum Meaning {
        case article, furniture, certainFurniture, byline, caption
        /// A word for a picture, and one for words: together they name a caption, as in `img_desc`.
        case picture, words
    }

    static let meanings: [[UInt8]: Meaning] = {
        var table: [[UInt8]: Meaning] = [:]
        func add(_ words: String, _ meaning: Meaning) {
            for word in words.split(whereSeparator: \.isWhitespace) { table[Array(word.utf8)] = meaning }
        }
        add(article, .article)
        add(furniture, .furniture)
        add(certainFurniture, .certainFurniture)
        add(byline, .byline)
        add(caption, .caption)
        add("img image pic photograph", .picture)
        add("desc description", .words)
        return table
    }()

    private static let article = """
        article articlebody body content contents cont entry hentry main story post text txt paragraph paragraphs blog
        artbody arttext newsct newsview viewcont articletext articlecontent storybody bodytext maincontent dic prose copy
        """
    private static let furniture = """
        header head top bottom foot side right left aside list lists links meta tool tools utility util utils extra box
        date info more hot best most popular latest today live photo photos gallery video media promo rail hidden shop
        shopping deal deals event events author profile reporter journalist tag tags keyword keywords contact fontsize
        print zoom poll vote survey rating quiz tip tips report complaint signup login join register search series
        headline headlines trending teaser teasers card cards carousel slide slider swiper module widget widgets
        """
    private static let certainFurniture = """
        comment comments commentlist disqus livere reply replies sidebar breadcrumb breadcrumbs footer masthead gnb lnb
        snb nav navi navbar navigation menu menus submenu share shares sharing sharebar sharetools sns social socials
        related relate relates relation relatednews relatedstories recommend recommended recommendation recommendations
        ranking rank ad ads adv advert advertisement advertising adsbygoogle adbox adarea banner banners sponsor sponsored
        sponsors dfp taboola outbrain dable popin teads newsletter subscribe subscription subscriptions popup modal
        overlay cookie cookies consent gdpr copyright copyrights pagination pager paging toolbar skip skyscraper jebo
        issue issues mostread mostpopular addthis addtoany paywall cnt_rel promotion promotions promobox follow
        """
    private static let byline = "byline bylines writer writers"
    private static let caption =
        "caption captions figcaption imgcaption imagecaption photocaption cutline wp-caption-text credit credits"
}
