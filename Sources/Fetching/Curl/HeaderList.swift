import CCurl

/// The one owner of a libcurl list of header lines.
@safe
struct HeaderList: ~Copyable {
    private(set) var first: UnsafeMutablePointer<curl_slist>?

    deinit {
        unsafe curl_slist_free_all(first)
    }

    /// Adds `NAME: VALUE`. Nothing is added where the name is not a token of RFC 9110 or memory is short.
    mutating func append(name: String, value: String) {
        guard !name.isEmpty, name.utf8.allSatisfy(Self.isTokenByte) else { return }
        let value = HeaderText.encode(value)
        var line: [UInt8] = []
        line.reserveCapacity(name.utf8.count + value.count + 3)
        line += name.utf8
        // libcurl takes "NAME:" for "leave it out" and "NAME;" for "send it empty".
        line += value.isEmpty ? ";".utf8 : ": ".utf8
        line += value
        append(line: line)
    }

    /// Keeps libcurl from adding a header of its own.
    mutating func leaveOut(name: String) {
        append(line: Array("\(name):".utf8))
    }

    /// Adds the address of a recipient of mail, for CURLOPT_MAIL_RCPT.
    mutating func append(recipient: String) {
        append(line: Array("<".utf8) + HeaderText.encode(recipient) + Array(">".utf8))
    }

    private mutating func append(line: [UInt8]) {
        var line = line
        line.append(0)
        let extended = unsafe line.withUnsafeBytes {
            unsafe curl_slist_append(first, $0.baseAddress?.assumingMemoryBound(to: CChar.self))
        }
        if let extended = unsafe extended { unsafe first = extended }
    }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, 65...90, 97...122: true
        case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "&"),
            UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "^"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "~"):
            true
        default: false
        }
    }
}
