/// Article bodies that exist only in script data: Next.js payloads, state objects, streamed server components.
enum ScriptData {
    /// The longest body found in the page's scripts, as paragraphs; nil where no script holds prose.
    static func body(in document: HTMLDocument) -> String? {
        let (assigned, streamed) = values(of: document)
        var best: ProseGroup?
        for value in assigned + streamed { best = better(best, ProseCollector.best(in: value)) }
        return better(best, ProseCollector.merged(streamed))?.text
    }

    /// What the page's scripts hold as JSON: whole values, and the rows of a stream of server components.
    static func values(of document: HTMLDocument) -> (assigned: [JSONValue], streamed: [JSONValue]) {
        var assigned: [JSONValue] = []
        var flight: [UInt8] = []
        for (index, node) in document.nodes.enumerated() where node.tag == .script {
            let text = document.ownText(of: index)
            if text.count < 200 { continue }
            if let type = document.value(.type, of: index), ByteSearch.contains(type, Array("ld+json".utf8)) {
                continue
            }
            if ByteSearch.contains(text.prefix(200), flightMark) {
                appendFlight(text, to: &flight)
                continue
            }
            assigned += values(in: text)
        }
        return (assigned, flightValues(flight[...]))
    }

    private static let flightMark = Array("__next_f.push(".utf8)

    private static func better(_ left: ProseGroup?, _ right: ProseGroup?) -> ProseGroup? {
        guard let left else { return right }
        guard let right else { return left }
        return right.weight > left.weight ? right : left
    }

    /// The JSON values of a script: the whole text, or what is assigned with `=` or passed to a call.
    private static func values(in text: ArraySlice<UInt8>) -> [JSONValue] {
        var found: [JSONValue] = []
        var index = text.startIndex
        var failures = 0
        while index < text.endIndex, failures < 32 {
            guard let start = text[index...].firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") })
            else { break }
            // Only what may be JSON: `{` or `[` and then a quote, a bracket or a brace.
            guard let next = text[(start + 1)...].first(where: { !ASCII.isSpace($0) }),
                [0x22, 0x5B, 0x7B].contains(next)
            else {
                index = start + 1
                continue
            }
            if let value = JSONReader.value(in: text[start...]) {
                found.append(value.value)
                index = value.end
            } else {
                failures += 1
                index = start + 1
            }
        }
        return found
    }

    /// `self.__next_f.push([1,"..."])` calls carry one stream in pieces.
    private static func appendFlight(_ text: ArraySlice<UInt8>, to stream: inout [UInt8]) {
        guard let start = text.firstIndex(of: UInt8(ascii: "[")), let call = JSONReader.value(in: text[start...]) else {
            return
        }
        for case .string(let piece) in call.value.elements { stream.append(contentsOf: piece.utf8) }
    }

    /// The rows of a stream: `1a:{...}`, `1b:["$","p",null,{...}]`, and `1c:T4f2,` with so many bytes of text.
    private static func flightValues(_ stream: ArraySlice<UInt8>) -> [JSONValue] {
        var found: [JSONValue] = []
        var index = stream.startIndex
        while index < stream.endIndex, found.count < 5_000 {
            guard let colon = stream[index...].firstIndex(of: UInt8(ascii: ":")) else { break }
            var start = colon + 1
            if start < stream.endIndex, stream[start] == UInt8(ascii: "T") {
                var length = 0
                start += 1
                while start < stream.endIndex, let digit = ASCII.hexValue(stream[start]), length < 1 << 24 {
                    length = length * 16 + digit
                    start += 1
                }
                start = min(stream.endIndex, start + 1)
                let end = min(stream.endIndex, start + length)
                found.append(.string(String(decoding: stream[start..<end], as: UTF8.self)))
                index = end
                continue
            }
            let end = stream[start...].firstIndex(of: 0x0A) ?? stream.endIndex
            if let value = JSONReader.value(in: stream[start..<end]) { found.append(value.value) }
            index = min(stream.endIndex, end + 1)
        }
        return found
    }
}
