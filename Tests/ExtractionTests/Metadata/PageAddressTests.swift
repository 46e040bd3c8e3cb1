import Testing

@testable import Extraction

struct PageAddressTests {
    @Test(arguments: [
        ("https://a.example/x", "https://a.example/x"), ("/x?y=1", "https://b.example/x?y=1"),
        ("//c.example/x", "https://c.example/x"),
        ("x", nil), ("javascript:alert(1)", nil), ("data:text/html,x", nil), ("", nil), ("https://a b", nil),
        ("https://a.example/\n", "https://a.example/"),
    ])
    func `links are completed, and only web addresses pass`(link: String, address: String?) {
        #expect(PageAddress.resolve(link, base: "https://b.example/dir/page") == address)
    }

    @Test func `hosts lose their www`() {
        #expect(PageAddress.host("https://WWW.A.example:8080/x") == "a.example:8080")
        #expect(PageAddress.host("ftp://a.example") == nil)
    }

    @Test func `no secret is shown`() {
        #expect(PageAddress.forDisplay("https://u:p@a.example/x?token=1#y") == "https://a.example/x")
        #expect(PageAddress.forDisplay("file:///etc/passwd") == "(an address that is not http)")
    }
}
