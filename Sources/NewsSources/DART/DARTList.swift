import FeedParsing
import Fetching
import Foundation

/// The answer of `list.json`.
struct DARTList: Decodable {
    let status: String
    let message: String?
    let totalPages: Int?
    let list: [DARTFiling]?

    enum CodingKeys: String, CodingKey {
        case status, message, list
        case totalPages = "total_page"
    }

    /// Reads an answer. No data (013) is an empty list; every other status but 000 is a failure.
    static func read(_ document: FetchedDocument) throws(SourceFailure) -> DARTList {
        let list = try? JSONDecoder().decode(DARTList.self, from: Data(document.body))
        if let list, let failure = DARTStatus.failure(list.status) { throw failure }
        guard document.status == 200 else {
            let code: SourceFailure.Code = document.status == 429 ? .limit : .service
            throw SourceFailure(
                code, "OpenDART answered \(document.status)", retryAfterSeconds: document.retryAfterSeconds)
        }
        guard let list else {
            throw SourceFailure(.answer, "OpenDART's answer is not the JSON that its documentation describes")
        }
        return list
    }
}

/// The status codes of OpenDART's documentation.
enum DARTStatus {
    /// Nil for 000 (normal) and 013 (no data).
    static func failure(_ status: String) -> SourceFailure? {
        switch status {
        case "000", "013": nil
        case "010":
            .init(.access, "OpenDART does not know this key (010): check sources.dart", retryAfterSeconds: barred)
        case "011": .init(.access, "OpenDART has suspended this key (011)", retryAfterSeconds: barred)
        case "012": .init(.access, "OpenDART does not serve this IP address (012)", retryAfterSeconds: barred)
        case "014": .init(.answer, "OpenDART has no such file (014)")
        case "020": .init(.limit, "OpenDART's limit on requests is reached (020)", retryAfterSeconds: 3600)
        case "021": .init(.request, "OpenDART: too many companies in one request (021)", retryAfterSeconds: barred)
        case "100": .init(.request, "OpenDART refuses a parameter of the address (100)", retryAfterSeconds: barred)
        case "101": .init(.request, "OpenDART refuses this way of asking (101)", retryAfterSeconds: barred)
        case "800": .init(.service, "OpenDART is closed for maintenance (800)", retryAfterSeconds: 1800)
        case "900": .init(.service, "OpenDART has a fault that it does not name (900)")
        case "901":
            .init(.access, "this OpenDART account has expired (901): ask opendart@fss.or.kr", retryAfterSeconds: barred)
        default: .init(.answer, "OpenDART answered with a status that its documentation does not name")
        }
    }

    /// Nothing changes until somebody does something.
    private static let barred: Int64 = 4 * 3600
}

/// One disclosure of the list.
struct DARTFiling: Decodable {
    /// `rcept_no`, 14 digits.
    let number: String
    let company: String
    /// Six digits, or blank for a company that is not listed.
    let stockCode: String?
    /// Y KOSPI, K KOSDAQ, N KONEX, E other.
    let market: String?
    let report: String
    let filer: String?
    /// `rcept_dt`, the day of receipt.
    let day: String?

    enum CodingKeys: String, CodingKey {
        case number = "rcept_no"
        case company = "corp_name"
        case stockCode = "stock_code"
        case market = "corp_cls"
        case report = "report_nm"
        case filer = "flr_nm"
        case day = "rcept_dt"
    }

    /// The disclosure as an entry.
    ///
    /// The title is `COMPANY(CODE) REPORT`: by its code a company is found under whatever name, and a mark of correction
    /// (`[기재정정]`) stays in front of the report's name, where it is looked for.
    var entry: ParsedEntry {
        let code = (stockCode ?? "").trimmingCharacters(in: .whitespaces)
        let name = FeedText.plain(company) + (code.isEmpty ? "" : "(\(code))")
        var entry = ParsedEntry(
            id: "dart:" + number, title: name + " " + FeedText.plain(report),
            link: "https://dart.fss.or.kr/dsaf001/main.do?rcpNo=" + PercentCoding.encode(number))
        entry.authors = filer.map { [FeedText.plain($0)] } ?? []
        entry.categories = [market].compactMap { $0 }
        entry.published = day.flatMap(DARTDay.init)?.start
        return entry
    }
}
