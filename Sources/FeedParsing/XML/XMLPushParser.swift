import CLibXML2

/// libxml2's SAX push parser: gets a document chunk by chunk (`XMLLimits.chunk`), loads nothing, expands nothing.
@safe
final class XMLPushParser {
    private var parser: xmlParserCtxtPtr?

    /// Reads UTF-8 from its root's `<` on.
    ///
    /// - Parameters:
    ///   - owner: what the handlers get as their first argument, unretained.
    ///   - goesOn: asked before each chunk.
    func read(
        _ bytes: ArraySlice<UInt8>, handlers: xmlSAXHandler, owner: AnyObject, while goesOn: () -> Bool
    ) {
        Self.refuseExternalEntities
        // libxml2 takes a copy of them.
        var handlers = unsafe handlers
        let owner = unsafe Unmanaged.passUnretained(owner).toOpaque()
        unsafe bytes.withUnsafeBytes { raw in
            guard let base = raw.baseAddress else { return }
            let start = unsafe base.assumingMemoryBound(to: CChar.self)
            unsafe parser = unsafe xmlCreatePushParserCtxt(&handlers, owner, nil, 0, nil)
            guard let parser = unsafe parser else { return }
            _ = unsafe xmlCtxtUseOptions(parser, Self.options)
            var position = 0
            while position < raw.count, goesOn() {
                let count = XMLLimits.chunk(at: position, of: raw.count)
                position += count
                _ = unsafe xmlParseChunk(
                    parser, start + (position - count), Int32(count), position == raw.count ? 1 : 0)
            }
            unsafe xmlFreeParserCtxt(parser)
            unsafe self.parser = nil
        }
    }

    /// Reads no further; the handlers are called no more.
    func stop() {
        if let parser = unsafe parser { unsafe xmlStopParser(parser) }
    }

    /// Where it is, from the root on; for an element, where its start tag ends. 0 where it does not read.
    var line: Int {
        guard let parser = unsafe parser, let input = unsafe parser.pointee.input else { return 0 }
        return unsafe Int(input.pointee.line)
    }

    private static let options = Int32(
        bitPattern: XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
            | XML_PARSE_NOWARNING.rawValue | XML_PARSE_IGNORE_ENC.rawValue)

    /// Set once for the process: whatever a document asks to load is refused.
    private static let refuseExternalEntities: Void = unsafe xmlSetExternalEntityLoader { _, _, _ in nil }
}
