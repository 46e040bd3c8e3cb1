import Extraction
import Testing

struct SiteRulesTests {
    private let page = """
        <title>누리소프트, 신제품 공개</title><div id="teaser"><p>짧은 글이다. 하지만 규칙은 이곳을 고르지 않는다, 정말로.</p></div>
        <div class="oddbox main9"><p>누리소프트가 신제품을 공개했다.</p><p class="x-note">편집자가 덧붙인 말이다.</p><p>구독 안내 문장입니다.</p></div>
        """

    @Test func `a site's rule picks the element and drops parts and lines`() throws {
        let (rules, problems) = SiteRules.parse(
            "# comment\n[nuri.example]\ncontent main9\nremove x-note\ndrop 구독 안내\n\n[other.example]\ncontent teaser\n")
        #expect(problems.isEmpty)
        let extractor = PageExtractor(rules: rules)
        let found = try extractor.extract(html: Array(page.utf8), contentType: nil, url: "https://www.nuri.example/1")
        #expect(found.text == "누리소프트가 신제품을 공개했다.")
        let below = try extractor.extract(html: Array(page.utf8), contentType: nil, url: "https://m.nuri.example/1")
        #expect(below.text == found.text)
        let elsewhere = try extractor.extract(
            html: Array(page.utf8), contentType: nil, url: "https://notnuri.example/1")
        #expect(elsewhere.text != found.text)
    }

    @Test func `what a rule file gets wrong is told with its line`() {
        let (rules, problems) = SiteRules.parse("content early\n[a.example]\nkeep x\ncontent\n")
        #expect(rules.rules.count == 1)
        #expect(
            problems == [
                "1: expected [host], content NAME, remove NAME or drop TEXT",
                "3: unknown word \"keep\"; the words are content, remove and drop",
                "4: expected [host], content NAME, remove NAME or drop TEXT",
            ])
    }
}
