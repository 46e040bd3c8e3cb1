import Testing

@testable import Extraction

struct HTMLTreeBuilderTests {
    /// The tree as `tag(children)`, text as it is.
    private func outline(_ html: String) -> String {
        let document = HTMLTreeBuilder.document(Array(html.utf8))
        func write(_ node: Int) -> String {
            if document.nodes[node].tag == .text { return String(decoding: document.ownText(of: node), as: UTF8.self) }
            return "\(document.nodes[node].tag)(" + document.children(of: node).map(write).joined(separator: ",") + ")"
        }
        return document.children(of: 0).map(write).joined(separator: ",")
    }

    @Test(arguments: [
        ("<p>a<p>b", "p(a),p(b)"),
        ("<p>a<div>b</div>", "p(a),div(b)"),
        ("<ul><li>a<li>b</ul>c", "ul(li(a),li(b)),c"),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", "ul(li(a,ul(li(b))),li(c))"),
        ("<table><tr><td>a<td>b<tr><td>c</table>d", "table(tr(td(a),td(b)),tr(td(c))),d"),
        ("<table><tr><td><table><tr><td>x</table>y</table>z", "table(tr(td(table(tr(td(x))),y))),z"),
        ("<dl><dt>a<dd>b<dt>c</dl>", "dl(dt(a),dd(b),dt(c))"),
        ("<div><b>a</div>b", "div(b(a)),b"),
        ("<div>a</b>b</div>c", "div(a,b),c"),
        ("<td></div>a", "td(a)"),
        ("<x-a>b</x-a>c", "unknown(b),c"),
        ("<x-a><y-b>c</x-a>d", "unknown(unknown(c)),d"),
        ("a<br>b</br>c", "a,br(),b,br(),c"),
        ("<img src=x>a", "img(),a"),
        ("<title>a<b></title>c", "title(),c"),
        ("<head><meta><div>a", "head(meta()),div(a)"),
    ])
    func `open elements are closed as in a browser`(html: String, tree: String) {
        #expect(outline(html) == tree)
    }

    @Test func `raw text stays with its element`() {
        let document = HTMLTreeBuilder.document(Array("<title>A &amp; B</title><script>a && b</script>".utf8))
        #expect(String(decoding: document.ownText(of: 1), as: UTF8.self) == "A & B")
        #expect(String(decoding: document.ownText(of: 2), as: UTF8.self) == "a && b")
    }

    @Test func `attributes are read in all their forms`() {
        let document = HTMLTreeBuilder.document(
            Array("<a ID=x class='p q' href=\"?a=1&amp;b\" hidden / rel = next>".utf8))
        #expect(document.attribute(.id, of: 1) == "x")
        #expect(document.attribute(.class, of: 1) == "p q")
        #expect(document.attribute(.href, of: 1) == "?a=1&b")
        #expect(document.value(.hidden, of: 1)?.isEmpty == true)
        #expect(document.attribute(.rel, of: 1) == "next")
        #expect(document.attribute(.role, of: 1) == nil)
    }

    @Test func `depth stays under its limit`() {
        let document = HTMLTreeBuilder.document(Array(String(repeating: "<div>", count: 1_000).utf8))
        #expect(document.nodes.map(\.depth).max() == Int32(HTMLTreeBuilder.maximumDepth))
    }
}
