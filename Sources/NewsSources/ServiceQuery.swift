/// A parameter of a request, as it is before it is encoded.
public struct QueryParameter: Sendable, Hashable {
    public let name: String
    public let value: String

    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

/// `NAME?PARAMETER=VALUE&...`, held to the parameters that the service knows.
struct ServiceQuery {
    /// One request of a service.
    struct Form {
        let name: String
        let rules: [Rule]
        let required: [String]
    }

    /// One parameter of a request.
    struct Rule {
        let name: String
        /// Completes "must be ...".
        let form: String
        let isValid: @Sendable (String) -> Bool
    }

    let form: Form
    let parameters: [QueryParameter]

    init(_ text: String, of forms: [Form]) throws(SourceAddress.Problem) {
        let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let form = forms.first(where: { $0.name == parts[0] }) else {
            throw .init(message: "one of \(forms.map(\.name).joined(separator: ", ")) after the colon")
        }
        var parameters: [QueryParameter] = []
        for part in (parts.count == 2 ? parts[1] : "").split(separator: "&") {
            parameters.append(try Self.parameter(String(part), form))
        }
        for name in form.required where !parameters.contains(where: { $0.name == name }) {
            throw .init(message: "an address with the parameter \(name)")
        }
        self.form = form
        self.parameters = parameters
    }

    private static func parameter(_ text: String, _ form: Form) throws(SourceAddress.Problem) -> QueryParameter {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let rule = form.rules.first(where: { $0.name == parts[0] }) else {
            let names = form.rules.map(\.name).joined(separator: ", ")
            throw .init(message: "without the unknown parameter \(parts[0]); valid names: \(names)")
        }
        let value = PercentCoding.decode(parts.count == 2 ? parts[1] : "")
        guard rule.isValid(value) else { throw .init(message: "an address whose \(rule.name) is \(rule.form)") }
        return QueryParameter(rule.name, value)
    }
}

extension ServiceQuery.Form {
    /// https://opendart.fss.or.kr/api/list.json
    static let list = ServiceQuery.Form(
        name: "list",
        rules: [
            .init(name: "corp_code", form: "8 digits") { Self.isDigits($0, 8) },
            .oneOf("corp_cls", ["Y", "K", "N", "E"]),
            .oneOf("pblntf_ty", ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J"]),
            .init(name: "pblntf_detail_ty", form: "a letter and three digits, such as A001") {
                "ABCDEFGHIJ".contains($0.prefix(1)) && Self.isDigits(String($0.dropFirst()), 3)
            },
            .oneOf("last_reprt_at", ["Y", "N"]),
        ], required: [])

    /// https://openapi.naver.com/v1/search/news.json
    static let news = ServiceQuery.Form(
        name: "news",
        rules: [.init(name: "query", form: "1 to 200 characters") { (1...200).contains($0.count) }],
        required: ["query"])

    /// https://www.sec.gov/cgi-bin/browse-edgar?action=getcurrent
    static let current = ServiceQuery.Form(name: "current", rules: [.formType, .owner], required: [])

    /// https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany
    static let company = ServiceQuery.Form(
        name: "company",
        rules: [
            .init(name: "CIK", form: "a CIK of 1 to 10 digits") {
                (1...10).contains($0.count) && Self.isDigits($0, $0.count)
            },
            .formType, .owner,
        ], required: ["CIK"])

    private static func isDigits(_ text: String, _ count: Int) -> Bool {
        text.utf8.count == count && text.utf8.allSatisfy { (48...57).contains($0) }
    }
}

extension ServiceQuery.Rule {
    static let owner = oneOf("owner", ["include", "exclude", "only"])
    static let formType = ServiceQuery.Rule(name: "type", form: "a form such as 8-K") { text in
        (1...20).contains(text.utf8.count) && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F || $0 == 0x20 }
    }

    static func oneOf(_ name: String, _ values: [String]) -> ServiceQuery.Rule {
        .init(name: name, form: "one of \(values.joined(separator: ", "))") { values.contains($0) }
    }
}
