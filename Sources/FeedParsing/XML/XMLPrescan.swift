import Glibc

/// One pass over a document before libxml2 sees it: finds the root, and what libxml2 must not be given as it is.
///
/// libxml2 2.9 needs time that grows with the square of a tag's attributes, and no time limit reaches into it.
@safe
struct XMLPrescan {
    enum Verdict: Equatable {
        case clean
        /// Something that is no well-formed XML for sure; the reason in plain words.
        case malformed(String)
    }

    /// Where the root element's `<` is; nil where there is no element, or none before what is malformed.
    private(set) var root: Int?
    private(set) var verdict = Verdict.clean
    /// Where the pass ended: behind the last byte, or at what is malformed.
    private(set) var stoppedAt = 0

    init(_ bytes: [UInt8]) {
        unsafe bytes.withUnsafeBufferPointer { buffer in
            var scanner = unsafe Scanner(buffer)
            unsafe scanner.run()
            root = unsafe scanner.root
            verdict = unsafe scanner.verdict
            stoppedAt = unsafe scanner.position
        }
    }

    @unsafe
    private struct Scanner {
        let bytes: UnsafeBufferPointer<UInt8>
        var position = 0
        var root: Int?
        var verdict = Verdict.clean

        init(_ bytes: UnsafeBufferPointer<UInt8>) {
            unsafe self.bytes = unsafe bytes
        }

        mutating func run() {
            unsafe fail(if: find(0, from: 0) != nil, "it holds NUL bytes")
            while let open = unsafe find(UInt8(ascii: "<"), from: position), unsafe verdict == .clean {
                unsafe position = open + 1
                switch unsafe byte(open + 1) {
                case UInt8(ascii: "!"): unsafe declaration(open)
                case UInt8(ascii: "?"): unsafe skip(past: "?>", from: open + 2, what: "a processing instruction")
                case UInt8(ascii: "/"): unsafe tag(open)
                case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"),
                    0x80...0xFF:
                    if unsafe root == nil { unsafe root = open }
                    unsafe tag(open)
                default: unsafe fail(if: true, "a < that begins no tag")
                }
            }
        }

        private mutating func fail(if isWrong: Bool, _ reason: String) {
            if isWrong, unsafe verdict == .clean { unsafe verdict = .malformed(reason) }
        }

        private mutating func declaration(_ open: Int) {
            if unsafe has("<!--", at: open) {
                unsafe skip(past: "-->", from: open + 4, what: "a comment")
            } else if unsafe has("<![CDATA[", at: open) {
                unsafe skip(past: "]]>", from: open + 9, what: "a CDATA section")
            } else if unsafe has("<!DOCTYPE", at: open) {
                unsafe doctype(open)
            } else {
                unsafe fail(if: true, "a declaration that is not one of XML")
            }
        }

        /// A document type may hold declarations in brackets; those are never read.
        private mutating func doctype(_ open: Int) {
            guard let end = unsafe find(UInt8(ascii: ">"), from: open), end - open <= XMLLimits.tagBytes else {
                return unsafe fail(if: true, "a document type that does not end")
            }
            let head = unsafe bytes[open..<end]
            unsafe fail(
                if: head.contains(UInt8(ascii: "[")),
                "its document type has declarations of its own, which are not read")
            unsafe position = end + 1
        }

        private mutating func tag(_ open: Int) {
            var index = open + 1
            var quote: UInt8 = 0
            let limit = unsafe min(bytes.count, open + XMLLimits.tagBytes)
            while index < limit {
                let byte = unsafe bytes[index]
                if quote != 0 {
                    if byte == quote { quote = 0 }
                } else if byte == UInt8(ascii: ">") {
                    unsafe position = index + 1
                    return
                } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                    quote = byte
                }
                if byte == UInt8(ascii: "<") { return unsafe fail(if: true, "a < inside a tag") }
                index += 1
            }
            unsafe position = index
            unsafe fail(if: true, index < bytes.count ? "a tag of more than 64 KiB" : "it ends inside a tag")
        }

        private mutating func skip(past word: StaticString, from start: Int, what: String) {
            let first = unsafe word.utf8Start[0]
            var index = start
            while let found = unsafe find(first, from: index) {
                if unsafe has(word, at: found) {
                    unsafe position = found + word.utf8CodeUnitCount
                    return
                }
                index = found + 1
            }
            unsafe fail(if: true, "\(what) does not end")
        }

        private func byte(_ index: Int) -> UInt8 {
            unsafe index < bytes.count ? bytes[index] : 0
        }

        private func has(_ word: StaticString, at index: Int) -> Bool {
            let count = word.utf8CodeUnitCount
            guard let base = unsafe bytes.baseAddress, unsafe index + count <= bytes.count else { return false }
            return unsafe memcmp(base + index, word.utf8Start, count) == 0
        }

        private func find(_ wanted: UInt8, from start: Int) -> Int? {
            guard let base = unsafe bytes.baseAddress, unsafe start < bytes.count else { return nil }
            guard let found = unsafe memchr(base + start, Int32(wanted), bytes.count - start) else { return nil }
            return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
        }
    }
}
