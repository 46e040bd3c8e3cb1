import Extraction
import Testing

struct HTMLTextTests {
    @Test(arguments: [
        ("plain", "plain"),
        ("  a \n\t b ", "a\nb"),
        ("<p>one</p><p>two</p>", "one\n\ntwo"),
        ("one<br>two", "one\ntwo"),
        ("one<br><br>two", "one\n\ntwo"),
        ("one<br>\n<br/>\n<br />two", "one\n\ntwo"),
        ("<p>a\nb</p>", "a b"),
        ("a<b>b</b>c", "abc"),
        ("<ul><li>x</li><li>y</li></ul>", "x\ny"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
        ("a<script>var x = '<p>no</p>';</script>b", "ab"),
        ("a<style>p { color: red }</style>b", "ab"),
        ("<!-- no -->yes<!---->!", "yes!"),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
        ("a<![CDATA[b]]>c", "ab]]>c"),
        ("<p>open<div>more", "open\n\nmore"),
        ("<P CLASS=x>A</P >B", "A\n\nB"),
        ("<a href='x>y'>in</a> out", "in out"),
        ("<svg><title>no</title><text>no</text></svg>yes", "yes"),
        ("", ""),
    ])
    func `markup becomes lines`(fragment: String, text: String) {
        #expect(HTMLText.plainText(fragment: fragment) == text)
    }

    @Test(arguments: [
        ("&quot;&#39;&apos;&amp;", "\"''&"),
        ("AT&T &copy 2026 &unknown; &", "AT&T © 2026 &unknown; &"),
        ("?a=1&copy=2", "?a=1&copy=2"),
        ("&#44032;&#xAC01;", "가각"),
        ("&#0;&#xD800;&#x110000;&#99999999999999999999;", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
        ("&#147;Hi&#148;", "“Hi”"),
        ("&amp;quot;금리&amp;middot;환율&amp;quot;", "\"금리·환율\""),
        ("&amp;lt;편집자주&amp;gt;", "<편집자주>"),
        ("a&nbsp;&nbsp;b", "a b"),
        ("zero&#8203;width", "zerowidth"),
    ])
    func `references are decoded, twice where they were escaped twice`(fragment: String, text: String) {
        #expect(HTMLText.plainText(fragment: fragment) == text)
    }

    @Test func `markup that was escaped is read as markup`() {
        #expect(HTMLText.plainText(fragment: "&lt;p&gt;첫째&lt;/p&gt;&lt;p&gt;둘째&lt;/p&gt;") == "첫째\n\n둘째")
    }

    @Test func `a fragment without block elements keeps its own lines`() {
        #expect(HTMLText.plainText(fragment: "첫 줄 &amp; 더\r\n\r\n둘째 줄<b>!</b>") == "첫 줄 & 더\n\n둘째 줄!")
    }

    @Test func `words in angle brackets that name no element stay`() {
        #expect(HTMLText.plainText(fragment: "영화 <born to run>과 <터널><br>끝") == "영화 <born to run>과 <터널>\n끝")
        #expect(HTMLText.plainText(fragment: "a<o:p>b</o:p><x-y>c</x-y>") == "abc")
    }

    @Test func `any bytes are taken in little time`() {
        let hostile = [
            String(repeating: "<", count: 60_000), String(repeating: "&", count: 60_000),
            String(repeating: "<a ", count: 40_000), String(repeating: "<div>", count: 40_000),
            String(repeating: "<!--", count: 40_000), String(repeating: "<title>", count: 20_000),
            String(repeating: "<x y=\"", count: 20_000), String(repeating: "&lt;b&gt;", count: 20_000),
            String(repeating: "</script", count: 20_000), "<a " + String(repeating: "b=c ", count: 40_000) + ">d",
            String(decoding: (0..<20_000).map { UInt8(truncatingIfNeeded: $0 &* 167) }, as: UTF8.self),
        ]
        let clock = ContinuousClock()
        for text in hostile {
            let time = clock.measure { _ = HTMLText.plainText(fragment: text) }
            #expect(time < .seconds(10), "\(text.prefix(12)) took \(time)")
        }
    }
}
