import CLibXML2

/// Runs libxml2's SAX push parser over UTF-8 and hands its events to a `WireBuilder`.
///
/// With `XMLPushParser`, `XMLElementReader`, `XMLPrescan` and `XMLText` the only code that touches libxml2. The parser is
/// stopped at the first declaration of an entity.
@safe
final class XMLEventReader {
    enum Outcome: Equatable {
        case complete
        /// Not well-formed; libxml2's message and line.
        case malformed(String, line: Int)
        /// The document type declares entities of its own, which is where expansion bombs hide.
        case declaresEntities
        /// Stopped at a limit, which the builder has noted.
        case stopped
    }

    private var state: State
    private let stopsAtErrors: Bool
    private let parser = XMLPushParser()

    /// What was read so far.
    var document: WireDocument { state.builder.document }

    /// - Parameter stopsAtErrors: false reads on past errors as far as libxml2 can.
    init(builder: WireBuilder, stopsAtErrors: Bool) {
        state = State(builder: builder)
        self.stopsAtErrors = stopsAtErrors
    }

    /// Reads a document from its root's `<` on.
    func read(_ bytes: ArraySlice<UInt8>) -> Outcome {
        unsafe parser.read(bytes, handlers: Self.handlers(), owner: self) { state.outcome == .complete }
        return state.outcome
    }

    private func stop(_ reason: Outcome) {
        state.stop(reason)
        parser.stop()
    }

    private static func handlers() -> xmlSAXHandler {
        var sax = unsafe xmlSAXHandler()
        unsafe sax.initialized = UInt32(XML_SAX2_MAGIC)
        unsafe sax.startElementNs = { owner, name, prefix, uri, _, _, count, _, attributes in
            guard let reader = unsafe XMLEventReader.from(owner), let name = unsafe name else { return }
            unsafe reader.state.start(name, prefix, uri, Int(count), attributes)
            if reader.state.outcome != .complete { reader.parser.stop() }
        }
        unsafe sax.endElementNs = { owner, _, _, _ in
            guard let reader = unsafe XMLEventReader.from(owner) else { return }
            reader.state.end()
        }
        unsafe sax.characters = { owner, text, count in
            guard let reader = unsafe XMLEventReader.from(owner) else { return }
            unsafe reader.state.text(text, Int(count))
        }
        unsafe sax.ignorableWhitespace = unsafe sax.characters
        unsafe sax.cdataBlock = unsafe sax.characters
        unsafe sax.entityDecl = { owner, _, _, _, _, _ in
            unsafe XMLEventReader.from(owner)?.stop(.declaresEntities)
        }
        unsafe sax.reference = { owner, _ in
            guard let reader = unsafe XMLEventReader.from(owner) else { return }
            reader.stop(.malformed("an entity that is not declared", line: reader.parser.line))
        }
        unsafe sax.serror = { owner, error in
            guard let reader = unsafe XMLEventReader.from(owner), let error = unsafe error else { return }
            unsafe reader.failed(error.pointee)
        }
        return unsafe sax
    }

    private static func from(_ owner: UnsafeMutableRawPointer?) -> XMLEventReader? {
        guard let owner = unsafe owner else { return nil }
        return unsafe Unmanaged<XMLEventReader>.fromOpaque(owner).takeUnretainedValue()
    }

    private func failed(_ error: xmlError) {
        guard unsafe error.level == XML_ERR_FATAL, stopsAtErrors, state.outcome == .complete else { return }
        let message = unsafe error.message.map { unsafe String(cString: $0) } ?? "not well-formed"
        stop(.malformed(XMLText.firstLine(message), line: Int(unsafe error.line)))
    }
}

extension XMLEventReader {
    /// What the events change, in one value: libxml2 knows the reader by its address, so each use of a property of the class
    /// is checked for exclusivity, and the document has an event for every tag.
    @safe
    private struct State {
        var builder: WireBuilder
        private(set) var outcome = Outcome.complete
        private var names = XMLNameCache()
        private var attributes: [XMLAttribute] = []

        init(builder: WireBuilder) {
            self.builder = builder
        }

        /// The first reason counts.
        mutating func stop(_ reason: Outcome) {
            if outcome == .complete { outcome = reason }
        }

        mutating func end() {
            if outcome == .complete { builder.end() }
        }

        mutating func start(
            _ name: UnsafePointer<xmlChar>, _ prefix: UnsafePointer<xmlChar>?, _ uri: UnsafePointer<xmlChar>?,
            _ count: Int,
            _ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
        ) {
            guard outcome == .complete else { return }
            guard builder.depth < XMLLimits.depth else {
                builder.note("nested deeper than 100 elements; the rest was left out")
                return stop(.stopped)
            }
            attributes.removeAll(keepingCapacity: true)
            if let values = unsafe values { unsafe readAttributes(values, count) }
            let element = unsafe names.name(name, prefix, uri, isAttribute: false, &builder)
            if builder.depth == 0, let uri = unsafe uri,
                unsafe String(cString: uri).hasPrefix("http://purl.org/atom/ns#")
            {
                builder.markAtom03()
            }
            builder.start(element, attributes)
            if builder.isFull { stop(.stopped) }
        }

        /// Five pointers an attribute: name, prefix, URI, start and end of the value.
        private mutating func readAttributes(_ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>, _ count: Int) {
            if count > XMLLimits.attributes {
                builder.note("an element has more than 64 attributes; the rest was left out")
            }
            for index in 0..<min(count, XMLLimits.attributes) {
                guard let name = unsafe values[index * 5], let from = unsafe values[index * 5 + 3],
                    let to = unsafe values[index * 5 + 4]
                else { continue }
                let value = unsafe UnsafeBufferPointer(start: from, count: to - from)
                let known = unsafe names.name(
                    name, values[index * 5 + 1], values[index * 5 + 2], isAttribute: true, &builder)
                attributes.append(XMLAttribute(name: known, value: XMLText.attribute(value)))
            }
        }

        mutating func text(_ text: UnsafePointer<xmlChar>?, _ count: Int) {
            guard builder.collectsText, count > 0, let text = unsafe text else { return }
            let bytes = unsafe UnsafeBufferPointer(start: text, count: count)
            if builder.escapesText { unsafe builder.appendEscaped(bytes) } else { unsafe builder.append(bytes) }
        }
    }
}
