import Testing

@testable import FeedParsing

@Suite struct TitleTests {
    @Test(arguments: [
        ("plain", "plain"), ("  a \n\t b  ", "a b"), ("a&nbsp;b\u{A0}c", "a b c"), ("<b>x</b>y", "xy"),
        ("a<br/>b", "a b"),
        ("Tom &amp; Jerry", "Tom & Jerry"), ("Tom &amp;amp; Jerry", "Tom & Jerry"),
        ("&amp;lt;b&amp;gt;x&amp;lt;/b&amp;gt;", "x"),
        ("&lt;b&gt;x&lt;/b&gt;", "x"), ("&amp;#039;따옴표&amp;#039;", "'따옴표'"), ("&quot;속보&quot;", "\"속보\""),
        ("<속보> 삼성", "<속보> 삼성"),
        ("&lt;속보&gt; 삼성", "<속보> 삼성"), ("Array<Int> is <T>", "Array<Int> is <T>"), ("1 < 2 & 3 > 2", "1 < 2 & 3 > 2"),
        ("R&D", "R&D"), ("a?b=1&copy=2", "a?b=1&copy=2"), ("AT&ampT", "AT&ampT"), ("&#8217;&#x2019;&rsquo;", "’’’"),
        ("&#146;", "’"),
        ("<script>alert(1)</script>x", "x"), ("<!-- c -->x", "x"), ("<o:p>x</o:p>", "x"),
        ("&hellip;&bogus;", "…&bogus;"),
        ("\u{200B}x", "\u{200B}x"), ("caf\u{C2}\u{A9}", "caf\u{C2}\u{A9}"), ("\u{93}x\u{94}", "“x”"),
    ])
    func titles(source: String, title: String) {
        #expect(PlainText.title(Array(source.utf8)[...]) == title)
    }

    @Test(arguments: [
        ("<p>a</p><p>b <b>c</b></p>", "a\nb c"), ("a<br>b", "a\nb"), ("<ul><li>a<li>b</ul>", "a\nb"),
        ("<style>p{}</style>a", "a"),
        ("a\n\n  b", "a b"), ("<table><tr><td>1</td><td>2</td></tr></table>", "1\n2"), ("x &lt;y&gt; z", "x <y> z"),
        ("", ""),
    ])
    func bodies(html: String, text: String) {
        #expect(String(decoding: PlainText.body(Array(html.utf8)[...]), as: UTF8.self) == text)
    }
}
