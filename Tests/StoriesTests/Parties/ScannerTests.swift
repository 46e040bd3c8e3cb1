import Testing

@testable import Stories

struct AmountScannerTests {
    @Test(arguments: [
        ("과징금 8,013억원을", ["KRW:80e10"]), ("1조 2000억 원 규모", ["KRW:12e11"]), ("1조2천억", []),
        ("800 billion won", ["KRW:80e10"]),
        ("$1.2 billion deal", ["USD:12e8"]), ("a $1.2bn deal", ["USD:12e8"]), ("12억 달러", ["USD:12e8"]),
        ("목표주가 7만5000원", ["KRW:75e3"]),
        ("€35m", ["EUR:35e6"]), ("120만주, 3.5%", []), ("2026년 11월 25일", []), ("", []), ("5 months", []), ("9,", []),
        ("100억원에서 130억원으로", ["KRW:10e9", "KRW:13e9"]), ("500,000 dollars", ["USD:50e4"]), ("9.99억원", ["KRW:10e8"]),
    ])
    func findsMoney(_ text: String, _ expected: [String]) {
        #expect(AmountScanner.amounts(in: Array(text.unicodeScalars)) == expected)
    }

    @Test func longRowsOfDigitsAreTaken() {
        let digits = String(repeating: "9", count: 5000) + "원"
        #expect(AmountScanner.amounts(in: Array(digits.unicodeScalars)).count <= 1)
    }
}

struct PersonScannerTests {
    @Test(arguments: [
        ("가람전자, 신임 대표에 정신아 내정", ["정신아"]), ("정신아 나루벤처스 대표를 내정", ["정신아"]), ("홍은택 대표는 물러난다", ["홍은택"]),
        ("대표이사에 김범수를 선임", ["김범수"]), ("이사회 의장 선임", []), ("신임 대표 내정", []), ("가람전자 임원진 교체", []),
        ("김치찌개 맛집", []), ("차기 회장 후보 박현주·최현만", ["박현주"]),
    ])
    func findsKoreanNamesBesideTitles(_ text: String, _ expected: [String]) {
        #expect(PersonScanner.persons(in: Array(text.unicodeScalars), companies: ["가람전자"]) == expected)
    }

    @Test(arguments: [
        ("Apple named John Ternus as its chief executive on Monday", ["ternus"]),
        ("The board of Acme Motors said Jane Q. Doe would step down", []),
        ("Prosecutors in New York charged Mary Ann Smith with fraud", ["smith"]),
        ("Acme Names John Smith As New Chief Executive", []), ("Acme Motors's rival sued", []),
        ("Elon Musk's pay was voided by the court", ["musk"]),
    ])
    func findsLatinNames(_ text: String, _ expected: [String]) {
        #expect(PersonScanner.persons(in: Array(text.unicodeScalars), companies: ["Acme Motors", "Apple"]) == expected)
    }
}
