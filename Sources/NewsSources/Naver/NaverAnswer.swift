import FeedParsing
import Fetching
import Foundation

/// A page of hits.
struct NaverAnswer: Decodable {
    let total: Int?
    let items: [NaverItem]

    static func read(_ document: FetchedDocument) throws(SourceFailure) -> NaverAnswer {
        let data = Data(document.body)
        guard document.status == 200 else {
            let error = try? JSONDecoder().decode(NaverError.self, from: data)
            throw (error ?? NaverError(errorCode: nil)).failure(document)
        }
        guard let answer = try? JSONDecoder().decode(NaverAnswer.self, from: data) else {
            throw SourceFailure(.answer, "Naver's answer is not the JSON that its documentation describes")
        }
        return answer
    }
}

/// What Naver answers in place of hits. Its message may repeat the query: only the code is told.
struct NaverError: Decodable {
    let errorCode: String?

    func failure(_ document: FetchedDocument) -> SourceFailure {
        let code = errorCode.map { ", \($0.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }.prefix(8))" } ?? ""
        let wait = document.retryAfterSeconds
        switch (document.status, errorCode) {
        case (401, _), (403, _):
            return .init(
                .access, "Naver refuses the client id and secret (\(document.status)\(code)): check sources.naver",
                retryAfterSeconds: 4 * 3600)
        case (429, "010"):
            return .init(
                .limit, "Naver's daily limit on requests is reached (429\(code))", retryAfterSeconds: wait ?? 3600)
        case (429, _):
            return .init(.limit, "Naver asks for fewer requests (429\(code))", retryAfterSeconds: wait ?? 600)
        case (400..<500, _):
            return .init(
                .request, "Naver refuses the request (\(document.status)\(code))", retryAfterSeconds: wait ?? 4 * 3600)
        default:
            return .init(.service, "Naver has a fault (\(document.status)\(code))", retryAfterSeconds: wait)
        }
    }
}

/// One hit.
struct NaverItem: Decodable {
    let title: String
    /// The publisher's own page; empty for some.
    let originallink: String?
    /// The page at Naver, or the publisher's where Naver has none.
    let link: String?
    let description: String?
    /// RFC 822, with the zone +0900.
    let pubDate: String?

    /// The hit as an entry: its link is the publisher's page, so that the same article of a feed is known as the same.
    var entry: ParsedEntry {
        let own = originallink.flatMap { $0.isEmpty ? nil : $0 }
        var entry = ParsedEntry(
            id: link ?? own, title: FeedText.plain(title), link: own ?? link,
            summary: description.map(FeedText.plain))
        entry.published = pubDate.flatMap { FeedDateParser(timeZone: "Asia/Seoul").parse($0) }
        return entry
    }
}
