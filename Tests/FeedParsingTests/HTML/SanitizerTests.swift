import Testing

@testable import FeedParsing

private func sanitized(_ html: String, base: String = "https://a.example/dir/page") -> String {
    String(decoding: HTMLSanitizer.sanitize(Array(html.utf8)[...], base: base), as: UTF8.self)
}

@Suite struct SanitizerTests {
    @Test(arguments: [
        ("a &amp; b", "a &amp; b"), ("a & b < c > d", "a &amp; b &lt; c &gt; d"), ("\"q\" &quot;", "\"q\" &quot;"),
        ("&eacute;", "é"),
        ("<p>x", "<p>x</p>"), ("<b><i>x</b></i>", "<b><i>x</i></b>"), ("x</p>", "x"), ("<BR/>", "<br>"),
        ("<P CLASS=a>x</P>", "<p>x</p>"),
        ("<font color=red>x</font>", "x"),
        ("<a href=\"x.html\">l</a>", "<a href=\"https://a.example/dir/x.html\">l</a>"),
        ("<a href='/r?a=1&amp;b=2'>l</a>", "<a href=\"https://a.example/r?a=1&amp;b=2\">l</a>"),
        (
            "<img src=i.png alt='a \"b\"' onerror=x width=3>",
            "<img src=\"https://a.example/dir/i.png\" alt=\"a &quot;b&quot;\" width=\"3\">"
        ),
        ("<td colspan=2 style='x'>c</td>", "<td colspan=\"2\">c</td>"),
        ("<noscript><img src=x></noscript>", "<img src=\"https://a.example/dir/x\">"),
    ])
    func kept(html: String, result: String) {
        #expect(sanitized(html) == result)
    }

    @Test(arguments: [
        "<script>alert(1)</script>", "<SCRIPT SRC=//e.example></SCRIPT>", "<iframe src='https://e.example'></iframe>",
        "<style>*{}</style>",
        "<svg onload=alert(1)>", "<object data=x></object>", "<embed src=x>", "<form action=x><input name=a></form>",
        "<meta http-equiv=refresh>",
        "<link rel=stylesheet href=x>", "<base href=//e.example>", "<math><mi xlink:href='javascript:x'></math>",
        "<!-- <b> -->", "<template><b>x</b></template>",
    ])
    func dropped(html: String) {
        #expect(sanitized(html).isEmpty)
    }

    @Test(arguments: [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)",
        "&#106;avascript:alert(1)",
        "&#x6A;avascript&#58;alert(1)", "vbscript:x", "data:text/html,x", "file:///etc/passwd",
        "\u{1}javascript:alert(1)",
    ])
    func linksThatDoHarmLoseTheirTarget(link: String) {
        #expect(sanitized("<a href=\"\(link)\">x</a>") == "<a>x</a>")
        #expect(sanitized("<img src='\(link)'>") == "<img>")
        #expect(sanitized("<a href=\"\(link)\">x</a>", base: "") == "<a>x</a>")
    }

    @Test(arguments: [
        "<p onclick=x>", "<p ONCLICK='x'>", "<p/onclick=x>", "<p \"onclick=x\">", "<p a=\"b\"onclick=x>",
        "<p title='>' onmouseover=x>",
        "<img src='https://a.example/\" onerror=x'>", "<a href='https://a.example/' onfocus=x>",
        "<p <script>x</script>>", "<<script>script>x",
        "<scr<script>ipt>alert(1)</scr</script>ipt>", "<b\u{0}onclick=x>", "<p title=\"</p><script>x</script>\">",
    ])
    func noSpellingBringsCodeThrough(html: String) {
        let result = sanitized(html)
        var scanner = HTMLScanner(Array(result.utf8)[...])
        let bytes = Array(result.utf8)
        while let token = scanner.next() {
            guard case .start(let element, let range, _) = token else { continue }
            #expect(element.use == .kept)
            var attributes = HTMLAttributeReader(bytes[range])
            while let (name, _) = attributes.next() {
                #expect(["href", "src", "alt", "title"].contains(String(decoding: name, as: UTF8.self)))
            }
        }
        #expect(!result.contains("<script"))
    }

    @Test func depthIsBounded() {
        let html = String(repeating: "<b>", count: 5000) + "x"
        let result = sanitized(html)
        #expect(result == String(repeating: "<b>", count: 100) + "x" + String(repeating: "</b>", count: 100))
    }
}
