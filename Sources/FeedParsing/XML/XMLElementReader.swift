import CLibXML2

/// One attribute as a document has it.
struct XMLElementAttribute {
    /// Without its prefix.
    let name: String
    /// Nil where it has no prefix.
    let namespace: String?
    let value: String
}

/// What an `XMLElementReader` calls, in document order.
protocol XMLElementHandler: AnyObject {
    /// - Parameter line: where the start tag ends; 1 for the first line.
    func start(_ name: String, _ attributes: [XMLElementAttribute], line: Int)
    func end()
    /// Text inside the element that was started last.
    func text(_ bytes: [UInt8])
}

/// Reads a document that must be well-formed, element by element, with libxml2's SAX push parser.
///
/// For documents of configuration (OPML), where a repair would be a guess. Holds to `XMLLimits`, loads nothing, expands
/// no entity.
@safe
final class XMLElementReader {
    struct Failure: Error, Equatable {
        let line: Int
        let message: String
    }

    private let handler: any XMLElementHandler
    private var parser: xmlParserCtxtPtr?
    private var failure: Failure?
    private var depth = 0
    /// Lines before the root element, which libxml2 does not see.
    private let linesBefore: Int

    private init(_ handler: any XMLElementHandler, linesBefore: Int) {
        self.handler = handler
        self.linesBefore = linesBefore
    }

    /// Reads valid UTF-8.
    static func read(_ bytes: [UInt8], _ handler: any XMLElementHandler) throws(Failure) {
        let scan = XMLPrescan(bytes)
        func line(at position: Int) -> Int {
            bytes[..<min(position, bytes.count)].count { $0 == UInt8(ascii: "\n") } + 1
        }
        if case .malformed(let reason) = scan.verdict {
            throw Failure(line: line(at: scan.stoppedAt), message: reason)
        }
        guard let root = scan.root else { throw Failure(line: 1, message: "it holds no XML element") }
        let reader = XMLElementReader(handler, linesBefore: line(at: root) - 1)
        reader.parse(bytes[root...])
        if let failure = reader.failure { throw failure }
    }

    private func parse(_ bytes: ArraySlice<UInt8>) {
        XMLEventReader.refuseExternalEntities
        var handlers = unsafe Self.handlers()
        let owner = unsafe Unmanaged.passUnretained(self).toOpaque()
        unsafe bytes.withUnsafeBytes { raw in
            guard let base = raw.baseAddress else { return }
            let start = unsafe base.assumingMemoryBound(to: CChar.self)
            unsafe parser = unsafe xmlCreatePushParserCtxt(&handlers, owner, nil, 0, nil)
            guard let parser = unsafe parser else { return }
            _ = unsafe xmlCtxtUseOptions(parser, XMLEventReader.options)
            var position = 0
            while position < raw.count, failure == nil {
                let count = XMLLimits.chunk(at: position, of: raw.count)
                position += count
                _ = unsafe xmlParseChunk(
                    parser, start + (position - count), Int32(count), position == raw.count ? 1 : 0)
            }
            unsafe xmlFreeParserCtxt(parser)
            unsafe self.parser = nil
        }
    }

    private func fail(_ message: String, line: Int? = nil) {
        if failure == nil { failure = Failure(line: line ?? self.line, message: message) }
        if let parser = unsafe parser { unsafe xmlStopParser(parser) }
    }

    private static func handlers() -> xmlSAXHandler {
        var sax = unsafe xmlSAXHandler()
        unsafe sax.initialized = UInt32(XML_SAX2_MAGIC)
        unsafe sax.startElementNs = { owner, name, _, _, _, _, count, _, attributes in
            guard let reader = unsafe XMLElementReader.from(owner), let name = unsafe name else { return }
            unsafe reader.start(name, Int(count), attributes)
        }
        unsafe sax.endElementNs = { owner, _, _, _ in
            guard let reader = unsafe XMLElementReader.from(owner), reader.failure == nil else { return }
            reader.depth -= 1
            reader.handler.end()
        }
        unsafe sax.characters = { owner, text, count in
            guard let reader = unsafe XMLElementReader.from(owner), reader.failure == nil, count > 0,
                let text = unsafe text
            else { return }
            unsafe reader.handler.text(Array(UnsafeBufferPointer(start: text, count: Int(count))))
        }
        unsafe sax.cdataBlock = unsafe sax.characters
        unsafe sax.entityDecl = { owner, _, _, _, _, _ in
            unsafe XMLElementReader.from(owner)?.fail("it declares entities of its own, which are not read")
        }
        unsafe sax.reference = { owner, _ in
            unsafe XMLElementReader.from(owner)?.fail("an entity that is not declared")
        }
        unsafe sax.serror = { owner, error in
            guard let reader = unsafe XMLElementReader.from(owner), let error = unsafe error,
                unsafe error.pointee.level == XML_ERR_FATAL
            else { return }
            let message = unsafe error.pointee.message.map { unsafe String(cString: $0) } ?? "not well-formed"
            reader.fail(XMLText.firstLine(message), line: unsafe Int(error.pointee.line) + reader.linesBefore)
        }
        return unsafe sax
    }

    private static func from(_ owner: UnsafeMutableRawPointer?) -> XMLElementReader? {
        guard let owner = unsafe owner else { return nil }
        return unsafe Unmanaged<XMLElementReader>.fromOpaque(owner).takeUnretainedValue()
    }

    /// Where the parser is; for an element, where its start tag ends.
    private var line: Int {
        guard let parser = unsafe parser, let input = unsafe parser.pointee.input else { return linesBefore }
        return unsafe Int(input.pointee.line) + linesBefore
    }

    private func start(
        _ name: UnsafePointer<xmlChar>, _ count: Int, _ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        guard failure == nil else { return }
        guard depth < XMLLimits.depth else { return fail("nested deeper than \(XMLLimits.depth) elements") }
        guard count <= XMLLimits.attributes else { return fail("more than \(XMLLimits.attributes) attributes") }
        depth += 1
        var attributes: [XMLElementAttribute] = []
        // Five pointers an attribute: name, prefix, URI, start and end of the value.
        for index in 0..<count {
            guard let values = unsafe values, let name = unsafe values[index * 5],
                let from = unsafe values[index * 5 + 3], let to = unsafe values[index * 5 + 4]
            else { continue }
            unsafe attributes.append(
                XMLElementAttribute(
                    name: String(cString: name), namespace: values[index * 5 + 2].map { unsafe String(cString: $0) },
                    value: XMLText.attribute(UnsafeBufferPointer(start: from, count: to - from))))
        }
        handler.start(unsafe String(cString: name), attributes, line: line)
    }
}
