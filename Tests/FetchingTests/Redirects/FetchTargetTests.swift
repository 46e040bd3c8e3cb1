import Testing

@testable import Fetching

struct FetchTargetTests {
    @Test(arguments: [
        ("http://a.example", "http://a.example/"), ("HTTP://A.Example/Path?Q=1", "http://A.Example/Path?Q=1"),
        ("https://a.example:8443/x", "https://a.example:8443/x"),
        ("http://a.example/f?x=%2f&y=a+b", "http://a.example/f?x=%2f&y=a+b"),
        ("http://a.example/x#part", "http://a.example/x"), ("http://u:p@a.example/x", "http://a.example/x"),
        ("http://a.example/뉴스", "http://a.example/%eb%89%b4%ec%8a%a4"),
        ("http://a.example/a b", "http://a.example/a%20b"),
        ("http://한국.kr/rss", "http://xn--3e0b707e.kr/rss"),
    ])
    func reads(url: String, expected: String) throws {
        #expect(try FetchTarget(url: url).url == expected)
    }

    @Test func takesCredentialsOut() throws {
        let target = try FetchTarget(url: "https://us%40er:p%3Aw@a.example/")
        #expect(target.credentials == .init(user: "us@er", password: "p:w"))
        #expect(try FetchTarget(url: "https://a.example/").credentials == nil)
        #expect(try FetchTarget(url: "https://tok@a.example/").credentials == .init(user: "tok", password: ""))
    }

    @Test func namesHostAndUnusualPort() throws {
        #expect(try FetchTarget(url: "https://A.example:443/secret").name == "a.example")
        #expect(try FetchTarget(url: "http://a.example:443/secret").name == "a.example:443")
        #expect(try FetchTarget(url: "http://[::1]:8080/").name == "[::1]:8080")
    }

    @Test(arguments: [
        ("", FetchError.Code.invalidURL, "The URL does not begin with http:// or https://"),
        ("a.example/feed", .invalidURL, "The URL does not begin with http:// or https://"),
        ("/feed.xml", .invalidURL, "The URL does not begin with http:// or https://"),
        ("http://", .invalidURL, "The URL cannot be read"),
        ("http://a b/", .invalidURL, "The URL cannot be read"),
        ("http://a.example:99999/", .invalidURL, "The URL cannot be read"),
        ("http://a.example/\0x", .invalidURL, "The URL cannot be read"),
        ("http://a.example/\r\nX: y", .invalidURL, "The URL cannot be read"),
        ("http://[::1", .invalidURL, "The URL cannot be read"),
        ("ftp://a.example/", .unsupportedScheme, "Only http and https are fetched, not ftp:"),
        ("file:///etc/passwd", .unsupportedScheme, "Only http and https are fetched, not file:"),
    ])
    func refuses(url: String, code: FetchError.Code, message: String) {
        let error = #expect(throws: FetchError.self) { try FetchTarget(url: url) }
        #expect(error == FetchError(code: code, message: message))
    }

    @Test(arguments: [
        "ftp", "ftps", "file", "gopher", "gophers", "dict", "ldap", "ldaps", "imap", "imaps", "pop3", "pop3s", "smtp",
        "smtps", "smb", "smbs", "telnet", "tftp", "rtsp", "rtmp", "scp", "sftp", "mqtt", "ws", "wss", "javascript",
        "data", "jar", "news", "feed",
    ])
    func refusesScheme(scheme: String) throws {
        let error = #expect(throws: FetchError.self) { try FetchTarget(url: "\(scheme)://127.0.0.1/x") }
        #expect(error?.code == .unsupportedScheme)
        let redirect = #expect(throws: FetchError.self) {
            try FetchTarget(url: "http://a.example/").resolve(location: "\(scheme)://127.0.0.1/x")
        }
        #expect(redirect?.message == "a.example redirects to \(scheme):, but only http and https are fetched")
    }

    @Test func refusesLongURLs() {
        let error = #expect(throws: FetchError.self) {
            try FetchTarget(url: "http://a.example/" + String(repeating: "a", count: 20_000))
        }
        #expect(error?.message == "The URL is longer than 16 KiB")
    }

    @Test(arguments: [
        ("/new", "http://a.example/new"), ("new", "http://a.example/dir/new"), ("../up", "http://a.example/up"),
        ("?q=2", "http://a.example/dir/old?q=2"), ("//b.example/x", "http://b.example/x"),
        ("https://b.example", "https://b.example/"), ("/a b", "http://a.example/a%20b"),
        ("/뉴스", "http://a.example/%eb%89%b4%ec%8a%a4"), ("/x#frag", "http://a.example/x"),
        ("http://u:p@c.example/", "http://c.example/"),
    ])
    func resolves(location: String, expected: String) throws {
        let base = try FetchTarget(url: "http://u:p@a.example/dir/old?q=1")
        #expect(try base.resolve(location: location).url == expected)
    }

    @Test func refusesBrokenLocation() {
        let error = #expect(throws: FetchError.self) {
            try FetchTarget(url: "http://a.example/").resolve(location: "http://[bad")
        }
        #expect(error?.message == "a.example redirects to something that is not a URL")
    }
}
