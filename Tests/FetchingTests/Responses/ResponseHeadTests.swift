import Testing

@testable import Fetching

struct ResponseHeadTests {
    private func head(_ lines: String...) -> ResponseHead {
        var head = ResponseHead()
        for line in lines { #expect(head.take(line: Array((line + "\r\n").utf8)) == nil) }
        return head
    }

    @Test func readsStatusAndFields() {
        let head = head("HTTP/1.1 200 OK", "ETag:  \"a b\" \t", "X-Empty:", "no colon", "")
        #expect(head.status == 200)
        #expect(head.isComplete)
        #expect(head.headers.first("etag") == "\"a b\"")
        #expect(head.headers.first("x-empty") == "")
        #expect(head.headers.fields.count == 2)
    }

    @Test func readsHTTP2() {
        #expect(head("HTTP/2 304 ", "").status == 304)
        #expect(head("HTTP/1.1", "").status == 0)
        #expect(head("HTTP/1.1 abc OK", "").status == 0)
    }

    @Test func joinsFoldedLines() {
        #expect(head("HTTP/1.1 200 OK", "X-Long: one", "\t two", "  three").headers.first("x-long") == "one two three")
        #expect(head("HTTP/1.1 200 OK", " lost").headers.fields.isEmpty)
    }

    @Test func givesAllValuesInOrder() {
        let head = head("HTTP/1.1 200 OK", "Link: a", "LINK: b", "Linker: c", "")
        #expect(head.headers.all("link") == ["a", "b"])
        #expect(head.headers.first("missing") == nil)
    }

    @Test func dropsInformationalAnswersAndTrailers() {
        let head = head("HTTP/1.1 103 Early Hints", "Link: x", "", "HTTP/1.1 200 OK", "ETag: y", "", "ETag: z", "X: w")
        #expect(head.status == 200)
        #expect(head.headers.fields.map(\.value) == ["y"])
    }

    @Test func limitsBytes() {
        var head = head("HTTP/1.1 200 OK")
        let line = Array(("X: " + String(repeating: "a", count: 9_995) + "\r\n").utf8)
        for _ in 0..<6 { #expect(head.take(line: line) == nil) }
        #expect(head.take(line: line)?.rawValue == "more than 64 KiB of headers")
    }

    @Test func limitsLines() {
        var head = head("HTTP/1.1 200 OK")
        for _ in 0..<255 { #expect(head.take(line: Array("A: b\r\n".utf8)) == nil) }
        #expect(head.take(line: Array("A: b\r\n".utf8))?.rawValue == "more than 256 lines of headers")
    }

    @Test func limitsInformationalAnswers() {
        var head = ResponseHead()
        for _ in 0..<20 {
            #expect(head.take(line: Array("HTTP/1.1 100 Continue\r\n".utf8)) == nil)
            #expect(head.take(line: [13, 10]) == nil)
        }
        #expect(head.take(line: Array("HTTP/1.1 100 Continue\r\n".utf8)) == nil)
        #expect(head.take(line: [13, 10])?.rawValue == "more than 20 informational answers")
    }

    @Test(
        arguments: [
            ("gzip", nil), ("x-gzip, deflate", nil), ("GZIP", nil), ("identity", nil), ("", nil), ("br", "br"),
            ("gzip, zstd", "zstd"), ("b\u{1b}[31mad", "b[31mad"),
        ] as [(String, String?)])
    func namesUnknownCodings(text: String, unknown: String?) {
        #expect(head("HTTP/1.1 200 OK", "Content-Encoding: \(text)", "").unknownCoding == unknown)
    }

    @Test func knowsRedirects() {
        #expect(head("HTTP/1.1 302 Found", "Location: /a", "").redirectLocation == "/a")
        #expect(head("HTTP/1.1 302 Found", "Location: ", "").redirectLocation == nil)
        #expect(head("HTTP/1.1 300 Choices", "Location: /a", "").redirectLocation == nil)
        #expect(head("HTTP/1.1 304 Not Modified", "Location: /a", "").redirectLocation == nil)
    }
}
