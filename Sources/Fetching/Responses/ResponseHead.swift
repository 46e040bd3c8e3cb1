/// Status and headers of a response, read line by line as they come, within limits.
struct ResponseHead {
    /// The limit that was passed, for the sentence "HOST sends ...".
    enum Excess: String {
        case bytes = "more than 64 KiB of headers"
        case lines = "more than 256 lines of headers"
        case informational = "more than 20 informational answers"
    }

    private static let maximumBytes = 64 << 10
    private static let maximumLines = 256
    private static let maximumInformational = 20

    /// 0 before the first status line.
    private(set) var status = 0
    /// Of the last response: those of informational answers are dropped.
    private(set) var headers = ResponseHeaders()
    /// True once the empty line of the final response has come.
    private(set) var isComplete = false
    private var bytes = 0
    private var lines = 0
    private var informational = 0

    /// True for 200...299.
    var isSuccess: Bool { (200...299).contains(status) }

    /// Takes a line with its end. Counts are over all informational answers too. Returns the limit that it passes.
    mutating func take(line: [UInt8]) -> Excess? {
        bytes += line.count
        lines += 1
        guard bytes <= Self.maximumBytes else { return .bytes }
        guard lines <= Self.maximumLines else { return .lines }
        let end = line.lastIndex { $0 != 10 && $0 != 13 }.map { $0 + 1 } ?? 0
        let text = line[..<end]
        if text.starts(with: Array("HTTP/".utf8)) {
            begin(text)
        } else if isComplete {
            // Trailers: nothing in them counts.
        } else if text.isEmpty {
            return endHeaders()
        } else if text.first == 32 || text.first == 9 {
            headers.continueLast(Self.trimmed(text))
        } else if let colon = text.firstIndex(of: UInt8(ascii: ":")) {
            headers.append(name: HeaderText.decode(text[..<colon]), value: Self.trimmed(text[(colon + 1)...]))
        }
        return nil
    }

    /// Where a redirect leads, as sent; nil for anything else.
    var redirectLocation: String? {
        guard Hop.isRedirect(status: status), let location = headers.first("Location"), !location.isEmpty else {
            return nil
        }
        return location
    }

    /// The length of the body that is to come, as announced; nil where none is announced or none will come.
    var announcedBytes: Int? {
        guard status != 204, status != 304, let text = headers.first("Content-Length"),
            text.utf8.allSatisfy({ (48...57).contains($0) })
        else { return nil }
        return text.isEmpty ? nil : Int(text) ?? Int.max
    }

    /// The first content coding that we have not asked for. libcurl would decode more than that.
    var unknownCoding: String? {
        headers.all("Content-Encoding").flatMap { $0.split(separator: ",") }
            .map { $0.lowercased().filter { $0 != " " && $0 != "\t" } }
            .first { !["gzip", "x-gzip", "deflate", "identity", ""].contains($0) }
            .map { String(decoding: $0.utf8.filter { (33...126).contains($0) }.prefix(40), as: UTF8.self) }
    }

    private mutating func begin(_ line: ArraySlice<UInt8>) {
        let words = line.split(separator: 32, maxSplits: 2)
        status = words.count > 1 ? Int(String(decoding: words[1], as: UTF8.self)) ?? 0 : 0
        headers = ResponseHeaders()
        isComplete = false
    }

    private mutating func endHeaders() -> Excess? {
        guard (100...199).contains(status) else {
            isComplete = true
            return nil
        }
        informational += 1
        return informational > Self.maximumInformational ? .informational : nil
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
        func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 }
        guard let first = bytes.firstIndex(where: { !isSpace($0) }), let last = bytes.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return HeaderText.decode(bytes[first...last])
    }
}
