import Extraction
import Testing

/// Where the article stands, one difficulty a page.
struct BodyFinderTests {
    private let one =
        "The port of Avenmouth said that traffic rose by a fifth last year, helped by new routes to the south."
    private let two =
        "Its owners plan to deepen the channel, a step that would let larger ships in, and to add two cranes."
    private let three = "Work starts in May, the port said, and should take three years if the weather is kind."

    private func text(_ body: String) throws -> [String] {
        let page = try PageExtractor().extract(
            html: Array("<title>Port traffic</title>\(body)".utf8), contentType: nil, url: nil)
        return page.text.components(by: "\n\n")
    }

    @Test func `hidden parts and menus are left out`() throws {
        let found = try text(
            "<nav><p>\(three)</p></nav><div class=story><p>\(one)</p><p hidden>\(three)</p><p aria-hidden=true>\(three)</p>"
                + "<p style='color:red; DISPLAY : none'>\(three)</p><noscript>\(three)</noscript><p>\(two)</p></div>")
        #expect(found == [one, two])
    }

    @Test func `an intro that stands apart from the text is part of it`() throws {
        let found = try text(
            "<div class=story-body><div class=story-intro><p>\(one)</p></div><div id=more><div id=rest><p>\(two)</p><p>\(three)</p>"
                + "<p>\(two) Again.</p></div></div></div>")
        #expect(found == [one, two, three, two + " Again."])
    }

    @Test func `summaries under linked headlines do not pass for the article`() throws {
        let items = (0..<12).map {
            "<li><a href=/\($0)>Another story of the day, number \($0)</a><p>\(three) \(two)</p></li>"
        }.joined()
        #expect(
            try text("<div><div><p>\(one)</p><p>\(two)</p><p>\(three)</p></div></div><div><ul>\(items)</ul></div>") == [
                one, two, three,
            ])
    }

    @Test func `a list of the article stays, a list of links goes`() throws {
        let found = try text(
            "<article><p>\(one)</p><ul><li>Two cranes of 60 metres</li><li>A deeper channel</li></ul><p>\(two)</p>"
                + "<ul><li><a href=/1>Ferry fares to rise</a></li><li><a href=/2>Harbour master retires</a></li></ul><p>\(three)</p></article>"
        )
        #expect(found == [one, "Two cranes of 60 metres", "A deeper channel", two, three])
    }

    @Test func `the cells of a row share a line`() throws {
        let table = "<table><tr><th>Year</th><th>Ships</th></tr><tr><td>2025</td><td>1,204</td></tr></table>"
        #expect(
            try text("<article><p>\(one)</p>\(table)<p>\(two)</p></article>") == [one, "Year Ships", "2025 1,204", two])
    }

    @Test func `an element named as furniture stays where it holds the page's text`() throws {
        #expect(try text("<div class=sidebar><p>\(one)</p><p>\(two)</p><p>\(three)</p></div>") == [one, two, three])
    }
}
