import Foundation
import StrictJSON
import TestSupport
import Testing

@Suite("JSON by RFC 8259")
struct JSONTextTests {
    private func element(_ text: String) throws(JSONProblem) -> JSONElement {
        try JSONText.element(of: Array(text.utf8))
    }

    @Test(
        "what the grammar allows is read",
        arguments: [
            ("null", JSONElement.Kind.null), (" true ", .bool), ("false", .bool), ("\"\"", .string), ("0", .number),
            ("-0", .number), ("-12.5e+10", .number), ("1E400", .number), ("[]", .array), ("\t{ }\r\n", .object),
            ("[1,[],{\"a\":[null]}]", .array), ("{\"a\":1,\"a\":2}", .object), ("\"\u{7F}\u{FEFF}\u{2028}👩‍👧\"", .string),
            ("\"\\uD800\"", .string), ("\"\\b\\f\\n\\r\\t\\/\\\\\\\"\\u00e9\"", .string), ("{\"\":0}", .object),
        ])
    func accepted(text: String, kind: JSONElement.Kind) throws {
        #expect(try element(text).kind == kind)
    }

    @Test(
        "what it does not allow is refused, with the reason and the byte",
        arguments: [
            ("", "a value is missing (byte 1)"), ("  ", "a value is missing (byte 3)"),
            ("nul", "no value begins like this (byte 4)"), ("True", "no value begins like this (byte 1)"),
            ("NaN", "no value begins like this (byte 1)"), ("'a'", "no value begins like this (byte 1)"),
            ("+1", "no value begins like this (byte 1)"), (".5", "no value begins like this (byte 1)"),
            ("01", "a number must not begin with 0 (byte 3)"), ("-", "a digit must follow the - (byte 2)"),
            ("1.", "a digit must follow the decimal point (byte 3)"),
            ("1e+", "a digit must follow the exponent's e (byte 4)"),
            ("1 2", "nothing may follow the value (byte 3)"), ("{}]", "nothing may follow the value (byte 3)"),
            ("[1 2]", "a , or ] must follow (byte 4)"), ("[1,]", "no value begins like this (byte 4)"),
            ("{\"a\" 1}", "a : must follow the member's name (byte 6)"),
            ("{\"a\":1,}", "a member's name in quotes is missing (byte 8)"),
            ("{a:1}", "a member's name in quotes is missing (byte 2)"),
            ("{\"a\":1", "a , or } must follow (byte 7)"), ("{\"a\":}", "no value begins like this (byte 6)"),
            ("\"a", "a string is not closed (byte 3)"), ("\"\\", "a string is not closed (byte 2)"),
            ("\"\\x\"", "an unknown escape; there are \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX (byte 2)"),
            ("\"\\u12G4\"", "\\u must be followed by four hexadecimal digits (byte 2)"),
            ("\"\\u12", "\\u must be followed by four hexadecimal digits (byte 2)"),
            ("\"a\u{1F}\"", "a control character in a string must be escaped (byte 3)"),
            ("\"a\nb\"", "a control character in a string must be escaped (byte 3)"),
            ("\u{FEFF}{}", "no value begins like this (byte 1)"), ("\u{A0}1", "no value begins like this (byte 1)"),
        ])
    func refused(text: String, message: String) {
        let problem = #expect(throws: JSONProblem.self) { try element(text) }
        #expect(problem?.description == message)
    }

    @Test(
        "bytes that are no UTF-8 are refused",
        arguments: [
            [0x80], [0xC0, 0xAF], [0xC3], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
            [0xEA, 0xB0],
            [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xC3, 0x28], [0xF0, 0x9F, 0x98],
        ] as [[UInt8]])
    func badBytes(_ bytes: [UInt8]) {
        let problem = #expect(throws: JSONProblem.self) { try JSONText.element(of: [0x22] + bytes + [0x22]) }
        #expect(problem?.description == "the bytes are not UTF-8 (byte 2)")
    }

    @Test(
        "escapes are decoded; half a surrogate pair becomes U+FFFD",
        arguments: [
            (#""\u0041\n\t\/\\\"""#, "A\n\t/\\\""), (#""\ud83d\ude00x""#, "😀x"),
            (#""\ud83dx\ude00""#, "\u{FFFD}x\u{FFFD}"),
            (#""\ude00\ud83d""#, "\u{FFFD}\u{FFFD}"), (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"), (#""\u0000""#, "\u{0}"),
            (#""\uFEFF한\uAE00""#, "\u{FEFF}한글"), (#""plain 한글""#, "plain 한글"),
        ])
    func escapes(text: String, meaning: String) throws {
        let bytes = Array(text.utf8)
        #expect(
            try JSONText.element(of: bytes).string(in: bytes)?.unicodeScalars.elementsEqual(meaning.unicodeScalars)
                == true)
        #expect(try JSONText.element(of: [0x31]).string(in: [0x31]) == nil)
    }

    @Test("512 arrays inside one another are read, 513 refused, a million refused at once")
    func depth() throws {
        func nested(_ depth: Int) -> [UInt8] {
            [UInt8](repeating: 0x5B, count: depth) + [UInt8](repeating: 0x5D, count: depth)
        }
        #expect(try JSONText.element(of: nested(512)).kind == .array)
        for depth in [513, 1_000_000] {
            let problem = #expect(throws: JSONProblem.self) { try JSONText.element(of: nested(depth)) }
            #expect(problem?.description == "more than 512 arrays and objects inside one another (byte 513)")
        }
    }

    @Test("only the part of the bytes that is meant is read, and offsets count from its start")
    func part() throws {
        let bytes = Array("[1]\n{\"a\":\"b\"}\n[".utf8)
        let element = try JSONText.element(of: bytes, in: 4..<13)
        #expect(element.range == 4..<13)
        let problem = #expect(throws: JSONProblem.self) { try JSONText.element(of: bytes, in: 4..<12) }
        #expect(problem?.offset == 8)
    }
}

@Suite("Members of a JSON object by name")
struct JSONMembersTests {
    private let reader = JSONMembers(["id", "title", "한"])

    private func strings(_ text: String) throws -> [String?]? {
        let bytes = Array(text.utf8)
        return try reader.read(bytes)?.map { $0?.string(in: bytes) }
    }

    @Test("known members in the order of the names, others skipped whatever they hold")
    func known() throws {
        #expect(
            try strings(#"{"x":{"id":"no","y":[{"title":"no"}]},"title":"T","한":"글","id":"1","titles":"no"}"#) == [
                "1", "T", "글",
            ])
        #expect(try strings("{}") == [nil, nil, nil])
    }

    @Test("a name may be written with escapes; of several the last counts")
    func names() throws {
        #expect(try strings(#"{"\u0069d":"1","\ud55c":"h"}"#) == ["1", nil, "h"])
        #expect(try strings(#"{"id":"1","id":"2"}"#) == ["2", nil, nil])
    }

    @Test("another value is no object; what is no JSON throws, in skipped members too")
    func others() throws {
        #expect(try strings("[1]") == nil)
        #expect(try strings(" \"id\"") == nil)
        for text in [#"{"x":[01],"id":"1"}"#, #"{"id":"1"} x"#, "[1", "", #"{"x":"\q"}"#] {
            #expect(throws: JSONProblem.self) { try strings(text) }
        }
    }
}
