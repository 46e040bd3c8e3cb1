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
    private let parser = XMLPushParser()
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
        unsafe reader.parser.read(bytes[root...], handlers: handlers(), owner: reader) { reader.failure == nil }
        if let failure = reader.failure { throw failure }
    }

    private func fail(_ message: String, line: Int? = nil) {
        if failure == nil { failure = Failure(line: line ?? self.line, message: message) }
        parser.stop()
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

    private var line: Int { parser.line + linesBefore }

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
