import NewsSources
import Testing

@Suite("Addresses of sources")
struct SourceAddressTests {
    @Test(
        "what is understood",
        arguments: [
            ("https://paper.example/rss", SourceAddress.feed), ("http://x.example", .feed), ("dart:list", .dart([])),
            (
                "dart:list?corp_cls=Y&pblntf_ty=B&corp_code=00126380",
                .dart([.init("corp_cls", "Y"), .init("pblntf_ty", "B"), .init("corp_code", "00126380")])
            ),
            ("naver:news?query=가람전자 압수수색", .naver([.init("query", "가람전자 압수수색")])),
            ("naver:news?query=A%26B", .naver([.init("query", "A&B")])), ("edgar:current", .edgar(.current, [])),
            ("edgar:current?type=8-K", .edgar(.current, [.init("type", "8-K")])),
            ("edgar:company?CIK=320193", .edgar(.company, [.init("CIK", "320193")])),
            ("exec:/bin/news --rss", .exec(["/bin/news", "--rss"])), ("file:inbox", .folder("inbox")),
            ("file:///var/inbox", .folder("/var/inbox")), ("file:/var/inbox", .folder("/var/inbox")),
        ])
    func understood(url: String, address: SourceAddress) throws {
        #expect(try SourceAddress(url) == address)
    }

    @Test(
        "what is not, word for word",
        arguments: [
            (
                "ftp://x.example/rss",
                "an http or https address, or one of dart:list, naver:news, edgar:current, edgar:company, exec:COMMAND, file:FOLDER"
            ), ("dart:", "one of list after the colon"), ("dart:lists", "one of list after the colon"),
            (
                "dart:list?corp=1",
                "without the unknown parameter corp; valid names: corp_code, corp_cls, pblntf_ty, pblntf_detail_ty, last_reprt_at"
            ), ("dart:list?corp_cls=Z", "an address whose corp_cls is one of Y, K, N, E"),
            ("dart:list?corp_code=126380", "an address whose corp_code is 8 digits"),
            ("naver:news", "an address with the parameter query"),
            ("naver:news?query=", "an address whose query is 1 to 200 characters"),
            ("edgar:company", "an address with the parameter CIK"),
            ("edgar:filings", "one of current, company after the colon"),
            ("exec:", "exec: and a command, such as exec:/usr/local/bin/news --rss"),
            ("file://server/share", "file: and a folder, such as file:inbox"),
        ])
    func refused(url: String, message: String) {
        #expect(throws: SourceAddress.Problem(message: message)) { try SourceAddress(url) }
    }
}
