import Foundation
import Testing

@testable import Storage

struct JSONColumnTests {
    @Test(arguments: [
        [], [""], ["a"], ["a", "b"], ["", "", ""], ["가람전자", "삼성"], ["a,b", "[c]"], ["a\",\"b"], ["\\", "\"", "\n"],
        ["\u{301}x", "e\u{301}"], ["\u{0}", "\u{2028}"], ["https://a.example/x?y=1"],
    ])
    func aListComesBack(list: [String]) throws {
        let text = JSONColumn.text(of: list)
        #expect(try JSONColumn.list(from: text) == list)
        #expect(try JSONDecoder().decode([String].self, from: Data(text.utf8)) == list, "it is JSON to everybody")
        let written = String(decoding: try JSONEncoder().encode(list), as: UTF8.self)
        #expect(try JSONColumn.list(from: written) == list, "rows of earlier versions are read too")
    }

    @Test(arguments: ["", "[", "[\"", "[\"]", "{}", "[1]", "x"])
    func whatIsNoListIsAnError(text: String) {
        #expect(throws: (any Error).self) { try JSONColumn.list(from: text) }
    }
}
