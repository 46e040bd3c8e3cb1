/// Writes HTML anew with an allow-list of elements and attributes; links lead to http and https only.
struct HTMLSanitizer {
    private let base: String
    private let source: ArraySlice<UInt8>
    private var output: [UInt8] = []
    private var open: [HTMLElement] = []

    /// Elements open at once; deeper ones lose their tags.
    private static let depthLimit = 100

    /// - Parameter base: the URL that relative links are resolved against; empty where none is known.
    static func sanitize(_ html: ArraySlice<UInt8>, base: String) -> [UInt8] {
        guard html.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: ">") })
        else {
            return Array(trimmed(html))
        }
        var sanitizer = HTMLSanitizer(base: base, source: html)
        sanitizer.run()
        return Array(trimmed(sanitizer.output[...]))
    }

    /// Plain text as HTML.
    static func escape(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(text.count)
        for byte in trimmed(text) { appendEscaped(byte, to: &output) }
        return output
    }

    static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let first = bytes.firstIndex(where: { $0 > 0x20 }), let last = bytes.lastIndex(where: { $0 > 0x20 })
        else {
            return []
        }
        return bytes[first...last]
    }

    private init(base: String, source: ArraySlice<UInt8>) {
        self.base = base
        self.source = source
        output.reserveCapacity(source.count)
    }

    private mutating func run() {
        var scanner = HTMLScanner(source)
        while let token = scanner.next() {
            switch token {
            case .text(let range): text(range)
            case .start(let element, let attributes, let isClosed): start(element, attributes, isClosed)
            case .end(let element): end(element)
            }
        }
        while let element = open.popLast() { close(element) }
    }

    private mutating func text(_ range: Range<Int>) {
        var position = range.lowerBound
        while position < range.upperBound {
            let start = position
            while position < range.upperBound, !Self.isSpecial(source[position]) { position += 1 }
            output.append(contentsOf: source[start..<position])
            guard position < range.upperBound else { return }
            if source[position] == UInt8(ascii: "&"), let reference = CharacterReference(source[range], at: position) {
                if reference.scalar < 0x80 {
                    Self.appendEscaped(UInt8(reference.scalar), to: &output)
                } else {
                    output.append(scalar: reference.scalar)
                }
                position = reference.end
            } else {
                Self.appendEscaped(source[position], to: &output)
                position += 1
            }
        }
    }

    private mutating func start(_ element: HTMLElement, _ attributes: Range<Int>, _ isClosed: Bool) {
        guard element.use == .kept, element.isVoid || open.count < Self.depthLimit else {
            if element.isBlock { output.append(UInt8(ascii: " ")) }
            return
        }
        output.append(UInt8(ascii: "<"))
        output.append(contentsOf: element.name.utf8)
        if !attributes.isEmpty { writeAttributes(of: element, attributes) }
        output.append(UInt8(ascii: ">"))
        if !element.isVoid { open.append(element) }
    }

    private mutating func end(_ element: HTMLElement) {
        guard element.use == .kept, !element.isVoid, let index = open.lastIndex(of: element) else { return }
        while open.count > index, let inner = open.popLast() { close(inner) }
    }

    private mutating func close(_ element: HTMLElement) {
        output.append(contentsOf: "</".utf8)
        output.append(contentsOf: element.name.utf8)
        output.append(UInt8(ascii: ">"))
    }

    private mutating func writeAttributes(of element: HTMLElement, _ range: Range<Int>) {
        let rules = HTMLAttributeRule.rules(of: element)
        guard !rules.isEmpty else { return }
        var reader = HTMLAttributeReader(source[range])
        var seen: [[UInt8]] = []
        while seen.count < rules.count, let (name, value) = reader.next() {
            guard let rule = HTMLAttributeRule.find(name, among: rules), !seen.contains(rule.name) else { continue }
            var text = CharacterReference.readAll(value)
            if rule.isLink {
                guard let url = safeLink(text) else { continue }
                text = Array(url.utf8)
            } else {
                text = PlainText.evened(text[...])
            }
            seen.append(rule.name)
            output.append(UInt8(ascii: " "))
            output.append(contentsOf: rule.name)
            output.append(contentsOf: "=\"".utf8)
            for byte in text.prefix(4096) { Self.appendEscaped(byte, to: &output) }
            output.append(UInt8(ascii: "\""))
        }
    }

    private func safeLink(_ bytes: [UInt8]) -> String? {
        let url = URLResolution.resolve(String(decoding: bytes, as: UTF8.self), against: base)
        if URLResolution.isWeb(url) { return url }
        // A relative link without a base keeps its place; a scheme is what could do harm.
        return base.isEmpty && !URLResolution.hasScheme(url) ? url : nil
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
    }

    private static func appendEscaped(_ byte: UInt8, to output: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
        case UInt8(ascii: ">"): output.append(contentsOf: "&gt;".utf8)
        case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
        case UInt8(ascii: "\""): output.append(contentsOf: "&quot;".utf8)
        default: output.append(byte)
        }
    }
}
